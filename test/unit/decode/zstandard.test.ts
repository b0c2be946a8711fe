import { describe, expect, it } from 'vitest'
import { framesOf } from '../../../src/decode/zstandard.ts'

/** A frame of raw and run-length blocks. */
function frame(
  blocks: readonly (string | { run: number })[],
  { checksum = false, single = true } = {},
): Buffer {
  const size = single ? [2] : [0x58]
  const parts = blocks.map((block, i) => {
    const isLast = i === blocks.length - 1 ? 1 : 0
    const isRun = typeof block !== 'string'
    const header = Buffer.alloc(3)
    header.writeUIntLE(((isRun ? block.run : block.length) << 3) | (isRun ? 2 : 0) | isLast, 0, 3)
    return Buffer.concat([header, Buffer.from(isRun ? 'x' : block)])
  })
  const descriptor = (single ? 0x20 : 0) | (checksum ? 4 : 0)
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, descriptor, ...size]),
    ...parts,
    Buffer.alloc(checksum ? 4 : 0),
  ])
}

const SKIPPABLE = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])

describe('frames of Zstandard data', () => {
  it.each([
    ['one block', frame(['[]'])],
    ['several blocks', frame(['[', '1', ']'])],
    ['a run', frame(['[', { run: 4000 }, ']'])],
    ['a checksum', frame(['[]'], { checksum: true })],
    ['a window', frame(['[]'], { single: false })],
  ])('with %s', (_, bytes) => {
    expect(framesOf(bytes)).toEqual({ whole: [[0, bytes.length]], end: bytes.length, isCut: false })
    for (let length = 4; length < bytes.length; length++)
      expect(framesOf(bytes.subarray(0, length))).toEqual({ whole: [], end: 0, isCut: true })
  })

  it('one after the other, skippable ones left out', () => {
    const one = frame(['[]'])
    const bytes = Buffer.concat([one, SKIPPABLE, one])
    const second = one.length + SKIPPABLE.length
    expect(framesOf(bytes)).toEqual({
      whole: [
        [0, one.length],
        [second, bytes.length],
      ],
      end: bytes.length,
      isCut: false,
    })
    expect(framesOf(Buffer.concat([one, SKIPPABLE.subarray(0, 9)]))).toEqual({
      whole: [[0, one.length]],
      end: one.length,
      isCut: true,
    })
  })

  it('with something else behind them', () => {
    const one = frame(['[]'])
    expect(framesOf(Buffer.concat([one, Buffer.from('more')]))).toEqual({
      whole: [[0, one.length]],
      end: one.length,
      isCut: false,
    })
  })
})
