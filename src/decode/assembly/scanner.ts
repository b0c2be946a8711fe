// The strict JSON scanner in AssemblyScript, a TypeScript of numbers and addresses that compiles to WebAssembly, where strings
// can be scanned sixteen bytes at a time. scan.ts loads it and documents its guarantees. This module is its interface: all
// exports that scan.ts uses.

import { fixedHash, hashAt } from './hash'
import { DATA, HASH, makeRoom } from './memory'
import { beginText } from './needles'
import { quickHashAt } from './quick-hash'

export { eventKey, hashEventKey, setRecordSlots, spanFrom, spanOf, spanTo, time } from './event'
export { crc32 } from './crc'
export { inflate, reserveDeflated } from './inflate'
export { object, string, value } from './json'
export { INNER_GUESSES, NOTHING, UNKNOWN } from './keys'
export {
  APART,
  CELLS,
  COLUMNS,
  DATA,
  errorAt,
  EVENT_KEY,
  EVENT_KEY_ROOM,
  HASH,
  HASH_KEY,
  HASH_MASK,
  HASHES,
  IDENTITIES,
  ISSUES,
  KEY_ROOM,
  KEYS,
  KEY_LENGTHS,
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_PATH_NODES,
  MAX_PATHS,
  MAX_QUESTIONS,
  MAX_SLOTS,
  MEMBERS,
  NEEDLE_ANY_CASE,
  NEEDLE_LAST,
  NEEDLE_ROOM,
  NEEDLE_TEXT,
  NEEDLES,
  PASSED_OVER,
  PATH_NODE,
  PATH_NODES,
  PATH_PLACES,
  PROGRAMS,
  QUESTION_ROOM,
  setSlotCount,
  SHAPE,
  SLOTS,
  STRINGS,
} from './memory'
export { expandKey } from './quick-hash'
export { valueHash } from './value-hash'
export { collectWords, wordBits, wordBytes } from './words'
export { setShapeSlots, shapeOf, stringCount } from './resources'
export { keep } from './answers'
export { addCell, dropRows, makeRow, reserveRows, roomForCell, rowsAt } from './rows'
export {
  addressesAt,
  answerSession,
  asks,
  codesAt,
  identityCount,
  marksAt,
  marksMadeAt,
  placeSessions,
  reserveSessions,
  takeSessions,
} from './sessions'
export { beginSessions, forgetShapes } from './known'
export { ISSUE_RECORDS, ISSUE_TIMES, issueCount, setIssueSlots } from './issues'
export { TEXT_ENDS, textCount, TEXTS } from './session-texts'
export { findMembers, setTableSlots, tableAt, tabulate } from './table'
export { findPaths, setPaths } from './paths'
export {
  choose,
  chosenAt,
  gather,
  newsAt,
  numberRecords,
  numbersAt,
  packCells,
  packedAt,
  packedEndsAt,
  printsAt,
  setChosen,
  tableFrom,
  tableTo,
  timesAt,
} from './tally'
export { isNotification } from './notification'
export { isDisguised, mayMatch, passOver, setNeedles } from './needles'

/** Reserves memory for a text of `length` bytes, which the caller then writes. False if memory cannot be allocated. */
export function reserve(length: i32): bool {
  beginText()
  return makeRoom(length, 0)
}

/** Writes a 128-bit hash of the text's bytes in [start, end) to HASH. */
export function hash(start: i32, end: i32): void {
  hashAt(DATA + <usize>start, end - start)
}

/** Writes a 64-bit hash of another kind with the same key to HASH, in a fraction of the time. */
export function quickHash(start: i32, end: i32): void {
  store<u64>(HASH, quickHashAt(DATA + <usize>start, end - start))
}

/** Like `hash`, with a key of zeros: not secret, but the same in every process. */
export function hashFixed(start: i32, end: i32): void {
  fixedHash(DATA + <usize>start, end - start)
}
