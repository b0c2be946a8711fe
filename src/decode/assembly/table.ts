// A log file as a table: for each record its time, its identity, its offsets, and for each question a hash of the values that
// the answer depends on. One call per file, so that a record need not be examined if one with the same values was before.

import { memberAt } from './apart'
import { eventKey, recordTime, usualRecord } from './event'
import { lastKeyEnd, value, valueAfterKey } from './json'
import {
  at,
  BACKSLASH,
  CELLS,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  DATA,
  EVENT_KEY,
  extendTo,
  hasLines,
  HASH,
  KEY_ROOM,
  MASKS,
  MEMBER_SLOTS,
  OPEN,
  OPEN_ARRAY,
  PATH_SLOTS,
  PROGRAMS,
  QUESTION_ROOM,
  QUOTE,
  size,
  skipSpace,
  slotEnd,
  SLOTS,
  slotStart,
  stack,
} from './memory'
import { fixedHash } from './hash'
import { findPaths, hasPaths, pathDistance, pathEnd, pathStart } from './paths'
import { noteResources } from './resources'
import { beginTexts } from './texts'
import { mix, quickHashAt } from './quick-hash'
import { ofValue } from './value-hash'

/** Minimum size of a record on average, in bytes; files with smaller ones are decoded record by record. */
const SMALLEST: i32 = 256
/** Hash of an absent value. */
const ABSENT: u64 = 0x2545f4914f6cdd1d

/** Address of the table, number of its records, and bytes of each. */
export let tableAt: usize = 0
export let tableCount: i32 = 0
export let tableStride: i32 = 0

/** Bits of `wanted`: hashes of a record's bytes, of its value, of its bytes with the fixed key; and its key. */
const BYTES: i32 = 1
const VALUE: i32 = 2
const FIXED: i32 = 4
const KEY: i32 = 8
/** Room for a key: its length, its text, and zeros. */
const KEY_AREA: i32 = 72
const LONGEST_KEY: i32 = 64

let idSlot: i32 = 0
let accountSlot: i32 = 0
let identitySlot: i32 = 0
let nameSlot: i32 = 0
let responseSlot: i32 = 0

export function setTableSlots(id: i32, account: i32, identity: i32, name: i32, response: i32): void {
  idSlot = id
  accountSlot = account
  identitySlot = identity
  nameSlot = name
  responseSlot = response
}

/** Cells that are not the text of a slot: numbers beyond those of slots. */
const USER_CELL: i32 = 0xf0
const RESOURCES_CELL: i32 = 0xf1

/**
 * Makes the table of the text, whose first record begins at `start`. Returns the number of records, or -1 unless all are on one
 * line, and every record is complete, has a time and an ID in plain text, and has the form in which CloudTrail writes records.
 * Overwrites slots and the memory after the text.
 */
export function tabulate(start: i32, wanted: i32, questions: i32, cells: i32): i32 {
  const answers: usize = (wanted & KEY) != 0 ? 40 + KEY_AREA : 40
  const stride = <i32>answers + (questions + cells) * 8
  const hashes = (stack + (<usize>size >> 3) + 31) & ~15
  tableAt = hashes + 128 * 8
  tableStride = stride
  tableCount = 0
  const most = size / SMALLEST + 8
  const tableEnd = tableAt + <usize>(most * stride)
  if (!extendTo(tableEnd)) return -1
  beginTexts(tableEnd)
  const asksMembers = needsMembers(questions, cells)
  const asksStated = asksFor(questions, STATED)
  let count = 0
  let row = tableAt
  for (let i = start; ;) {
    if (count == most) return -1
    const end = usualRecord(i)
    if (end < 0) return -1
    const keyLength = eventKey(idSlot, accountSlot)
    if (keyLength < 0) return -1
    store<f64>(row, recordTime)
    store<u64>(row, load<u64>(HASH), 8)
    const bytes = (wanted & BYTES) != 0 ? quickHashAt(DATA + <usize>i, end - i) : 0
    store<u64>(row, (wanted & VALUE) != 0 ? ofValue(i) : bytes, 16)
    store<u32>(row, <u32>bytes, 24)
    store<i32>(row, i, 28)
    store<i32>(row, end, 32)
    if ((wanted & KEY) != 0) {
      if (keyLength > LONGEST_KEY) return -1
      store<i32>(row, keyLength, 40)
      memory.copy(row + 44, EVENT_KEY, LONGEST_KEY)
      // The caller copies whole words.
      store<u32>(row + 44 + <usize>keyLength, 0)
    }
    if ((wanted & FIXED) != 0) {
      fixedHash(DATA + <usize>i, end - i)
      store<u32>(row, load<u32>(HASH), 24)
      store<u32>(row, load<u32>(HASH, 4), 36)
    }
    if (asksMembers) {
      // The values of a member of a list are those of its elements.
      const identity = slotStart(identitySlot)
      if (identity >= 0 && at(identity) == OPEN_ARRAY) return -1
      if (!findMembers(identity)) return -1
    }
    if (hasPaths) findPaths()
    if (asksStated && !findStated()) return -1
    if (questions != 0) ask(questions, row + answers, hashes)
    for (let n = 0; n < cells; n++) {
      const cell = row + answers + <usize>((questions + n) << 3)
      const slot = <i32>load<u8>(CELLS + <usize>n)
      if (slot == USER_CELL) noteUser(cell)
      // Its question is the first one.
      else if (slot == RESOURCES_CELL) noteResources(row + answers, cell)
      else if (slot >= PATH_SLOTS) notePath(slot - PATH_SLOTS, cell)
      else noteCell(slot, cell)
    }
    row += <usize>stride
    count++
    tableCount = count
    if (at(end) == CLOSE_ARRAY) return end == size - 2 && !hasLines ? count : -1
    if (at(end) != COMMA) return -1
    i = end + 1
  }
  return -1
}

// A question is a list of slots, QUESTION_ROOM bytes with its length first.
function ask(questions: i32, answers: usize, hashes: usize): void {
  memory.fill(hashes, 0, 128 * 8)
  for (let n = 0; n < questions; n++) {
    const question = PROGRAMS + <usize>(n * QUESTION_ROOM)
    // Different for each question, because their answers are kept in one table.
    let hash: u64 = <u64>n + 1
    for (let k = load<u8>(question); k > 0; k--) {
      const slot = <i32>load<u8>(question + <usize>k)
      const known = hashes + <usize>(slot << 3)
      let one = load<u64>(known)
      if (one == 0) {
        one = slot < PATH_SLOTS ? hashOf(slotStart(slot), slotEnd(slot)) : hashOfPath(slot - PATH_SLOTS)
        store<u64>(known, one)
      }
      hash = mix(hash, one)
    }
    store<u64>(answers + <usize>(n << 3), hash)
  }
}

function hashOf(start: i32, end: i32): u64 {
  return start < 0 ? ABSENT : quickHashAt(DATA + <usize>start, end - start)
}

function hashOfPath(path: i32): u64 {
  const hash = hashOf(pathStart(path), pathEnd(path))
  const distance = pathDistance(path)
  return distance <= 0 ? hash : mix(hash, <u64>distance)
}

// Offset and length of a slot's text without its quotes. The length is 0 if there is none, and -1 if it is not ASCII that
// needs no escaping in any format. Of the identity, offset and length of its JSON.
function noteCell(slot: i32, cell: usize): void {
  const start = slotStart(slot)
  store<u64>(cell, 0)
  if (start < 0) return
  if (slot == identitySlot) {
    store<i32>(cell, start)
    store<i32>(cell, slotEnd(slot) - start, 4)
    return
  }
  if (at(start) != QUOTE) return
  const from = start + 1
  const to = slotEnd(slot) - 1
  let odd = i8x16.splat(0)
  for (let i = from; i < to; i += 16) {
    const v = v128.load(<usize>i, DATA)
    // The closing quote and the bytes after it must be masked.
    const mask = to - i >= 16 ? i8x16.splat(-1) : v128.load(MASKS + <usize>(KEY_ROOM - (to - i)))
    const text = v128.and(
      v128.or(
        i8x16.eq(v, i8x16.splat(0x5c)),
        v128.or(
          i8x16.eq(v, i8x16.splat(0x2c)),
          v128.or(i8x16.lt_s(v, i8x16.splat(0x20)), i8x16.eq(v, i8x16.splat(0x7f))),
        ),
      ),
      mask,
    )
    odd = v128.or(odd, text)
  }
  store<i32>(cell, from)
  store<i32>(cell, v128.any_true(odd) ? -1 : to - from, 4)
}

// Offset and length of the value at a path: -1 and 0 if there is none, a length of -1 if the path leads through a list.
function notePath(path: i32, cell: usize): void {
  store<i32>(cell, pathStart(path))
  store<i32>(cell, pathDistance(path) > 0 ? -1 : pathEnd(path) - pathStart(path), 4)
}

// The user name of the usual identities (see event/identity.ts): that of a user, or what follows the colon in the ID of a
// session. A length of -1 for all others.
function noteUser(cell: usize): void {
  store<i32>(cell, -1, 4)
  const type = DATA + <usize>(slotStart(TYPE) + 1)
  const length = slotEnd(TYPE) - slotStart(TYPE) - 2
  const isUser = length == 7 && load<u32>(type) == IAMU && load<u32>(type, 3) == USER
  const isSession =
    length == 11 && load<u32>(type) == ASSU && load<u32>(type, 4) == MEDR && load<u32>(type, 7) == ROLE
  if (slotStart(TYPE) < 0 || (!isUser && !isSession)) return
  const hasName = slotStart(USER_NAME) >= 0
  if (isUser != hasName) return
  noteCell(isUser ? USER_NAME : PRINCIPAL, cell)
  const from = load<i32>(cell)
  const end = load<i32>(cell, 4)
  if (isUser && end > 0) return
  store<i32>(cell, -1, 4)
  for (let i = 0; !isUser && i < end - 1; i++) {
    if (at(from + i) != COLON) continue
    store<i32>(cell, from + i + 1)
    store<i32>(cell, end - i - 1, 4)
    return
  }
}

/** Slots of members of the identity, in the order of MEMBER_KEYS in json/table.ts. */
const TYPE: i32 = MEMBER_SLOTS
const USER_NAME: i32 = MEMBER_SLOTS + 1
const PRINCIPAL: i32 = MEMBER_SLOTS + 2
/** STATED_MEMBER there. */
const STATED: i32 = MEMBER_SLOTS + 15
/** `IAMUser` and `AssumedRole`, four letters at once, the first one lowest. */
const IAMU: u32 = 0x554d4149
const USER: u32 = 0x72657355
const ASSU: u32 = 0x75737341
const MEDR: u32 = 0x5264656d
const ROLE: u32 = 0x656c6f52

function needsMembers(questions: i32, cells: i32): bool {
  // The cell of user names is one of these.
  for (let n = 0; n < cells; n++) {
    const slot = <i32>load<u8>(CELLS + <usize>n)
    if (slot >= USER_CELL || (slot >= MEMBER_SLOTS && slot < PATH_SLOTS)) return true
  }
  for (let n = 0; n < questions; n++) {
    const question = PROGRAMS + <usize>(n * QUESTION_ROOM)
    for (let k = load<u8>(question); k > 0; k--) {
      const slot = <i32>load<u8>(question + <usize>k)
      if (slot >= MEMBER_SLOTS && slot < PATH_SLOTS && slot != STATED) return true
    }
  }
  return false
}

function asksFor(questions: i32, slot: i32): bool {
  for (let n = 0; n < questions; n++) {
    const question = PROGRAMS + <usize>(n * QUESTION_ROOM)
    for (let k = load<u8>(question); k > 0; k--) if (<i32>load<u8>(question + <usize>k) == slot) return true
  }
  return false
}

// Records the offsets of the member of the response that has the name of the event. False if a key or the name contains
// escapes.
function findStated(): bool {
  const place = SLOTS + <usize>(STATED << 3)
  store<i64>(place, -1)
  const start = slotStart(responseSlot)
  if (start < 0 || at(start) != OPEN) return true
  const name = slotStart(nameSlot)
  const length = slotEnd(nameSlot) - name
  for (let k = 0; k < length; k++) if (at(name + k) == BACKSLASH) return false
  let i = skipSpace(start + 1)
  if (at(i) != QUOTE) return true
  while (true) {
    const key = i
    const from = valueAfterKey(i)
    if (from < 0) return false
    const isIt =
      lastKeyEnd + 1 - key == length && memory.compare(DATA + <usize>key, DATA + <usize>name, length) == 0
    i = value(from)
    if (isIt) {
      store<i32>(place, from)
      store<i32>(place, i, 4)
    }
    i = skipSpace(i)
    if (at(i) != COMMA) return true
    i = skipSpace(i + 1)
  }
  return true
}

/** Records the offsets of the members of the identity at `start`. False if a key contains escapes. */
export function findMembers(start: i32): bool {
  memory.fill(SLOTS + <usize>(MEMBER_SLOTS << 3), 0xff, 16 << 3)
  if (start < 0 || at(start) != OPEN) return true
  let i = skipSpace(start + 1)
  if (at(i) != QUOTE) return true
  while (true) {
    const key = i + 1
    const from = valueAfterKey(i)
    if (from < 0) return false
    const member = memberAt(key, lastKeyEnd - key)
    i = value(from)
    if (member >= 0) {
      const place = SLOTS + <usize>((MEMBER_SLOTS + member) << 3)
      store<i32>(place, from)
      store<i32>(place, i, 4)
    }
    i = skipSpace(i)
    if (at(i) != COMMA) return true
    i = skipSpace(i + 1)
  }
  return true
}
