// The sessions of a table: of each chosen record the number of its identity and where it came from, and the texts by which new
// identities and calls of STS are known later. What came before is found by its hash. Whatever is unusual, and each new shape
// of an identity, the caller is asked about: `takeSessions` returns, and goes on when it has an answer.

import { takeApart } from './apart'
import { beginIssues, isFullOfIssues, NO_CALLER, NOTED, noteIssue } from './issues'
import { ADDRESSES, CALLERS, find, findShape, first, keep, keepShape, second } from './known'
import { APART, at, IDENTITIES } from './memory'
import { add, addAgain, beginTexts, isFullOfTexts } from './session-texts'
import { tableCount } from './table'
import { chosen, chosenAt, tallyEnd } from './tally'
import { roomFor, textsEnd } from './texts'

// What is true of a record: the first three bits and this one are what the main thread gets (MARK in trace/session-part.ts), the
// others are those of session-builder.ts.
const IPV4: u32 = 1 << 3
const SIGNS_IN: u32 = 1 << 8
const MAY_ISSUE: u32 = 1 << 9
const IS_OF_CONSOLE: u32 = 1 << 10
const IS_OF_STS: u32 = 1 << 11

// Why `takeSessions` returns, as in json/sessions.ts.
const NOTHING: i32 = 0
const ROOM: i32 = 1
const ASKS_SHAPE: i32 = 2
const ASKS_IDENTITY: i32 = 3
const ASKS_CALLER: i32 = 4
const ASKS_ADDRESS: i32 = 5
const ASKS_ISSUE: i32 = 6
export let asks: i32 = NOTHING

// How the session's ID of a shape is known: it is the key, or the caller tells, or there is no session.
const BY_KEY: i32 = 1
const NONE: i32 = 2
const NO_SESSION: i32 = -1

/** Where a record of the table has the offset at which it begins. */
const START: usize = 28
// From the first answer and the first cell on.
const OF_IDENTITY: usize = 16
const OF_ADDRESS: usize = 24
const ADDRESS_CELL: usize = 0
const IDENTITY_CELL: usize = 8
let answersAt: usize = 0
let cellsAt: usize = 0

// Of each chosen record: what is true of it, the number of its identity, its address, and the bits for the main thread.
export let marksAt: usize = 0
export let codesAt: usize = 0
export let addressesAt: usize = 0
export let marksMadeAt: usize = 0

// New identities, in the order of IDENTITY in trace/session-part.ts.
const IDENTITY_WIDTH: usize = 32
const MOST_IDENTITIES: i32 = 0x400
export let identityCount: i32 = 0
let nextCode: i32 = 0

// The last question: its record, and the hash under which the answer is kept; 0 if it is not.
let askedAt: i32 = -1
let pending: u64 = 0
// The record whose shape the caller told, in case that is not kept, and what it told.
let shapeGiven: i32 = -1
let shapeCode: i32 = 0
let shapeKind: i32 = 0
// The same of its identity.
let given: i32 = -1
let code: i32 = 0
let id: i32 = 0

/** Reserves memory for the records that were chosen last. False if it cannot be allocated. */
export function reserveSessions(): bool {
  const count = <usize>tableCount
  const start = (tallyEnd() + 15) & ~15
  if (!roomFor(start - textsEnd + count * 13)) return false
  marksAt = start
  codesAt = marksAt + count * 4
  addressesAt = codesAt + count * 4
  marksMadeAt = addressesAt + count * 4
  given = -1
  shapeGiven = -1
  return true
}

/** Where a record of the table has the answers and cells; call before its first record. */
export function placeSessions(answers: i32, cells: i32): void {
  answersAt = <usize>answers
  cellsAt = <usize>cells
}

/**
 * Takes the chosen records from `from` on, whose marks the caller has written. New texts and identities get numbers from these
 * on. Returns the number of the record at which it needs an answer, or more room; all of them when it is done. See `asks`.
 */
export function takeSessions(from: i32, text: i32, identity: i32): i32 {
  beginTexts(text)
  beginIssues()
  identityCount = 0
  nextCode = identity
  for (let n = from; n < chosen; n++) {
    if (isFull()) return ask(ROOM, n, 0)
    const row = <usize>load<u32>(chosenAt + ((<usize>n) << 2))
    const marks = load<u32>(marksAt + ((<usize>n) << 2))
    if (!noteAddress(n, row, marks)) return n
    if (given == n) given = -1
    else if (!findIdentity(n, row, marks)) return n
    store<i32>(codesAt + ((<usize>n) << 2), code)
    if ((marks & MAY_ISSUE) == 0) continue
    if ((marks & IS_OF_STS) == 0) return ask(ASKS_ISSUE, n, 0)
    const caller = load<u64>(row + answersAt + OF_IDENTITY) ^ CALLERS
    const noted = noteIssue(n, load<i32>(row, START), load<f64>(row), id, caller)
    if (noted == NO_CALLER) return ask(ASKS_CALLER, n, caller)
    if (noted != NOTED) return ask(ASKS_ISSUE, n, 0)
  }
  asks = NOTHING
  return chosen
}

/**
 * The answer to the last question: of a shape its number and how its ID is known; of an identity its number and the text that
 * is its ID; the text of a caller; an address, and whether it is an IPv4 address.
 */
export function answerSession(a: i32, b: i32): void {
  if (asks == ASKS_SHAPE) {
    if (pending != 0) keepShape(pending, a, b)
    shapeGiven = askedAt
    shapeCode = a
    shapeKind = b
    return
  }
  if (pending != 0) keep(pending, a, b)
  if (asks != ASKS_IDENTITY) return
  given = askedAt
  code = a
  id = b
}

function ask(about: i32, n: i32, hash: u64): i32 {
  asks = about
  askedAt = n
  pending = hash
  return n
}

function isFull(): bool {
  return isFullOfTexts() || isFullOfIssues() || identityCount == MOST_IDENTITIES
}

function noteAddress(n: i32, row: usize, marks: u32): bool {
  const cell = row + cellsAt + ADDRESS_CELL
  const to = marksMadeAt + <usize>n
  let address = ipv4At(load<i32>(cell), load<i32>(cell, 4))
  let bits = marks | IPV4
  if (address < 0) {
    const hash = load<u64>(row + answersAt + OF_ADDRESS) ^ ADDRESSES
    if (!find(hash)) {
      ask(ASKS_ADDRESS, n, hash)
      return false
    }
    address = <i64>(<u32>first)
    if (second == 0) bits = marks
  }
  store<u32>(addressesAt + ((<usize>n) << 2), <u32>address)
  store<u8>(to, <u8>bits)
  return true
}

// As in util/ipv4.ts.
function ipv4At(from: i32, length: i32): i64 {
  if (length < 7 || length > 15) return -1
  let address: i64 = 0
  let octet = -1
  let octets = 0
  for (let i = 0; i <= length; i++) {
    const digit = i == length ? DOT : <i32>at(from + i) - 0x30
    if (digit >= 0 && digit <= 9) {
      if (octet == 0) return -1
      octet = (octet < 0 ? 0 : octet * 10) + digit
    } else {
      if (digit != DOT || octet < 0 || octet > 255) return -1
      address = (address << 8) + octet
      octet = -1
      octets++
    }
  }
  return octets == 4 ? address : -1
}

const DOT: i32 = 0x2e - 0x30

// Sets `code` and `id`.
function findIdentity(n: i32, row: usize, marks: u32): bool {
  // Those of sign-ins depend on more than the identity, and none is found again.
  const isFound = (marks & SIGNS_IN) == 0
  const hash = isFound ? load<u64>(row + answersAt + OF_IDENTITY) : 0
  if (isFound && find(hash)) {
    code = first
    id = second
    return true
  }
  const cell = row + cellsAt + IDENTITY_CELL
  const start = load<i32>(cell)
  if (start == 0 || !takeApart(start, start + load<i32>(cell, 4))) {
    ask(ASKS_IDENTITY, n, hash)
    return false
  }
  if (shapeGiven != n) {
    const shapeHash = isFound ? load<u64>(APART, 8) ^ ((marks & IS_OF_CONSOLE) != 0 ? 1 : 0) : 0
    if (!isFound || !findShape(shapeHash)) {
      ask(ASKS_SHAPE, n, shapeHash)
      return false
    }
    shapeCode = first
    shapeKind = second
  }
  if (shapeKind == NONE) {
    code = NO_SESSION
    id = 0
  } else if (shapeKind == BY_KEY) {
    code = nextCode++
    addIdentity(shapeCode, hash)
  } else {
    ask(ASKS_IDENTITY, n, hash)
    return false
  }
  if (isFound) keep(hash, code, id)
  return true
}

// Of the identity that was taken apart, with its hash or 0. Sets `id`.
function addIdentity(shape: i32, hash: u64): void {
  const to = IDENTITIES + <usize>identityCount * IDENTITY_WIDTH
  id = add(load<i32>(APART, 16), load<i32>(APART, 20))
  store<i32>(to, shape)
  store<i32>(to, id, 4)
  store<i32>(to, id, 8)
  store<i32>(to, add(load<i32>(APART, 24), load<i32>(APART, 28)), 12)
  store<i32>(to, addAgain(load<i32>(APART, 32), load<i32>(APART, 36)), 16)
  store<i32>(to, add(load<i32>(APART, 40), load<i32>(APART, 44)), 20)
  store<u64>(to, hash, 24)
  identityCount++
}
