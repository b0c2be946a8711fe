import * as fc from 'fast-check'
import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { Scanner } from '../../../../src/decode/json/scan.ts'

const scanner = new Scanner()

// A little more than what is computed at once: where blocks end, where few of them are left, and longer texts.
const length = fc.oneof(
  fc.nat(1200),
  fc.integer({ min: 4700, max: 5000 }),
  fc.integer({ min: 12_200, max: 12_400 }),
  fc.nat(100_000),
)
const text = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), length).map(([bytes, size]) => {
  const all = Buffer.alloc(size, bytes)
  // Not the same everywhere.
  for (let i = 0; i < size; i += 7) all[i]! += i
  return all
})

it('computes the CRC-32 of any text, whatever was there before', () => {
  fc.assert(
    fc.property(text, (bytes) => {
      scanner.load(bytes)
      expect(scanner.crc32()).toBe(crc32(bytes))
    }),
    { numRuns: 1500 },
  )
})
