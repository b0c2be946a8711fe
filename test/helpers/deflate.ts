// Deflate data for tests of the inflater: many kinds of texts, compressed in every way that zlib supports, and blocks
// written bit by bit that zlib never writes.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'

const letters = fc
  .integer({ min: 1, max: 6 })
  .chain((kinds) => fc.array(fc.integer({ min: 65, max: 64 + kinds })))

// Thousands of letters in no order, some much more frequent than others: their codes are of many lengths.
const uneven = fc
  .record({
    seed: fc.nat(),
    kinds: fc.integer({ min: 2, max: 200 }),
    size: fc.integer({ min: 3000, max: 9000 }),
  })
  .map(({ seed, kinds, size }) => {
    let state = seed
    return Buffer.from(
      Array.from({ length: size }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return 32 + Math.floor(kinds * (state / 2 ** 32) ** 3)
      }),
    )
  })

/** From random bytes to a single repeated letter, with matches at all distances. */
export const packable: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 2000, size: 'max' }).map((bytes) => Buffer.from(bytes)),
  letters.map((bytes) => Buffer.from(bytes)),
  uneven,
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 70_000 }))
    .map(([part, size]) => Buffer.alloc(size, part)),
  fc
    .array(
      fc.record({ fresh: fc.uint8Array({ maxLength: 30 }), back: fc.nat(40_000), length: fc.nat(400) }),
      { maxLength: 300, size: 'max' },
    )
    .map((pieces) => {
      const text: number[] = []
      for (const { fresh, back, length } of pieces) {
        text.push(...fresh)
        if (text.length === 0) continue
        const from = text.length - 1 - (back % text.length)
        for (let i = 0; i < length; i++) text.push(text[from + i]!)
      }
      return Buffer.from(text)
    }),
)

export const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.integer({ min: 0, max: 4 }),
})

export const deflated = fc
  .tuple(packable, packing)
  .map(([text, options]) => ({ text, data: deflateRawSync(text, options) }))

/** The result of zlib for raw deflate data and the number of bytes it consumed; undefined if zlib rejects the data. */
export function zlibInflated(
  data: Uint8Array,
): { readonly text: Buffer; readonly taken: number } | undefined {
  try {
    const { buffer, engine } = inflateRawSync(data, { info: true, maxOutputLength: 1 << 22 }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { text: buffer, taken: engine.bytesWritten }
  } catch {
    return undefined
  }
}

/** Packs `1` and `0`, in the order in which they are read, into bytes; other characters are ignored. */
export function bitsOf(...parts: readonly string[]): Buffer {
  const bits = parts.join('').replace(/[^01]/g, '')
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
  for (let i = 0; i < bits.length; i++) if (bits[i] === '1') bytes[i >> 3]! |= 1 << (i & 7)
  return bytes
}

/** A number as deflate stores it: lowest bit first. */
export function low(value: number, width: number): string {
  return value.toString(2).padStart(width, '0').split('').toReversed().join('')
}
