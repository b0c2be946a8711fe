import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyDecoder } from '../../../src/screen/keys.ts'

function pressed(...parts: readonly string[]): readonly string[] {
  const decoder = new KeyDecoder()
  const keys = parts.flatMap((part) => decoder.feed(Buffer.from(part)))
  return [...keys, ...decoder.flush()].map(({ name }) => name)
}

describe('keys', () => {
  it.each([
    ['j', ['j']],
    ['\r', ['enter']],
    ['\u007f', ['backspace']],
    ['\u0003', ['ctrl-c']],
    [' ', ['space']],
    ['\u001b', ['escape']],
    ['\u001b[A\u001bOB', ['up', 'down']],
    ['\u001b[5~\u001b[6~\u001b[Z', ['page-up', 'page-down', 'shift-tab']],
    ['\u001b[1;2A', ['shift-up']],
    ['\u001bx', ['alt-x']],
    ['\u001b\u001b[A', ['escape', 'up']],
    ['\u001b\u0003', ['escape', 'ctrl-c']],
    ['é😀', ['é', '😀']],
    // Keys without a name press nothing, and what follows them is not lost.
    ['\u001b[[Aj\u001b[99~k', ['j', 'k']],
  ])('%j', (bytes, names) => {
    expect(pressed(bytes)).toEqual(names)
  })

  it('are the same however their bytes are split', () => {
    const all = 'j\u001b[A\u001bOB\u001b[1;5C\u001b[200~no keys: q\u001b[201~é\u001b[6~\t'
    const whole = pressed(all)
    const bytes = Buffer.from(all)
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length)), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const decoder = new KeyDecoder()
        const keys = at.slice(1).flatMap((end, i) => decoder.feed(bytes.subarray(at[i], end)))
        expect(keys.map(({ name }) => name)).toEqual(whole)
      }),
    )
  })

  it('waits for the rest of a sequence, and takes a lone Escape when nothing comes', () => {
    const decoder = new KeyDecoder()
    expect(decoder.feed('\u001b')).toEqual([])
    expect(decoder.isWaiting).toBe(true)
    expect(decoder.flush()).toEqual([{ name: 'escape' }])
    expect(decoder.isWaiting).toBe(false)
  })

  it('gives what is pasted as one line of text, which presses no key', () => {
    const decoder = new KeyDecoder()
    const keys = decoder.feed('\u001b[200~a=1\nq\u0003\u001b[A b\u001b[201~')
    expect(keys).toEqual([{ name: 'paste', text: 'a=1 q [A b' }])
  })

  it('never throws and never holds back what can be no sequence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoder = new KeyDecoder()
        decoder.feed(bytes)
        decoder.flush()
        expect(decoder.isWaiting).toBe(false)
      }),
    )
  })
})
