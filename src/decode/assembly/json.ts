// The strict grammar of JSON. Whatever it scans it accepts only if JSON.parse would.

import {
  find,
  first,
  guessesAfter,
  innerGuessesAfter,
  isAt,
  learn,
  lengthOf,
  NOTHING,
  second,
  UNKNOWN,
} from './keys'
import {
  at,
  BACKSLASH,
  CLOSE,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  DATA,
  fail,
  KEY_ROOM,
  MASKS,
  OPEN,
  OPEN_ARRAY,
  PLAIN_KEY,
  QUOTE,
  skipSpace,
  slotCount,
  SLOTS,
  SPACE,
  stack,
} from './memory'

// Four letters at once, the first one lowest.
const TRUE: u32 = 0x65757274
const NULL: u32 = 0x6c6c756e
const ALSE: u32 = 0x65736c61
/** Two, in the same way. */
const COMMA_QUOTE: u32 = 0x222c

/** Escapes seen so far. */
let escapes: i32 = 0

export function escapeCount(): i32 {
  return escapes
}

memory.fill(MASKS, 0xff, KEY_ROOM)

/** Scans the object that begins at `start` (its `{`) and records its slots. Returns the offset after it, or -1. */
export function object(start: i32): i32 {
  memory.fill(SLOTS, 0xff, slotCount * 8)
  let i = skipSpace(start + 1)
  if (at(i) == CLOSE) return i + 1
  let key = UNKNOWN
  while (true) {
    const guesses = guessesAfter(key)
    const a = first(guesses)
    const b = second(guesses)
    // Jumps, because to choose a number would mean to wait for the comparison.
    if (isAt(i, a)) {
      i = behindGuess(i, a)
      key = a
    } else if (isAt(i, b)) {
      i = behindGuess(i, b)
      key = b
    } else {
      i = readKey(i, guesses)
      if (i < 0) return -1
      key = lastKey
    }
    const start = i
    i = valueOf(key, i)
    if (i < 0) return -1
    // Of a key given twice the last one counts, as for JSON.parse.
    if (key < slotCount) {
      const place = SLOTS + <usize>(key << 3)
      store<i32>(place, start)
      store<i32>(place, i, 4)
    }
    if (at(i) <= SPACE) i = skipSpace(i)
    const next = at(i)
    if (next == CLOSE) return i + 1
    if (next != COMMA) return fail(i)
    i++
    if (at(i) <= SPACE) i = skipSpace(i)
  }
}

/** Where the key ends that `valueAfterKey` has read last, without its quote. */
export let lastKeyEnd: i32 = 0

/** Of valid JSON: reads the key that begins at `start` (its quote). Returns the offset of its value, or -1 if it has escapes. */
export function valueAfterKey(start: i32): i32 {
  const before = escapes
  let i = string(start)
  if (escapes != before) return -1
  lastKeyEnd = i - 1
  i = skipSpace(i)
  return at(i) == COLON ? skipSpace(i + 1) : i
}

/** Scans any value. Returns the offset after it, or -1. */
export function value(start: i32): i32 {
  return valueOf(UNKNOWN, start)
}

function valueOf(key: i32, start: i32): i32 {
  const c = at(start)
  if (c == QUOTE) return string(start)
  if (c == OPEN || c == OPEN_ARRAY) return nested(start, key)
  return scalar(start)
}

/** Scans the string that begins at `start` (its quote). Returns the offset after it, or -1. */
export function string(start: i32): i32 {
  let i = start + 1
  while (true) {
    const stops = i8x16.bitmask(notPlain(v128.load(<usize>i, DATA)))
    if (stops == 0) {
      i += 16
      continue
    }
    i += ctz(stops)
    if (at(i) == QUOTE) return i + 1
    i = escape(i)
    if (i < 0) return -1
  }
}

/** The bytes that end or interrupt the run of plain bytes in a string: quote, backslash, control characters. */
function notPlain(v: v128): v128 {
  return v128.or(
    v128.or(i8x16.eq(v, i8x16.splat(0x22)), i8x16.eq(v, i8x16.splat(0x5c))),
    i8x16.eq(i8x16.min_u(v, i8x16.splat(0x1f)), v),
  )
}

function escape(i: i32): i32 {
  if (at(i) != BACKSLASH) return fail(i)
  escapes++
  const c = at(i + 1)
  if (c == 0x75) {
    for (let k = i + 2; k < i + 6; k++) if (hexDigit(at(k)) < 0) return fail(k)
    return i + 6
  }
  return unescaped(c) == 0 ? fail(i + 1) : i + 2
}

/** The character that a backslash and `c` represent; 0 for an invalid escape. */
function unescaped(c: u32): u32 {
  if (c == QUOTE || c == BACKSLASH || c == 0x2f) return c
  if (c == 0x6e) return 0x0a
  if (c == 0x72) return 0x0d
  if (c == 0x74) return 0x09
  if (c == 0x62) return 0x08
  return c == 0x66 ? 0x0c : 0
}

export function hexDigit(c: u32): i32 {
  if (isDigit(c)) return c - 0x30
  const letter = (c | 0x20) - 0x61
  return letter < 6 ? letter + 10 : -1
}

function isDigit(c: u32): bool {
  return c - 0x30 < 10
}

// An object or array of any depth, the value of a key that may be known: only its grammar counts.
export function nested(start: i32, key: i32): i32 {
  lastKey = key
  // The lowest bit tells the kind of the innermost bracket, 1 for an object.
  let kinds: u64 = 0
  let depth = 0
  let i = start
  while (true) {
    // Here a value begins at i.
    const c = at(i)
    if (c == OPEN || c == OPEN_ARRAY) {
      if ((depth & 63) == 0) store<u64>(stack + <usize>(depth >> 3), kinds)
      depth++
      kinds = (kinds << 1) | u64(c == OPEN)
      i = skipSpace(i + 1)
      if (c == OPEN) {
        if (at(i) != CLOSE) {
          i = innerKey(i)
          if (i < 0) return -1
          continue
        }
      } else if (at(i) != CLOSE_ARRAY) continue
    } else {
      i = c == QUOTE ? string(i) : scalar(i)
      if (i < 0) return -1
      if (load<u16>(<usize>i, DATA) == COMMA_QUOTE && (kinds & 1) != 0) {
        i = innerKey(i + 1)
        if (i < 0) return -1
        continue
      }
      if (at(i) <= SPACE) i = skipSpace(i)
    }
    // A value has ended at i, or i is at the bracket that closes an empty one.
    while (true) {
      const e = at(i)
      const inObject = (kinds & 1) != 0
      if (e == COMMA) {
        i++
        if (at(i) <= SPACE) i = skipSpace(i)
        if (inObject) {
          i = innerKey(i)
          if (i < 0) return -1
        }
        break
      }
      if (e != (inObject ? CLOSE : CLOSE_ARRAY)) return fail(i)
      i++
      depth--
      if (depth == 0) return i
      kinds >>= 1
      if ((depth & 63) == 0) kinds = load<u64>(stack + <usize>(depth >> 3))
      if (at(i) <= SPACE) i = skipSpace(i)
    }
  }
}

/** Number of the key read last, of those in values. */
let lastKey: i32 = 0
/** Where it ends, if it was read and not guessed. */
let keyEnd: i32 = 0

// `"key" :` in a value, up to where the value of the key begins.
function innerKey(start: i32): i32 {
  const guesses = innerGuessesAfter(lastKey)
  const a = first(guesses)
  if (a == NOTHING) {
    lastKey = UNKNOWN
    return behindKey(start)
  }
  if (isAt(start, a)) {
    lastKey = a
    return behindGuess(start, a)
  }
  const b = second(guesses)
  if (isAt(start, b)) {
    lastKey = b
    return behindGuess(start, b)
  }
  return readKey(start, guesses)
}

function behindGuess(start: i32, key: i32): i32 {
  const i = start + lengthOf(key)
  return at(i) <= SPACE ? skipSpace(i) : i
}

// Of a key that was not guessed.
function readKey(start: i32, guesses: usize): i32 {
  const before = escapes
  const i = behindKey(start)
  if (i < 0) return -1
  lastKey =
    escapes == before
      ? find(DATA + <usize>start, keyEnd - start)
      : find(PLAIN_KEY, plainKey(start + 1, keyEnd - 1))
  if (lastKey != UNKNOWN) learn(guesses, lastKey)
  return i
}

function behindKey(start: i32): i32 {
  if (at(start) != QUOTE) return fail(start)
  keyEnd = string(start)
  return keyEnd < 0 ? -1 : behindColon(keyEnd)
}

function behindColon(start: i32): i32 {
  let i = at(start) == COLON ? start : skipSpace(start)
  if (at(i) != COLON) return fail(i)
  i++
  return at(i) <= SPACE ? skipSpace(i) : i
}

function scalar(start: i32): i32 {
  const four = load<u32>(<usize>start, DATA)
  if (four == TRUE || four == NULL) return start + 4
  switch (at(start)) {
    case 0x66:
      return load<u32>(<usize>start + 1, DATA) == ALSE ? start + 5 : misspelt(start + 1, ALSE)
    case 0x74:
      return misspelt(start, TRUE)
    case 0x6e:
      return misspelt(start, NULL)
  }
  return number(start)
}

// Fails at the first letter that is not the word's.
function misspelt(start: i32, word: u32): i32 {
  let i = start
  for (; at(i) == (word & 0xff); word >>= 8) i++
  return fail(i)
}

function number(start: i32): i32 {
  let i = at(start) == 0x2d ? start + 1 : start
  if (at(i) == 0x30) i++
  else {
    i = digits(i)
    if (i < 0) return -1
  }
  if (at(i) == 0x2e) {
    i = digits(i + 1)
    if (i < 0) return -1
  }
  if ((at(i) | 0x20) == 0x65) {
    i++
    if (at(i) == 0x2b || at(i) == 0x2d) i++
    i = digits(i)
  }
  return i
}

// One digit or more.
function digits(start: i32): i32 {
  let i = start
  while (isDigit(at(i))) i++
  return i == start ? fail(i) : i
}

// `"event\u004eame"`: nobody writes keys so, but JSON.parse would read them. Returns the length in PLAIN_KEY, with quotes; 0 when
// it can be no key that is known.
function plainKey(start: i32, end: i32): i32 {
  store<u8>(PLAIN_KEY, QUOTE)
  let length = 1
  for (let i = start; i < end; length++) {
    let c = at(i)
    if (c != BACKSLASH) i++
    else if (at(i + 1) == 0x75) {
      c = 0
      for (let k = i + 2; k < i + 6; k++) c = (c << 4) | hexDigit(at(k))
      i += 6
    } else {
      c = unescaped(at(i + 1))
      i += 2
    }
    if (c >= 0x80 || length == KEY_ROOM - 1) return 0
    store<u8>(PLAIN_KEY + <usize>length, c)
  }
  store<u8>(PLAIN_KEY + <usize>length, QUOTE)
  return length + 1
}
