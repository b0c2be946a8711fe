// The literal pre-test: finds records that contain the words that every match must contain.

import {
  at,
  BACKSLASH,
  CLOSE_ARRAY,
  COMMA,
  DATA,
  NEEDLE_ANY_CASE,
  NEEDLE_HIT,
  NEEDLE_LAST,
  NEEDLE_ROOM,
  NEEDLE_TEXT,
  NEEDLES,
  OPEN,
  PASSED_OVER,
  size,
  skipSpace,
} from './memory'
import { hexDigit, object } from './json'

let needles: i32 = 0

/** Sets the number of needles, of which none has been searched for yet. */
export function setNeedles(count: i32): void {
  needles = count
  for (let n = 0; n < count; n++) store<i32>(needle(n) + NEEDLE_HIT, -1)
}

/** Call for a new text, to reset all searches. */
export function beginText(): void {
  store<i32>(PASSED_OVER, 0)
  setNeedles(needles)
}

/**
 * True if the bytes in [start, end) contain a needle of every group. Call with ascending starts: the search for each needle
 * continues from its last position, so that one pass over the text serves all records.
 */
export function mayMatch(start: i32, end: i32): bool {
  let found = false
  for (let n = 0; n < needles; n++) {
    const at = needle(n)
    const length = <i32>load<u8>(at)
    if (!found) {
      let hit = load<i32>(at + NEEDLE_HIT)
      if (hit < start) {
        hit = find(at + NEEDLE_TEXT, length, start, load<u8>(at + NEEDLE_ANY_CASE) == 0 ? 0 : CASE)
        store<i32>(at + NEEDLE_HIT, hit)
      }
      // No addition, because a needle that is nowhere has the largest number as its position.
      found = hit <= end - length
    }
    if (load<u8>(at + NEEDLE_LAST) == 0) continue
    if (!found) return false
    found = false
  }
  return true
}

/**
 * Skips complete records that cannot match, from the one at `start` on. Returns the start of a record that may match or that
 * is followed by something unexpected, or the offset of the list's closing bracket.
 */
export function passOver(start: i32): i32 {
  let i = start
  while (true) {
    const end = object(i)
    if (end < 0) return i
    const after = skipSpace(end)
    const c = at(after)
    const next = c == COMMA ? skipSpace(after + 1) : after
    if (c != COMMA && c != CLOSE_ARRAY) return i
    if (c == COMMA && at(next) != OPEN) return i
    if (mayMatch(i, end)) return i
    store<i32>(PASSED_OVER, load<i32>(PASSED_OVER) + 1)
    if (c == CLOSE_ARRAY) return after
    i = next
  }
}

function needle(index: i32): usize {
  return NEEDLES + <usize>(index * NEEDLE_ROOM)
}

// First position of these bytes from `from` on; the largest number if there is none. The bits of `fold` are set in the bytes
// of both text and needle, which ignores the case of letters. Other pairs such as @ and ` become equal too; such a false match
// costs only a further test.
function find(needle: usize, length: i32, from: i32, fold: u32): i32 {
  const tail = <usize>length - 1
  const folds = i8x16.splat(<i8>fold)
  const first = i8x16.splat(<i8>(load<u8>(needle) | fold))
  const last = i8x16.splat(<i8>(load<u8>(needle + tail) | fold))
  for (let i = from; i + length <= size; i += 64) {
    const a = ends(<usize>i, tail, first, last, folds)
    const b = ends(<usize>i + 16, tail, first, last, folds)
    const c = ends(<usize>i + 32, tail, first, last, folds)
    const d = ends(<usize>i + 48, tail, first, last, folds)
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue
    for (let hits = bitsOf(a, b, c, d); hits != 0; hits &= hits - 1) {
      const hit = i + <i32>ctz(hits)
      if (hit + length > size) return i32.MAX_VALUE
      if (isAt(hit, needle, length, fold)) return hit
    }
  }
  return i32.MAX_VALUE
}

// The bytes at which both the first and the last byte fit.
function ends(i: usize, tail: usize, first: v128, last: v128, folds: v128): v128 {
  const heads = v128.or(v128.load(i, DATA), folds)
  const tails = v128.or(v128.load(i + tail, DATA), folds)
  return v128.and(i8x16.eq(first, heads), i8x16.eq(last, tails))
}

// One bit for each of 64 bytes.
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = i8x16.bitmask(a) | (i8x16.bitmask(b) << 16)
  const high = i8x16.bitmask(c) | (i8x16.bitmask(d) << 16)
  return <u64>(<u32>low) | ((<u64>(<u32>high)) << 32)
}

function isAt(place: i32, needle: usize, length: i32, fold: u32): bool {
  for (let i = 1; i < length; i++)
    if ((at(place + i) | fold) != (<u32>load<u8>(needle + <usize>i) | fold)) return false
  return true
}

/**
 * True if the text may contain a character of a needle in another form: as a \u escape, or as a \u escape with an escaped
 * backslash, in JSON inside a string; with `anyCase` also as one of the two non-ASCII letters whose lower case is ASCII.
 * CloudTrail itself escapes only < > & and the like (\u003c, \u003e, \u0026), which no needle contains.
 */
export function isDisguised(anyCase: bool): bool {
  return isDisguisedWithin(0, size, anyCase)
}

/** The same of a character that begins in [start, end), or up to 63 bytes behind it. */
export function isDisguisedWithin(start: i32, end: i32, anyCase: bool): bool {
  // The other characters are only looked for with `anyCase`.
  const second = i8x16.splat(anyCase ? <i8>0xc4 : 0x5c)
  const third = i8x16.splat(anyCase ? <i8>0xe2 : 0x5c)
  for (let i = start; i < end; i += 64) {
    const a = firstOfDisguise(<usize>i, second, third)
    const b = firstOfDisguise(<usize>i + 16, second, third)
    const c = firstOfDisguise(<usize>i + 32, second, third)
    const d = firstOfDisguise(<usize>i + 48, second, third)
    if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) continue
    for (let hits = bitsOf(a, b, c, d); hits != 0; hits &= hits - 1) {
      if (isDisguise(i + <i32>ctz(hits), anyCase)) return true
    }
  }
  return false
}

function firstOfDisguise(i: usize, second: v128, third: v128): v128 {
  const v = v128.load(i, DATA)
  return v128.or(i8x16.eq(v, i8x16.splat(0x5c)), v128.or(i8x16.eq(v, second), i8x16.eq(v, third)))
}

function isDisguise(i: i32, anyCase: bool): bool {
  const c = at(i)
  if (c != BACKSLASH) return c == 0xc4 ? at(i + 1) == 0xb0 : at(i + 1) == 0x84 && at(i + 2) == 0xaa
  if (at(i + 1) != 0x75) return false
  let code = 0
  for (let k = i + 2; k < i + 6; k++) code = (code << 4) | hexDigit(at(k))
  return isNeedleCharacter(code) || code == BACKSLASH || (anyCase && (code == DOTTED_I || code == KELVIN))
}

const CASE: u32 = 0x20
const DOTTED_I: i32 = 0x130
const KELVIN: i32 = 0x212a

// Letters, digits and `_.:@-`; `filter/literals.ts` uses no other characters.
function isNeedleCharacter(code: i32): bool {
  if (code >= 0x30 && code <= 0x3a) return true
  if ((code >= 0x40 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return true
  return code == 0x2d || code == 0x2e || code == 0x5f
}
