// Rows of a table: the cells of each of its records, one after the other. A cell is a text of the record, or one that the
// caller has computed for another record with the same values (answers.ts).

import { answer, answerLength, find, keep } from './answers'
import { COLUMNS, DATA } from './memory'
import { copyText, roomFor, textsEnd } from './texts'

/** Instead of an offset within a record of the table. */
const NONE: u16 = 0xffff
/** `makeRow` returns it if the row is too long. */
const NO_ROOM: i32 = -1000

let rowStart: usize = 0
let rowEnd: usize = 0
let limit: usize = 0

/** Address of the rows made so far. */
export let rowsAt: usize = 0

/** Reserves memory for rows of `length` bytes in all, after the last text. False if it cannot be allocated. */
export function reserveRows(length: i32): bool {
  if (!roomFor(<usize>length)) return false
  rowsAt = (textsEnd + 15) & ~15
  rowEnd = rowsAt
  // Texts are copied beyond their end.
  limit = textsEnd + <usize>length - 16
  return true
}

/** Forgets the rows made so far. */
export function dropRows(): void {
  rowEnd = rowsAt
}

/**
 * Writes the cells of the record at `record` from column `first` on. Returns the length of the row; less than 0 if a text is
 * unknown, which `addCell` must then add: -1 for that of the first column, -2 for that of the second.
 */
export function makeRow(record: usize, first: i32): i32 {
  const count = <i32>load<u8>(COLUMNS)
  const delimiter = load<u8>(COLUMNS, 1)
  if (first == 0) rowStart = rowEnd
  let to = rowEnd
  for (let n = first; n < count; n++) {
    const column = COLUMNS + <usize>((n + 1) << 2)
    const cell = load<u16>(column)
    const question = load<u16>(column, 2)
    let from: usize = 0
    let length = -1
    if (cell != NONE) {
      from = DATA + <usize>load<i32>(record + <usize>cell)
      length = load<i32>(record + <usize>cell, 4)
    }
    if (length < 0 && question != NONE && find(load<u64>(record + <usize>question))) {
      from = answer
      length = answerLength
    }
    if (to + <usize>max(length, 0) >= limit) {
      rowEnd = rowStart
      return NO_ROOM
    }
    if (n > 0) {
      store<u8>(to, delimiter)
      to++
    }
    if (length < 0) {
      rowEnd = to
      return -1 - n
    }
    copyText(to, from, length)
    to += <usize>length
  }
  rowEnd = to
  return <i32>(to - rowStart)
}

/** Where the caller writes a cell of `length` bytes; 0 if there is no room, which drops the row. */
export function roomForCell(length: i32): usize {
  if (rowEnd + <usize>length < limit) return rowEnd
  rowEnd = rowStart
  return 0
}

/** Adds a cell that was written there. Keeps it for records with the same hash unless that is 0. */
export function addCell(length: i32, hash: u64): void {
  keep(hash, rowEnd, length)
  rowEnd += <usize>length
}
