// The literal pre-test: which records hold words that any match must hold.

import {
  at,
  CLOSE_ARRAY,
  COMMA,
  DATA,
  NEEDLE_HIT,
  NEEDLE_LAST,
  NEEDLE_ROOM,
  NEEDLE_TEXT,
  NEEDLES,
  OPEN,
  PASSED_OVER,
  size,
  skipSpace,
} from './memory'
import { nested } from './json'

let needles: i32 = 0

/** So many needles are filled in, and none of them looked for. */
export function setNeedles(count: i32): void {
  needles = count
  for (let n = 0; n < count; n++) store<i32>(needle(n) + NEEDLE_HIT, -1)
}

/** Another text: nothing of it has been looked at. */
export function beginText(): void {
  store<i32>(PASSED_OVER, 0)
  setNeedles(needles)
}

/**
 * Whether the bytes in [start, end) hold a needle of every group. To be asked in ascending order of the starts: each
 * needle is looked for only from where it was found last, so that one pass over the text serves all its records.
 */
export function mayMatch(start: i32, end: i32): bool {
  let found = false
  for (let n = 0; n < needles; n++) {
    const at = needle(n)
    const length = <i32>load<u8>(at)
    if (!found) {
      let hit = load<i32>(at + NEEDLE_HIT)
      if (hit < start) {
        hit = find(at + NEEDLE_TEXT, length, start)
        store<i32>(at + NEEDLE_HIT, hit)
      }
      // Not by a sum: what is nowhere is at the end of all numbers.
      found = hit <= end - length
    }
    if (load<u8>(at + NEEDLE_LAST) == 0) continue
    if (!found) return false
    found = false
  }
  return true
}

/**
 * Passes over whole records that cannot match, from the one that begins at `start` on. Returns where somebody has to
 * look: the start of a record that may match or after which things are not as they should be, or the bracket that
 * closes the list.
 */
export function passOver(start: i32): i32 {
  let i = start
  while (true) {
    const end = nested(i)
    if (end < 0) return i
    const after = skipSpace(end)
    const c = at(after)
    const next = c == COMMA ? skipSpace(after + 1) : after
    if (c != COMMA && c != CLOSE_ARRAY) return i
    if (c == COMMA && at(next) != OPEN) return i
    if (mayMatch(i, end)) return i
    store<i32>(PASSED_OVER, load<i32>(PASSED_OVER) + 1)
    if (c == CLOSE_ARRAY) return after
    i = next
  }
}

function needle(index: i32): usize {
  return NEEDLES + <usize>(index * NEEDLE_ROOM)
}

// The first place from `from` on where these bytes lie; the largest number when there is none.
function find(text: usize, length: i32, from: i32): i32 {
  const tail = <usize>length - 1
  const first = i8x16.splat(load<i8>(text))
  const last = i8x16.splat(load<i8>(text + tail))
  for (let i = from; i + length <= size; i += 16) {
    let hits = i8x16.bitmask(
      v128.and(i8x16.eq(first, v128.load(<usize>i, DATA)), i8x16.eq(last, v128.load(<usize>i + tail, DATA))),
    )
    for (; hits != 0; hits &= hits - 1) {
      const hit = i + ctz(hits)
      if (hit + length > size) return i32.MAX_VALUE
      if (memory.compare(text, DATA + <usize>hit, length) == 0) return hit
    }
  }
  return i32.MAX_VALUE
}
