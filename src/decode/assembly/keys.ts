// The keys that most records have, and which of them come after which. A key is first compared with those that came after the
// last one in earlier records. If it is one of these, it is known where it ends, and the next value is scanned while the
// processor still compares; otherwise it is read. So a guess changes no result.

import { DATA, GUESSES, HASH_MASK, HASHES, KEY_LENGTHS, KEY_ROOM, KEYS, MASKS } from './memory'

/** Instead of the number of a key: one that is not known, as before the first one of a record. */
export const UNKNOWN: i32 = 127
/** Instead of both guesses: no key that is known. */
export const NOTHING: i32 = 0xff

/** Where two guesses are of what comes after a key in a record, one byte each. */
export function guessesAfter(key: i32): usize {
  return GUESSES + ((<usize>key) << 1)
}

/** The same in a value of a record, of what comes in it after a key. */
export const INNER_GUESSES: usize = GUESSES + 256

export function innerGuessesAfter(key: i32): usize {
  return INNER_GUESSES + ((<usize>key) << 1)
}

export function first(guesses: usize): i32 {
  return <i32>load<u8>(guesses)
}

export function second(guesses: usize): i32 {
  return <i32>load<u8>(guesses, 1)
}

/** Neither guess was right, but this key. */
export function learn(guesses: usize, key: i32): void {
  store<u16>(guesses, <u16>(key | (first(guesses) << 8)))
}

/** True if this key is at offset `i` of the text, with a colon right after it. */
export function isAt(i: i32, key: i32): bool {
  return isSame(DATA + <usize>i, key, lengthOf(key))
}

/** Length of a key with its quotes and a colon. */
export function lengthOf(key: i32): i32 {
  return <i32>load<u8>(KEY_LENGTHS + <usize>key)
}

/** Number of the key at `text`, which has this length with its quotes. */
export function find(text: usize, length: i32): i32 {
  if (length < 5 || length >= KEY_ROOM) return UNKNOWN
  const end = text + <usize>length
  let hash = <u32>length + load<u8>(end - 4) * 2 + load<u8>(end - 2) * 10 + load<u8>(text, 1)
  // A key whose place was taken is in the next free one.
  while (true) {
    const key = <i32>load<i8>(HASHES + <usize>(hash++ & HASH_MASK))
    if (key < 0) return UNKNOWN
    if (isSame(text, key, length)) return key
  }
}

// Compares so many bytes with a key, its quotes and a colon.
function isSame(text: usize, key: i32, length: i32): bool {
  const known = KEYS + <usize>(key * KEY_ROOM)
  const mask = MASKS + <usize>(KEY_ROOM - length)
  const a = v128.and(v128.xor(v128.load(text), v128.load(known)), v128.load(mask))
  const b = v128.and(v128.xor(v128.load(text, 16), v128.load(known, 16)), v128.load(mask, 16))
  return !v128.any_true(v128.or(a, b))
}
