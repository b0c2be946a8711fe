// The time and the identity of an event, which are needed for every event.

import { hashAt } from './hash'
import { object } from './json'
import {
  at,
  CLOSE_ARRAY,
  COLON,
  COMMA,
  DATA,
  EVENT_KEY,
  EVENT_KEY_ROOM,
  OPEN,
  QUOTE,
  size,
  slotEnd,
  slotStart,
} from './memory'

/**
 * Writes event ID, a zero byte and account of the object just scanned, from two slots, to EVENT_KEY, and hashes them. Returns
 * the length of the key; -1 if one of them is not plain text: absent, empty, with escapes or non-ASCII letters, or too long.
 */
export function eventKey(idSlot: i32, accountSlot: i32): i32 {
  const id = copyText(idSlot, 0)
  if (id < 0) return -1
  store<u8>(EVENT_KEY + <usize>id, 0)
  const length = copyText(accountSlot, id + 1)
  if (length >= 0) hashEventKey(length)
  return length
}

/** Hashes a key that the caller has written to EVENT_KEY. */
export function hashEventKey(length: i32): void {
  hashAt(EVENT_KEY, length)
}

// Appends the text of a slot to the event's key, at offset `at`. Returns the offset of its end, or -1.
function copyText(slot: i32, at: i32): i32 {
  const start = slotStart(slot) + 1
  const length = slotEnd(slot) - start - 1
  if (start <= 0 || load<u8>(<usize>start - 1, DATA) != QUOTE || length <= 0) return -1
  // Leaves room for the bytes that the hash reads past the end.
  if (at + length + 16 > EVENT_KEY_ROOM) return -1
  let odd = i8x16.splat(0)
  for (let i = 0; i < length; i += 16) {
    const v = v128.load(<usize>(start + i), DATA)
    odd = v128.or(odd, v128.or(i8x16.eq(v, i8x16.splat(0x5c)), i8x16.lt_s(v, i8x16.splat(0))))
    v128.store(EVENT_KEY + <usize>(at + i), v)
  }
  // What stands behind the text counts too, but there it is a quote and whatever follows: seldom odd, and then only slow.
  return v128.any_true(odd) ? -1 : at + length
}

/**
 * Epoch milliseconds of a slot's text in the form of nearly all records, `2024-08-18T11:48:43Z`; NaN for everything else.
 */
export function time(slot: i32): f64 {
  const from = slotStart(slot) + 1
  return from <= 0 ? NaN : timeAt(from, slotEnd(slot) - 1)
}

/** The same of the text in [i, end). */
export function timeAt(i: i32, end: i32): f64 {
  if (end - i != 20) return NaN
  if (at(i + 4) != 0x2d || at(i + 7) != 0x2d || at(i + 10) != 0x54 || at(i + 13) != COLON) return NaN
  if (at(i + 16) != COLON || at(i + 19) != 0x5a) return NaN
  const century = two(i)
  const yearOfCentury = two(i + 2)
  const month = two(i + 5)
  const day = two(i + 8)
  const hour = two(i + 11)
  const minute = two(i + 14)
  const second = two(i + 17)
  // Everything except digits in range is left to the general parser, and is probably not a time.
  if (((century | yearOfCentury | month | day | hour | minute | second) & NO_NUMBER) != 0) return NaN
  const year = century * 100 + yearOfCentury
  if (year < 1970 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return NaN
  const isLeap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0)
  const lastDay = month == 2 ? 28 + i32(isLeap) : 30 + ((month + (month >> 3)) & 1)
  if (day < 1 || day > lastDay) return NaN
  // Days since 1970-01-01, counting years from March so that the odd day comes last.
  const y = month > 2 ? year : year - 1
  const m = month > 2 ? month - 3 : month + 9
  const days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468
  return (<f64>days * 86400 + <f64>(hour * 3600 + minute * 60 + second)) * 1000
}

const NO_NUMBER: i32 = 1 << 30

function two(i: i32): i32 {
  const a = at(i) - 0x30
  const b = at(i + 1) - 0x30
  return a < 10 && b < 10 ? a * 10 + b : NO_NUMBER
}

let timeSlot: i32 = 0
let versionSlot: i32 = 0
let sourceSlot: i32 = 0
let listSlot: i32 = 0

/** Sets the slots by which records are examined; `list` is the first of the four list keys. */
export function setRecordSlots(ofTime: i32, version: i32, source: i32, list: i32): void {
  timeSlot = ofTime
  versionSlot = version
  sourceSlot = source
  listSlot = list
}

/** Time of the record that `usualRecord` has examined. */
export let recordTime: f64 = 0

/**
 * Scans the record at `start`. Returns the offset after it; -1 unless it is complete, has a time, contains no other records and
 * has the form in which CloudTrail writes records.
 */
export function usualRecord(start: i32): i32 {
  if (at(start) != OPEN) return -1
  const end = object(start)
  if (end < 0 || slotStart(versionSlot) < 0 || isOfOthers(slotStart(sourceSlot))) return -1
  for (let slot = listSlot; slot < listSlot + 4; slot++) if (slotStart(slot) >= 0) return -1
  recordTime = time(timeSlot)
  return isNaN(recordTime) ? -1 : end
}

/** Times of the first and the last event of the text, set by `spanOf`. */
export let spanFrom: f64 = 0
export let spanTo: f64 = 0

/** True if the text, from the record at `start` on, is a log file in which every record is usual. */
export function spanOf(start: i32): bool {
  spanFrom = Infinity
  spanTo = -Infinity
  for (let i = start; ;) {
    const end = usualRecord(i)
    if (end < 0) return false
    spanFrom = min(spanFrom, recordTime)
    spanTo = max(spanTo, recordTime)
    if (at(end) == CLOSE_ARRAY) return end == size - 2
    if (at(end) != COMMA) return false
    i = end + 1
  }
  return false
}

// `"aws:`, as in the notifications of S3.
function isOfOthers(source: i32): bool {
  return source >= 0 && load<u32>(<usize>source, DATA) == 0x73_77_61_22 && at(source + 4) == COLON
}
