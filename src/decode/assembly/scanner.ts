// The strict JSON scanner under everything, in AssemblyScript: a TypeScript of numbers and addresses that compiles to
// WebAssembly, because only there are strings looked through sixteen bytes at a time. scan.ts loads it and says what it
// promises. This is the module's face: all that scan.ts can ask for.

import { fixedHash, hashAt } from './hash'
import { DATA, HASH, makeRoom } from './memory'
import { beginText } from './needles'
import { quickHashAt } from './quick-hash'

export { eventKey, hashEventKey, spanFrom, spanOf, spanTo, time } from './event'
export { inflate, reserveDeflated } from './inflate'
export { object, string, value } from './json'
export {
  CELLS,
  DATA,
  errorAt,
  EVENT_KEY,
  EVENT_KEY_ROOM,
  HASH,
  HASH_KEY,
  HASH_MASK,
  HASHES,
  KEY_ROOM,
  KEYS,
  MAX_CELLS,
  MAX_QUESTIONS,
  MAX_SLOTS,
  MEMBER_SLOTS,
  MEMBERS,
  NEEDLE_ANY_CASE,
  NEEDLE_LAST,
  NEEDLE_ROOM,
  NEEDLE_TEXT,
  NEEDLES,
  PASSED_OVER,
  PROGRAMS,
  QUESTION_ROOM,
  setSlotCount,
  SLOTS,
} from './memory'
export { expandKey } from './quick-hash'
export { valueHash } from './value-hash'
export { collectWords, wordBits, wordBytes } from './words'
export { findMembers, setTableSlots, tableAt, tableStride, tabulate } from './table'
export { isDisguised, mayMatch, passOver, setNeedles } from './needles'

/** Makes room for a text of `length` bytes and closes it off; the caller then writes it. False when there is no memory. */
export function reserve(length: i32): bool {
  beginText()
  return makeRoom(length, 0)
}

/** 128 bits over the bytes in [start, end) of the text, to HASH. */
export function hash(start: i32, end: i32): void {
  hashAt(DATA + <usize>start, end - start)
}

/** 64 bits of another hash under the same key, in a fraction of the time, to HASH. */
export function quickHash(start: i32, end: i32): void {
  store<u64>(HASH, quickHashAt(DATA + <usize>start, end - start))
}

/** The same as `hash` under a key of zeros: no secret, but the same in every process. */
export function hashFixed(start: i32, end: i32): void {
  fixedHash(DATA + <usize>start, end - start)
}
