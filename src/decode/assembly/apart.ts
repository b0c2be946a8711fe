// Takes the identity of a session apart (see trace/identity-shape.ts): the texts that it has of its own, and its JSON with
// holes where those are, which is the same for all sessions of a role.

import { escapeCount, lastKeyEnd, value, valueAfterKey } from './json'
import {
  APART,
  at,
  COLON,
  COMMA,
  CLOSE,
  DATA,
  MEMBER_KEYS,
  MEMBER_ROOM,
  MEMBERS,
  OPEN,
  QUOTE,
  SHAPE,
  SHAPE_ROOM,
  MASKS,
  KEY_ROOM,
  skipSpace,
} from './memory'
import { timeAt } from './event'
import { quickHashAt } from './quick-hash'

// Places of members in MEMBER_KEYS of json/table.ts.
const PRINCIPAL: i32 = 2
const ARN: i32 = 3
const ACCESS_KEY: i32 = 5
const CONTEXT: i32 = 7
const ATTRIBUTES: i32 = 8
const CREATION_DATE: i32 = 9

/** The letters by which the holes are known. */
const MARK: i32 = 0x01
const KEY: i32 = 0x6b
const NAME: i32 = 0x6e
const DATE: i32 = 0x64
const END: i32 = 0x65

/** `ASIA` and `AKIA`, four letters at once, the first one lowest. */
const ASIA: u32 = 0x41495341
const AKIA: u32 = 0x41494b41

// What was found: where each text begins and ends; 0 for none.
let keyFrom: i32 = 0
let keyTo: i32 = 0
let nameFrom: i32 = 0
let nameTo: i32 = 0
let dateFrom: i32 = 0
let dateTo: i32 = 0
let arnFrom: i32 = 0
let arnTo: i32 = 0

// The shape in progress: where it ends, and what of the JSON it has already.
let shapeEnd: usize = 0
let taken: i32 = 0

/**
 * Takes the valid object in [start, end) apart. Writes to APART the length of its shape, which is at SHAPE, the shape's hash,
 * and where its key begins (with the letters that stay) and ends, then its name, its date, and the end of its ARN. False if it
 * has escapes, or is too long.
 */
export function takeApart(start: i32, end: i32): bool {
  if (at(start) != OPEN || end - start > SHAPE_ROOM - 64) return false
  keyFrom = keyTo = nameFrom = nameTo = dateFrom = dateTo = arnFrom = arnTo = 0
  const before = escapeCount()
  if (walk(start, 0) < 0 || escapeCount() != before) return false

  let endFrom = 0
  let endTo = 0
  let isSame = false
  if (nameFrom != 0 && arnFrom != 0) {
    let from = arnTo
    while (from > arnFrom && at(from - 1) != 0x2f) from--
    if (from > arnFrom && isName(from, arnTo)) {
      isSame =
        arnTo - from == nameTo - nameFrom &&
        memory.compare(DATA + <usize>from, DATA + <usize>nameFrom, arnTo - from) == 0
      endFrom = from
      endTo = arnTo
    }
  }

  shapeEnd = SHAPE
  taken = start
  let last = start
  // In the order in which they are written, each after the one before.
  for (let n = 0; n < 4; n++) {
    let next = end
    if (keyFrom >= last && keyFrom != 0) next = min(next, keyFrom)
    if (nameFrom >= last && nameFrom != 0) next = min(next, nameFrom)
    if (dateFrom >= last && dateFrom != 0) next = min(next, dateFrom)
    if (endFrom >= last && endFrom != 0) next = min(next, endFrom)
    if (next == end) break
    if (next == keyFrom) last = cut(keyFrom, keyTo, KEY)
    else if (next == nameFrom) last = cut(nameFrom, nameTo, NAME)
    else if (next == dateFrom) last = cut(dateFrom, dateTo, DATE)
    else last = cut(endFrom, endTo, isSame ? NAME : END)
  }
  copy(end)

  const length = <i32>(shapeEnd - SHAPE)
  store<i32>(APART, length)
  store<u64>(APART, quickHashAt(SHAPE, length), 8)
  store<i32>(APART, keyFrom == 0 ? 0 : keyFrom - 4, 16)
  store<i32>(APART, keyTo, 20)
  store<i32>(APART, nameFrom, 24)
  store<i32>(APART, nameTo, 28)
  store<i32>(APART, dateFrom, 32)
  store<i32>(APART, dateTo, 36)
  store<i32>(APART, isSame ? 0 : endFrom, 40)
  store<i32>(APART, isSame ? 0 : endTo, 44)
  return true
}

// Looks at the members of an object: of the identity, of its context, or of that one's attributes. Returns where it ends, or -1
// if a key has escapes.
function walk(start: i32, level: i32): i32 {
  let i = skipSpace(start + 1)
  if (at(i) == CLOSE) return i + 1
  while (true) {
    const key = i + 1
    const from = valueAfterKey(i)
    if (from < 0) return -1
    const member = memberAt(key, lastKeyEnd - key)
    const goesOn = level == 0 ? member == CONTEXT : level == 1 && member == ATTRIBUTES
    i = goesOn && at(from) == OPEN ? walk(from, level + 1) : value(from)
    if (i < 0) return -1
    if (at(from) == QUOTE) {
      if (level == 0) note(member, from + 1, i - 1)
      else if (level == 2 && member == CREATION_DATE && !isNaN(timeAt(from + 1, i - 1))) {
        dateFrom = from + 1
        dateTo = i - 1
      }
    }
    i = skipSpace(i)
    if (at(i) != COMMA) return i + 1
    i = skipSpace(i + 1)
  }
  return i
}

function note(member: i32, from: i32, to: i32): void {
  if (member == ACCESS_KEY) {
    const kind = load<u32>(<usize>from, DATA)
    if (to - from <= 4 || (kind != ASIA && kind != AKIA) || !isName(from, to)) return
    keyFrom = from + 4
    keyTo = to
  } else if (member == PRINCIPAL) {
    let i = from
    while (i < to && at(i) != COLON) i++
    if (!isName(i + 1, to)) return
    nameFrom = i + 1
    nameTo = to
  } else if (member == ARN) {
    arnFrom = from
    arnTo = to
  }
}

/** Number of the member with this key; -1 for a key that is not well known. */
export function memberAt(key: i32, length: i32): i32 {
  if (length >= MEMBER_ROOM) return -1
  const text = v128.and(v128.load(<usize>key, DATA), v128.load(MASKS + <usize>(KEY_ROOM - length)))
  for (let n = 0; n < MEMBER_KEYS; n++) {
    const member = v128.load(MEMBERS + <usize>(n * MEMBER_ROOM))
    if (!v128.any_true(v128.xor(text, member))) return n
  }
  return -1
}

// Whether it is what the name of a session may be, and not empty: letters, digits and `_+=,.@-`.
function isName(from: i32, to: i32): bool {
  if (from >= to) return false
  for (let i = from; i < to; i++) {
    const c = at(i)
    if (c >= 0x80) return false
    const bits = c < 0x40 ? NAME_LOW : NAME_HIGH
    if (((bits >> (c & 63)) & 1) == 0) return false
  }
  return true
}

const NAME_LOW: u64 = 0x23ff780000000000
const NAME_HIGH: u64 = 0x7fffffe87ffffff

function cut(from: i32, to: i32, letter: i32): i32 {
  copy(from)
  store<u8>(shapeEnd, MARK)
  store<u8>(shapeEnd, letter, 1)
  shapeEnd += 2
  taken = to
  return to
}

function copy(to: i32): void {
  const length = <usize>(to - taken)
  memory.copy(shapeEnd, DATA + <usize>taken, length)
  shapeEnd += length
}
