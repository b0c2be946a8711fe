import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fsPath, nameOfBytes } from '../../../src/util/fs-path.ts'

const bytesOf = (name: string): Buffer => Buffer.from(fsPath(name) as string)

describe('names on disk', () => {
  test.each([
    ['logs', 'logs'],
    ['é😀', 'é😀'],
    [Buffer.from([0xff, 0xfe]), '\udcff\udcfe'],
    [Buffer.from([0x61, 0xe4, 0x62]), 'a\udce4b'],
    // Half of a character, and the bytes of a surrogate, which UTF-8 does not have.
    [Buffer.from([0xf0, 0x9f, 0x98]), '\udcf0\udc9f\udc98'],
    [Buffer.from([0xed, 0xb3, 0xbf]), '\udced\udcb3\udcbf'],
  ])('%o is %j', (bytes, name) => {
    expect(nameOfBytes(Buffer.from(bytes as string))).toBe(name)
  })

  test('a path of text stays one', () => {
    expect(fsPath('/a/é😀')).toBe('/a/é😀')
  })

  test('whatever the bytes, the name leads back to them, and no two names are alike', () => {
    const names = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes))
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(bytesOf(nameOfBytes(a)).equals(a)).toBe(true)
        expect(nameOfBytes(a) === nameOfBytes(b)).toBe(a.equals(b))
      }),
      { numRuns: 2000 },
    )
  })
})
