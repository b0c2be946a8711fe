// A hash of a JSON value that does not depend on how the value is written: neither on the order of members, nor on white
// space, nor on escapes. Numbers count by their digits: beyond 2^53 they stay apart, and 1.50 is 1.5. Under the key of the
// process, because what is hashed may be written by an attacker. Expects JSON that the scanner has accepted.

import { hashBlock, mix, quickHashAt } from './quick-hash'
import {
  at,
  BACKSLASH,
  CLOSE,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  DATA,
  HASH,
  NH_BLOCK,
  OPEN,
  OPEN_ARRAY,
  QUOTE,
  skipSpace,
  SPACE,
  UNESCAPED,
  VALUE_LEVELS,
  VALUE_STACK,
} from './memory'

/** Of an open object or array: what has been put together so far, the hash of the key, and which of the two it is. */
const LEVEL: usize = 24
const KEY: usize = 8
const KIND: usize = 16

const OF_STRING: u64 = 0x6a09e667f3bcc909
const OF_LITERAL: u64 = 0xbb67ae8584caa73b
const OF_SPAN: u64 = 0x3c6ef372fe94f82b

/** Where reading has come, after a string, a literal or a span. */
let place: i32 = 0

/** 64 bits of the value at `start`, to HASH. */
export function valueHash(start: i32): void {
  const hash = ofValue(skipSpace(start))
  store<u64>(HASH, hash)
}

/** Returns a 64-bit hash of the value at `start`. */
export function ofValue(start: i32): u64 {
  let i = start
  let level: usize = VALUE_STACK - LEVEL
  let hash: u64 = 0
  let isLast = false
  while (!isLast) {
    const c = at(i)
    if ((c == OPEN || c == OPEN_ARRAY) && level < VALUE_STACK + <usize>(VALUE_LEVELS - 2) * LEVEL) {
      level += LEVEL
      store<u64>(level, <u64>c)
      store<u64>(level, <u64>c, KIND)
      i = skipSpace(i + 1)
      // In ASCII, the code of the closing bracket is that of the opening one plus two.
      if (at(i) != c + 2) {
        if (c == OPEN) i = ofKey(level, i)
        continue
      }
      hash = mix(<u64>c, <u64>c)
      level -= LEVEL
      i++
    } else {
      if (c == QUOTE) hash = ofString(i) ^ OF_STRING
      else if (c == OPEN || c == OPEN_ARRAY) hash = ofSpan(i) ^ OF_SPAN
      else hash = ofLiteral(i) ^ OF_LITERAL
      i = place
    }
    // A value has ended, and with it perhaps those that it is the last of.
    isLast = true
    while (level >= VALUE_STACK) {
      const kind = <u32>load<u64>(level, KIND)
      const before = load<u64>(level)
      store<u64>(level, kind == OPEN ? before + mix(load<u64>(level, KEY), hash) : mix(before, hash))
      i = skipSpace(i)
      if (at(i) == COMMA) {
        i = skipSpace(i + 1)
        if (kind == OPEN) i = ofKey(level, i)
        isLast = false
        break
      }
      hash = mix(load<u64>(level), <u64>kind)
      level -= LEVEL
      i++
    }
  }
  return hash
}

/** Notes the key at `start`; returns where its value begins. */
function ofKey(level: usize, start: i32): i32 {
  store<u64>(level, ofString(start), KEY)
  let i = skipSpace(place)
  if (at(i) == COLON) i = skipSpace(i + 1)
  return i
}

function ofString(start: i32): u64 {
  let i = start + 1
  let isPlain = true
  while (true) {
    const v = v128.load(<usize>i, DATA)
    const stops = i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(0x22)), i8x16.eq(v, i8x16.splat(0x5c))))
    if (stops == 0) {
      i += 16
      continue
    }
    i += ctz(stops)
    if (at(i) == QUOTE) break
    isPlain = false
    i += 2
  }
  place = i + 1
  if (!isPlain) return ofEscaped(start + 1, i)
  return quickHashAt(DATA + <usize>(start + 1), i - start - 1)
}

/** A number without the zeros that end its fraction, true, false or null. */
function ofLiteral(start: i32): u64 {
  let i = start
  let isFraction = false
  let hasExponent = false
  for (;;) {
    const c = at(i)
    if (c <= SPACE || c == COMMA || c == CLOSE || c == CLOSE_ARRAY) break
    if (c == 0x2e) isFraction = true
    if (c == 0x45 || (c == 0x65 && at(start) < 0x61)) hasExponent = true
    i++
  }
  place = i
  if (isFraction && !hasExponent) {
    while (at(i - 1) == 0x30) i--
    if (at(i - 1) == 0x2e) i--
  }
  return quickHashAt(DATA + <usize>start, i - start)
}

/** Hashes a value by its bytes if it is nested deeper than the stack allows. */
function ofSpan(start: i32): u64 {
  let i = start
  let depth = 0
  for (;;) {
    const c = at(i)
    if (c == QUOTE) {
      i++
      for (let s = at(i); s != QUOTE; s = at(i)) i += s == BACKSLASH ? 2 : 1
    } else if (c == OPEN || c == OPEN_ARRAY) depth++
    else if (c == CLOSE || c == CLOSE_ARRAY) {
      if (--depth == 0) break
    }
    i++
  }
  place = i + 1
  return quickHashAt(DATA + <usize>start, i + 1 - start)
}

// The same hash over the bytes that a string with escapes means, which are put together a block at a time.
let state: u64 = 0
/** Bytes of this block, and of the whole text. */
let filled: i32 = 0
let total: i32 = 0

function ofEscaped(start: i32, end: i32): u64 {
  state = 0
  filled = 0
  total = 0
  let i = start
  while (i < end) {
    const c = at(i++)
    if (c != BACKSLASH) {
      feed(c)
      continue
    }
    const escape = at(i++)
    if (escape != 0x75) {
      feed(meaning(escape))
      continue
    }
    let code = unit(i)
    i += 4
    // Two halves of one character.
    if ((code & 0xfc00) == 0xd800 && at(i) == BACKSLASH && at(i + 1) == 0x75) {
      const low = unit(i + 2)
      if ((low & 0xfc00) == 0xdc00) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        i += 6
      }
    }
    feedCharacter(code)
  }
  return hashBlock(state, UNESCAPED, filled, total)
}

function meaning(escape: u32): u32 {
  if (escape == 0x6e) return 0x0a
  if (escape == 0x74) return 0x09
  if (escape == 0x72) return 0x0d
  if (escape == 0x62) return 0x08
  if (escape == 0x66) return 0x0c
  return escape // a quote, a backslash or a slash
}

function unit(i: i32): u32 {
  return (digit(at(i)) << 12) | (digit(at(i + 1)) << 8) | (digit(at(i + 2)) << 4) | digit(at(i + 3))
}

function digit(c: u32): u32 {
  return c <= 0x39 ? c - 0x30 : (c | 0x20) - 0x57
}

/** In UTF-8. */
function feedCharacter(code: u32): void {
  if (code < 0x80) {
    feed(code)
    return
  }
  if (code < 0x800) feed(0xc0 | (code >> 6))
  else {
    if (code < 0x10000) feed(0xe0 | (code >> 12))
    else {
      feed(0xf0 | (code >> 18))
      feed(0x80 | ((code >> 12) & 63))
    }
    feed(0x80 | ((code >> 6) & 63))
  }
  feed(0x80 | (code & 63))
}

function feed(byte: u32): void {
  if (filled == NH_BLOCK) {
    state = hashBlock(state, UNESCAPED, NH_BLOCK, 0)
    filled = 0
  }
  store<u8>(UNESCAPED + <usize>filled, byte)
  filled++
  total++
}
