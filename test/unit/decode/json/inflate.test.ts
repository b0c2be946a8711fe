import * as fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Scanner } from '../../../../src/decode/json/scan.ts'
import { bitsOf, deflated, low, zlibInflated } from '../../../helpers/deflate.ts'

const scanner = new Scanner()

describe('inflating into the scanner', () => {
  it('gives what was packed, and takes no more than that', () => {
    fc.assert(
      fc.property(deflated, fc.uint8Array({ maxLength: 20 }), ({ text, data }, behind) => {
        expect(scanner.inflate(Buffer.concat([data, behind]), text.length)).toBe(data.length)
        expect(scanner.bytes.equals(text)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads of damaged data what zlib reads, and refuses what zlib refuses', () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 3 })
    // Headers are where most can be wrong.
    const inHeader = fc.array(fc.tuple(fc.nat(100), fc.nat(7)), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(deflated, fc.oneof(flips, inHeader), ({ text, data }, changes) => {
        for (const [at, bit] of changes) data[at % data.length]! ^= 1 << bit
        const known = zlibInflated(data)
        expect(scanner.inflate(data, known?.text.length ?? text.length)).toBe(known?.taken ?? -1)
        expect(scanner.bytes.equals(known?.text ?? Buffer.alloc(0))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('reads nothing that is cut short, or that becomes more or less than was said', () => {
    fc.assert(
      fc.property(deflated, fc.nat(), ({ text, data }, cut) => {
        expect(scanner.inflate(data.subarray(0, cut % data.length), text.length)).toBe(-1)
        expect(scanner.inflate(data, text.length + 1)).toBe(-1)
        expect(scanner.inflate(data, text.length === 0 ? 1 : text.length - 1)).toBe(-1)
      }),
    )
  })

  it('leaves a text that can be scanned as any other', () => {
    const text = '{"a":[1,{"b":"\\u0041"}]}'
    scanner.inflate(deflateRawSync(text), text.length)
    expect(scanner.object(0)).toBe(text.length)
    scanner.inflate(deflateRawSync(text.slice(0, -1)), text.length - 1)
    expect(scanner.object(0)).toBe(-1)
    expect(scanner.errorAt).toBe(text.length - 1)
  })
})

// A last block with tables of its own: how many lengths of both kinds, and the code of the lengths by symbol (0 to 18).
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const dynamic = (literals: number, offsets: number, codes: Record<number, number>): string =>
  `1 01 ${low(literals - 257, 5)} ${low(offsets - 1, 5)} ${low(15, 4)} ${ORDER.map((symbol) => low(codes[symbol] ?? 0, 3)).join('')}`

// Lengths 0, 1 and 2 and long runs of 0 (18), in two bits each: 00, 01, 10, 11.
const codes = { 0: 2, 1: 2, 2: 2, 18: 2 }
const zeros = (count: number): string => `11 ${low(count - 11, 7)}`

describe('blocks as zlib never writes them', () => {
  it.each([
    ['an empty block', bitsOf('1 10 0000000'), 0],
    ['an empty stored block', bitsOf('1 00 00000', low(0, 16), low(0xffff, 16)), 0],
    // Literals: only the end of the block, in one bit; one offset of one bit, which nothing uses.
    [
      'one code of one bit, and another for offsets',
      bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '01 01', '0'),
      0,
    ],
    ['no offsets at all', bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '01 00', '0'), 0],
    // 0 literal 0; 10 the end; 11 length 3.
    [
      'a match by the one offset',
      bitsOf(dynamic(258, 1, codes), '01', zeros(138), zeros(117), '10 10 01', '0 11 0 10'),
      4,
    ],
  ])('%s is read', (_, data, length) => {
    expect(zlibInflated(data)?.text.length).toBe(length)
    expect(scanner.inflate(data, length)).toBe(data.length)
    expect(scanner.bytes.equals(Buffer.alloc(length))).toBe(true)
  })

  it.each([
    ['a block of the fourth kind', bitsOf('1 11', low(0, 40))],
    [
      'a stored length that its complement belies',
      bitsOf('1 00 00000', low(1, 16), low(0xffff, 16), low(0, 8)),
    ],
    ['a stored block longer than the data', bitsOf('1 00 00000', low(4, 16), low(0xfffb, 16), low(0, 8))],
    [
      '287 lengths of literals',
      bitsOf(dynamic(287, 1, codes), zeros(138), zeros(118), '01', zeros(29), '01 01', '0'),
    ],
    [
      '31 lengths of offsets',
      bitsOf(dynamic(257, 31, codes), zeros(138), zeros(118), '01', '01', zeros(30), '0'),
    ],
    ['no end of block', bitsOf(dynamic(257, 1, codes), '01', zeros(138), zeros(117), '00', '01', '0 1')],
    [
      'more lengths than announced',
      bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '01', zeros(11), '0'),
    ],
    [
      'a repetition of nothing',
      bitsOf(dynamic(257, 1, { 16: 1, 0: 2, 1: 2 }), '0 00', '10'.repeat(253), '11 11', '0'),
    ],
    ['too many code lengths for their bits', bitsOf(dynamic(257, 1, { 0: 1, 1: 1, 18: 1 }), low(0, 60))],
    ['too few code lengths for their bits', bitsOf(dynamic(257, 1, { 0: 2, 1: 2, 18: 2 }), low(0, 60))],
    ['no code lengths', bitsOf(dynamic(257, 1, {}), low(0, 60))],
    [
      'too many literals for their bits',
      bitsOf(dynamic(257, 1, codes), '01 01', zeros(138), zeros(116), '01 01', '0'),
    ],
    [
      'too few literals for their bits',
      bitsOf(dynamic(257, 1, codes), '10', zeros(138), zeros(117), '10 01', '00'),
    ],
    ['one literal of two bits', bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '10 01', '00')],
    ['one offset of two bits', bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '01 10', '0')],
    [
      'a code that stands for nothing',
      bitsOf(dynamic(257, 1, codes), zeros(138), zeros(118), '01 01', '1 0'),
    ],
    [
      'a match where there are no offsets',
      bitsOf(dynamic(258, 1, codes), '01', zeros(138), zeros(117), '10 10 00', '0 11 0 10'),
    ],
    [
      'an offset that stands for nothing',
      bitsOf(dynamic(258, 1, codes), '01', zeros(138), zeros(117), '10 10 01', '0 11 1 10'),
    ],
    ['the length symbol 286', bitsOf('1 10 00110000 11000110', low(0, 20))],
    ['the offset symbol 30', bitsOf('1 10 00110000 0000001 11110', low(0, 20))],
    ['an offset before the beginning', bitsOf('1 10 00110000 0000001 00001 0000000')],
  ])('%s is refused', (_, data) => {
    expect(zlibInflated(data)).toBeUndefined()
    for (let length = 0; length < 8; length++) expect(scanner.inflate(data, length)).toBe(-1)
  })
})
