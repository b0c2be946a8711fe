// The decoding tables of deflate (RFC 1951 §3.2). Their layout follows Eric Biggers' libdeflate (MIT licence): one look-up
// by the next bits gives a symbol, how many bits it takes with its extra bits, and its base value; the few codes that
// are longer than a table's bits lead to a second table behind the first.
//
// An entry: bits 0-7 how many bits it takes, 8-11 how many of them are the code (8-11 in a pointer: bits that choose in
// the second table), 12-15 flags, 16-31 one or two literals, the base of a length or offset, or where a second table begins.

import { TABLES } from './memory'

export const LITERAL: u32 = 0x1000
/** This bit of an entry tells that it has a second literal. */
export const PAIR_SHIFT: u32 = 13
/** Neither literal nor length or offset: a pointer, the end of a block, or (without a further flag) no code at all. */
export const SPECIAL: u32 = 0x8000
export const POINTER: u32 = 0x4000
export const END: u32 = 0x2000

export const LITERAL_BITS: i32 = 10
export const OFFSET_BITS: i32 = 8
export const LENGTH_CODE_BITS: i32 = 7

/** The most entries there can be, second tables included: 1334, 402 and 128. */
export const LITERALS: usize = TABLES
export const OFFSETS: usize = TABLES + 0x2500
export const LENGTH_CODES: usize = TABLES + 0x2c00
/** Code lengths of a block as read, one byte each. */
export const LENGTHS: usize = TABLES + 0x2e00
// What an entry is before its code's length is added, one word a symbol.
const LITERAL_SYMBOLS: usize = TABLES + 0x3000
const OFFSET_SYMBOLS: usize = TABLES + 0x3480
const LENGTH_CODE_SYMBOLS: usize = TABLES + 0x3500
// Of the table under construction: symbols by the length of their code, and how many there are of each length.
const SORTED: usize = TABLES + 0x3600
const COUNTS: usize = TABLES + 0x3900
const NEXT: usize = TABLES + 0x3940

const MAX_BITS: i32 = 15

for (let symbol: u32 = 0; symbol < 256; symbol++) setSymbol(LITERAL_SYMBOLS, symbol, LITERAL | (symbol << 16))
setSymbol(LITERAL_SYMBOLS, 256, SPECIAL | END)
for (let symbol: u32 = 257, base: u32 = 3; symbol < 285; symbol++) {
  const extra = symbol < 265 ? 0 : (symbol - 261) >> 2
  setSymbol(LITERAL_SYMBOLS, symbol, (base << 16) | extra)
  base += 1 << extra
}
setSymbol(LITERAL_SYMBOLS, 285, 258 << 16)
for (let symbol: u32 = 286; symbol < 288; symbol++) setSymbol(LITERAL_SYMBOLS, symbol, SPECIAL)
for (let symbol: u32 = 0, base: u32 = 1; symbol < 30; symbol++) {
  const extra = symbol < 4 ? 0 : (symbol - 2) >> 1
  setSymbol(OFFSET_SYMBOLS, symbol, (base << 16) | extra)
  base += 1 << extra
}
for (let symbol: u32 = 30; symbol < 32; symbol++) setSymbol(OFFSET_SYMBOLS, symbol, SPECIAL)
for (let symbol: u32 = 0; symbol < 19; symbol++) setSymbol(LENGTH_CODE_SYMBOLS, symbol, symbol << 16)

/** From the first `count` of LENGTHS. False for a code that zlib refuses. */
export function buildLiterals(count: i32): bool {
  return build(LITERALS, LITERAL_BITS, LITERAL_SYMBOLS, LENGTHS, count, true)
}

/**
 * Lets entries that have room for the code of a second literal stand for both, which saves two look-ups of five. The last
 * entry comes first, because what follows a code is found in an entry before its own.
 */
export function pairLiterals(): void {
  for (let i = (1 << LITERAL_BITS) - 1; i >= 0; i--) {
    const place = LITERALS + ((<usize>i) << 2)
    const first = load<u32>(place)
    const second = load<u32>(LITERALS + ((<usize>(i >> (first & 31))) << 2))
    const bits = (first + second) & 0xff
    const isPair = (first & second & LITERAL) != 0 && bits <= <u32>LITERAL_BITS
    const pair = LITERAL | (1 << PAIR_SHIFT) | (first & 0xff_0000) | ((second & 0xff_0000) << 8) | bits
    store<u32>(place, isPair ? pair : first)
  }
}

/** From `count` of LENGTHS, behind the first `from`. */
export function buildOffsets(from: i32, count: i32): bool {
  return build(OFFSETS, OFFSET_BITS, OFFSET_SYMBOLS, LENGTHS + <usize>from, count, true)
}

/** The code that code lengths are written in, from the first 19 of LENGTHS. */
export function buildLengthCodes(): bool {
  return build(LENGTH_CODES, LENGTH_CODE_BITS, LENGTH_CODE_SYMBOLS, LENGTHS, 19, false)
}

function setSymbol(symbols: usize, symbol: u32, entry: u32): void {
  store<u32>(symbols + (symbol << 2), entry)
}

function build(table: usize, bits: i32, symbols: usize, lengths: usize, count: i32, mayBeSparse: bool): bool {
  const longest = sort(lengths, count)
  let left = 1
  for (let length = 1; length <= MAX_BITS; length++) {
    left = (left << 1) - countOf(length)
    if (left < 0) return false
  }
  // zlib allows codes that leave bits without a meaning only where there is no symbol, or one, of one bit.
  if (left > 0) return mayBeSparse && longest <= 1 && sparse(table, bits, symbols, longest)
  fill(table, bits, symbols)
  return true
}

// Puts the symbols that have a code into SORTED. Returns the length of the longest code.
function sort(lengths: usize, count: i32): i32 {
  memory.fill(COUNTS, 0, 64)
  for (let symbol = 0; symbol < count; symbol++) {
    const place = COUNTS + ((<usize>load<u8>(lengths + <usize>symbol)) << 2)
    store<i32>(place, load<i32>(place) + 1)
  }
  store<i32>(COUNTS, 0)
  let longest = 0
  let before = 0
  for (let length = 1; length <= MAX_BITS; length++) {
    store<i32>(NEXT + ((<usize>length) << 2), before)
    before += countOf(length)
    if (countOf(length) > 0) longest = length
  }
  for (let symbol = 0; symbol < count; symbol++) {
    const length = load<u8>(lengths + <usize>symbol)
    if (length == 0) continue
    const place = NEXT + ((<usize>length) << 2)
    const at = load<i32>(place)
    store<i32>(place, at + 1)
    store<u16>(SORTED + ((<usize>at) << 1), <u16>symbol)
  }
  return longest
}

function sparse(table: usize, bits: i32, symbols: usize, longest: i32): bool {
  const entry = longest == 0 ? SPECIAL : entryOf(symbols, 0, 1)
  for (let i = 0; i < 1 << bits; i++) store<u32>(table + ((<usize>i) << 2), (i & 1) == 0 ? entry : SPECIAL)
  return true
}

// Codes are read from their first bit, which is the lowest: so they are counted up with their bits in reverse.
function fill(table: usize, bits: i32, symbols: usize): void {
  let code = 0
  let at = 0
  let length = 1
  let end = 2
  // Short codes: the table doubles with every bit, and what it holds counts for both halves.
  for (; length <= bits; length++) {
    for (let n = countOf(length); n > 0; n--) {
      store<u32>(table + ((<usize>code) << 2), entryOf(symbols, at++, length))
      code = following(code, length)
    }
    if (length == bits) break
    memory.copy(table + ((<usize>end) << 2), table, end << 2)
    end <<= 1
  }
  // After the last code of all, counting up has come round to 0.
  if (code == 0) return
  const mask = (1 << bits) - 1
  let prefix = -1
  let start = 0
  for (length = bits + 1; length <= MAX_BITS; length++) {
    for (let n = countOf(length); n > 0; n--) {
      if ((code & mask) != prefix) {
        prefix = code & mask
        start = end
        let more = length - bits
        // As many bits as its longest code needs.
        for (let room = n; room < 1 << more; room = (room << 1) + countOf(bits + more)) more++
        end = start + (1 << more)
        store<u32>(
          table + ((<usize>prefix) << 2),
          ((<u32>start) << 16) | SPECIAL | POINTER | ((<u32>more) << 8) | <u32>bits,
        )
      }
      const entry = entryOf(symbols, at++, length - bits)
      for (let i = start + (code >> bits); i < end; i += 1 << (length - bits))
        store<u32>(table + ((<usize>i) << 2), entry)
      code = following(code, length)
    }
  }
}

// The next code of this length, 0 after the last one.
function following(code: i32, length: i32): i32 {
  const zeros = code ^ ((1 << length) - 1)
  if (zeros == 0) return 0
  const bit = 1 << (31 - clz(zeros))
  return (code & (bit - 1)) | bit
}

function entryOf(symbols: usize, at: i32, length: i32): u32 {
  const symbol = load<u16>(SORTED + ((<usize>at) << 1))
  return load<u32>(symbols + ((<usize>symbol) << 2)) + ((<u32>length) << 8) + <u32>length
}

function countOf(length: i32): i32 {
  return load<i32>(COUNTS + ((<usize>length) << 2))
}
