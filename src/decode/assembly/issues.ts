// The calls of STS that created credentials: the texts by which these are known later, as columns.

import { object } from './json'
import { find, first } from './known'
import { findMade } from './made'
import { at, ISSUES, MADE, QUOTE, slotEnd, slotStart } from './memory'
import { add, addAgain, plainLength } from './session-texts'

const MOST_ISSUES: i32 = 0x100
export const ISSUE_TIMES: usize = ISSUES + 0x3000
export const ISSUE_RECORDS: usize = ISSUE_TIMES + 0x800
export let issueCount: i32 = 0
/** Sum of the lengths of a call's texts, at most. */
const LONGEST: i32 = 0x4000

// Columns in the order of ISSUE_TEXTS in trace/session-part.ts.
const WIDTH: usize = 48
const EVENT_ID: usize = 0
const EVENT_NAME: usize = 4
const ACCOUNT: usize = 8
const SHARED_ID: usize = 12
const BY: usize = 16
const CALLER: usize = 20
const KEY: usize = 24
const PRINCIPAL: usize = 28
const ROLE_ARN: usize = 32
const SOURCE: usize = 36

/** What `noteIssue` returns: nothing more to do, a call that is written in an unusual way, a caller who is not known. */
export const NOTED: i32 = 0
export const ODD: i32 = 1
export const NO_CALLER: i32 = 2

let idSlot: i32 = 0
let nameSlot: i32 = 0
let accountSlot: i32 = 0
let sharedSlot: i32 = 0
let requestSlot: i32 = 0
let responseSlot: i32 = 0

export function setIssueSlots(
  id: i32,
  name: i32,
  account: i32,
  shared: i32,
  request: i32,
  response: i32,
): void {
  idSlot = id
  nameSlot = name
  accountSlot = account
  sharedSlot = shared
  requestSlot = request
  responseSlot = response
}

export function beginIssues(): void {
  issueCount = 0
}

export function isFullOfIssues(): bool {
  return issueCount == MOST_ISSUES
}

/**
 * Adds the call of the record number `n`, which begins at `start`, unless it made nothing. `by`: the text that is the ID of its
 * credential, or 0; then the text of who made it is known under the hash.
 */
export function noteIssue(n: i32, start: i32, time: f64, by: i32, callerHash: u64): i32 {
  object(start)
  if (!findMade(slotStart(requestSlot), slotStart(responseSlot))) return ODD
  const key = load<i32>(MADE)
  const principal = load<i32>(MADE, 8)
  const role = load<i32>(MADE, 16)
  const source = load<i32>(MADE, 24)
  if (key == 0 && principal == 0 && (role == 0 || source == 0)) return NOTED
  const odd =
    lengthOf(idSlot) |
    lengthOf(nameSlot) |
    lengthOf(accountSlot) |
    lengthOf(sharedSlot) |
    plainLength(key, load<i32>(MADE, 4)) |
    plainLength(principal, load<i32>(MADE, 12)) |
    plainLength(role, load<i32>(MADE, 20)) |
    plainLength(source, load<i32>(MADE, 28))
  // One is odd, or the eight of them might be too long.
  if (odd < 0 || odd >= LONGEST >> 3) return ODD
  let caller = 0
  if (by == 0) {
    if (!find(callerHash)) return NO_CALLER
    caller = first
  }
  const to = ISSUES + <usize>issueCount * WIDTH
  memory.fill(to, 0, WIDTH)
  store<i32>(to, addSlot(idSlot, false), EVENT_ID)
  store<i32>(to, addSlot(nameSlot, true), EVENT_NAME)
  store<i32>(to, addSlot(accountSlot, true), ACCOUNT)
  store<i32>(to, addSlot(sharedSlot, false), SHARED_ID)
  store<i32>(to, by, BY)
  store<i32>(to, caller, CALLER)
  store<i32>(to, add(key + 1, load<i32>(MADE, 4) - 1), KEY)
  store<i32>(to, add(principal + 1, load<i32>(MADE, 12) - 1), PRINCIPAL)
  store<i32>(to, addAgain(role + 1, load<i32>(MADE, 20) - 1), ROLE_ARN)
  store<i32>(to, addAgain(source + 1, load<i32>(MADE, 28) - 1), SOURCE)
  store<f64>(ISSUE_TIMES + ((<usize>issueCount) << 3), time)
  store<i32>(ISSUE_RECORDS + ((<usize>issueCount) << 2), n)
  issueCount++
  return NOTED
}

function addSlot(slot: i32, isAgain: bool): i32 {
  const start = slotStart(slot)
  if (start <= 0 || at(start) != QUOTE) return 0
  return isAgain ? addAgain(start + 1, slotEnd(slot) - 1) : add(start + 1, slotEnd(slot) - 1)
}

// Of the text of a slot; 0 for none, -1 if it is odd.
function lengthOf(slot: i32): i32 {
  const start = slotStart(slot)
  return start <= 0 || at(start) != QUOTE ? 0 : plainLength(start, slotEnd(slot))
}
