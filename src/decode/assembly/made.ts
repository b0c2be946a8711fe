// What a call of STS made: the few texts of its parameters and its answer by which a credential is known later.

import { memberAt } from './apart'
import { lastKeyEnd, value, valueAfterKey } from './json'
import { at, CLOSE, COMMA, MADE, OPEN, QUOTE, skipSpace } from './memory'

// Places of members in MEMBER_KEYS of json/table.ts.
const ACCESS_KEY: i32 = 5
const CREDENTIALS: i32 = 10
const ROLE_USER: i32 = 11
const ROLE_ID: i32 = 12
const ROLE_ARN: i32 = 13
const SOURCE_IDENTITY: i32 = 14

// Offsets in MADE: start and end of each value with its quotes; 0 for none.
const OF_KEY: usize = 0
const OF_ROLE_ID: usize = 8
const OF_ROLE_ARN: usize = 16
const OF_SOURCE: usize = 24
const OF_SOURCE_ANSWERED: usize = 32

/**
 * Finds them in the valid values that begin at `request` and `response`, -1 for none, and writes where they are to MADE. False
 * if a key contains escapes.
 */
export function findMade(request: i32, response: i32): bool {
  memory.fill(MADE, 0, 40)
  if (request >= 0 && at(request) == OPEN && walk(request, REQUEST) < 0) return false
  if (response >= 0 && at(response) == OPEN && walk(response, RESPONSE) < 0) return false
  if (load<i32>(MADE + OF_SOURCE) == 0) store<u64>(MADE + OF_SOURCE, load<u64>(MADE + OF_SOURCE_ANSWERED))
  return true
}

const REQUEST: i32 = 0
const RESPONSE: i32 = 1
const OF_CREDENTIALS: i32 = 2
const OF_ROLE_USER: i32 = 3

// The last one of duplicate keys counts, as in JSON.parse. Returns where the object ends, or -1.
function walk(start: i32, part: i32): i32 {
  let i = skipSpace(start + 1)
  if (at(i) == CLOSE) return i + 1
  while (true) {
    const key = i + 1
    const from = valueAfterKey(i)
    if (from < 0) return -1
    const member = memberAt(key, lastKeyEnd - key)
    let inner = -1
    if (part == RESPONSE && member == CREDENTIALS) {
      note(OF_KEY, 0, 0)
      inner = OF_CREDENTIALS
    } else if (part == RESPONSE && member == ROLE_USER) {
      note(OF_ROLE_ID, 0, 0)
      inner = OF_ROLE_USER
    }
    i = inner >= 0 && at(from) == OPEN ? walk(from, inner) : value(from)
    if (i < 0) return -1
    if (part == REQUEST) {
      if (member == ROLE_ARN) note(OF_ROLE_ARN, from, i)
      else if (member == SOURCE_IDENTITY) note(OF_SOURCE, from, i)
    } else if (part == RESPONSE) {
      if (member == SOURCE_IDENTITY) note(OF_SOURCE_ANSWERED, from, i)
    } else if (part == OF_CREDENTIALS) {
      if (member == ACCESS_KEY) note(OF_KEY, from, i)
    } else if (member == ROLE_ID) note(OF_ROLE_ID, from, i)
    i = skipSpace(i)
    if (at(i) != COMMA) return i + 1
    i = skipSpace(i + 1)
  }
  return i
}

function note(place: usize, from: i32, to: i32): void {
  const isText = to - from > 2 && at(from) == QUOTE
  store<i32>(MADE + place, isText ? from : 0)
  store<i32>(MADE + place, isText ? to : 0, 4)
}
