// New texts of sessions and calls, packed as TextPacker packs them. The caller takes them before there is no more room.

import { DATA, KEY_ROOM, MASKS, SESSION_TEXTS } from './memory'
import { AGAIN, find, first, keep } from './known'
import { quickHashAt } from './quick-hash'
import { copyText } from './texts'

export const TEXTS: usize = SESSION_TEXTS
const TEXTS_ROOM: usize = 0x10000
/** Where each of them ends. */
export const TEXT_ENDS: usize = TEXTS + TEXTS_ROOM
const MOST_TEXTS: i32 = 0x1000
/** Where the room for the ends ends. */
export const AFTER_TEXTS: usize = TEXT_ENDS + 0x4000
/** Room for the texts of one record. */
const OF_RECORD: usize = 0x6000

export let textCount: i32 = 0
let end: usize = TEXTS
let next: i32 = 0

/** Those from now on have numbers from this one on. */
export function beginTexts(number: i32): void {
  textCount = 0
  end = TEXTS
  next = number
}

/** There may be no room for the texts of another record. */
export function isFullOfTexts(): bool {
  return end + OF_RECORD > TEXTS + TEXTS_ROOM || textCount + 16 > MOST_TEXTS
}

/** Adds ASCII text. Returns its number; 0 for the empty one. */
export function add(from: i32, to: i32): i32 {
  if (from >= to) return 0
  store<u8>(end, 0)
  copyText(end + 1, DATA + <usize>from, to - from)
  end += <usize>(to - from) + 1
  store<u32>(TEXT_ENDS + ((<usize>textCount) << 2), <u32>(end - TEXTS))
  textCount++
  return next++
}

/** The same of a text that comes again and again. */
export function addAgain(from: i32, to: i32): i32 {
  if (from >= to) return 0
  const hash = quickHashAt(DATA + <usize>from, to - from) ^ AGAIN
  if (find(hash)) return first
  const number = add(from, to)
  keep(hash, number, 0)
  return number
}

/** Length of the text that has quotes at both ends; -1 unless it is ASCII without escapes. 0 for one at 0. */
export function plainLength(start: i32, end: i32): i32 {
  if (start == 0) return 0
  const from = start + 1
  const to = end - 1
  let odd = i8x16.splat(0)
  for (let i = from; i < to; i += 16) {
    const v = v128.load(<usize>i, DATA)
    const mask = to - i >= 16 ? i8x16.splat(-1) : v128.load(MASKS + <usize>(KEY_ROOM - (to - i)))
    odd = v128.or(odd, v128.and(v128.or(i8x16.eq(v, i8x16.splat(0x5c)), i8x16.lt_s(v, i8x16.splat(0))), mask))
  }
  return v128.any_true(odd) ? -1 : to - from
}
