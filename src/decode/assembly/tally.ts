// Counting from a table: the records in a time range, and for each a number that stands for the value of a column, the same for
// the same value. One call per file and column; the caller examines only records whose value has no number yet.

import { ANSWER_TEXTS, DATA, TALLY_END } from './memory'
import { mix, quickHashAt } from './quick-hash'
import { tableAt, tableCount, tableStride } from './table'
import { copyText, roomFor, textsEnd } from './texts'

/** The numbers given, by hash, where rows would keep their texts: a hash, a number and its period. */
const NUMBERS: usize = ANSWER_TEXTS
const ENTRY: usize = 16
const MOST_NUMBERS: u32 = <u32>((TALLY_END - NUMBERS) / ENTRY)
/** Bytes for each record: its address, its number, its place among the new ones, its time and its fingerprint. */
const ROOM: usize = 4 + 4 + 4 + 8 + 20
/** Offset and words of a fingerprint in a record of the table. */
const PRINT: usize = 8
const PRINT_ROOM: usize = 20
/** Room for packed texts, and for their ends. */
const PACKED_ROOM: usize = 0x4000
const MOST_PACKED: i32 = 0x1000
/** Keeps the hashes of texts apart from those of answers. */
const OF_TEXT: u64 = 0x9e3779b97f4a7c15

/** Addresses: times and fingerprints of the chosen records, their addresses in the table, the numbers of the last column. */
export let timesAt: usize = 0
export let printsAt: usize = 0
export let chosenAt: usize = 0
export let numbersAt: usize = 0
/** Which of the chosen records got a new number from the last call, in the order of the numbers. */
export let newsAt: usize = 0
/** What `packCells` has packed: the texts, and where each ends. */
export let packedAt: usize = 0
export let packedEndsAt: usize = 0
/** Times of the first and the last record of the table, chosen or not. */
export let tableFrom: f64 = 0
export let tableTo: f64 = 0

/** Number of chosen records. */
export let chosen: i32 = 0
let used: u32 = 0
let period: u32 = 0

/** Chooses the records with a time in [from, to]. Returns their number, or -1 if there is no memory. */
export function choose(from: f64, to: f64): i32 {
  const count = <usize>tableCount
  if (!roomFor(count * ROOM + PACKED_ROOM + <usize>MOST_PACKED * 4 + 16)) return -1
  timesAt = (textsEnd + 15) & ~15
  printsAt = timesAt + count * 8
  chosenAt = printsAt + count * PRINT_ROOM
  numbersAt = chosenAt + count * 4
  newsAt = numbersAt + count * 4
  packedEndsAt = newsAt + count * 4
  packedAt = packedEndsAt + <usize>MOST_PACKED * 4
  tableFrom = Infinity
  tableTo = -Infinity
  chosen = 0
  const end = tableAt + count * <usize>tableStride
  for (let row = tableAt; row < end; row += <usize>tableStride) {
    const time = load<f64>(row)
    tableFrom = min(tableFrom, time)
    tableTo = max(tableTo, time)
    if (time < from || time > to) continue
    store<u32>(chosenAt + ((<usize>chosen) << 2), <u32>row)
    chosen++
  }
  return chosen
}

/** Where the memory ends that `choose` has reserved. */
export function tallyEnd(): usize {
  return packedAt + PACKED_ROOM
}

/** Only the first ones remain, after the caller has put others in their place. */
export function setChosen(count: i32): void {
  chosen = count
}

/** Writes times and fingerprints of the chosen records. */
export function gather(): void {
  for (let n: usize = 0; n < <usize>chosen; n++) {
    const row = <usize>load<u32>(chosenAt + (n << 2))
    store<f64>(timesAt + (n << 3), load<f64>(row))
    const print = printsAt + n * PRINT_ROOM
    v128.store(print, v128.load(row + PRINT))
    store<u32>(print, load<u32>(row + PRINT, 16), 16)
  }
}

/**
 * Numbers the chosen records by the text of a cell, or where it is not plain, and with `cell` -1, by the answers to some
 * questions, one after the other; both are offsets in a record. New numbers begin at `next`. Numbers of another period are
 * forgotten, and sometimes all. Returns how many are new.
 */
export function numberRecords(now: u32, next: i32, cell: i32, question: i32, questions: i32): i32 {
  if (now != period) {
    period = now
    used = 0
  }
  let fresh = 0
  for (let n: usize = 0; n < <usize>chosen; n++) {
    const row = <usize>load<u32>(chosenAt + (n << 2))
    const length = cell < 0 ? -1 : load<i32>(row + <usize>cell, 4)
    let hash: u64
    if (length >= 0) {
      const text = quickHashAt(DATA + <usize>load<i32>(row + <usize>cell), length)
      hash = mix(OF_TEXT + <u64>question, text)
    } else {
      const answers = row + <usize>question
      hash = load<u64>(answers)
      for (let q = 1; q < questions; q++) hash = mix(hash, load<u64>(answers + ((<usize>q) << 3)))
    }
    const entry = placeOf(hash)
    if (load<u32>(entry, 12) == period) {
      store<u32>(numbersAt + (n << 2), load<u32>(entry, 8))
      continue
    }
    const number = next + fresh
    store<u64>(entry, hash)
    store<i32>(entry, number, 8)
    store<u32>(entry, period, 12)
    store<i32>(numbersAt + (n << 2), number)
    store<u32>(newsAt + ((<usize>fresh) << 2), <u32>n)
    fresh++
    if (++used * 2 < MOST_NUMBERS) continue
    memory.fill(NUMBERS, 0, <usize>MOST_NUMBERS * ENTRY)
    used = 0
  }
  return fresh
}

/**
 * Packs texts of a cell as TextPacker does, of the records with new numbers from one of them on. Returns how many: until a text
 * is not plain, or there is no more room.
 */
export function packCells(cell: i32, first: i32, fresh: i32): i32 {
  const most = min(fresh - first, MOST_PACKED)
  let to = packedAt
  let count = 0
  for (; count < most; count++) {
    const n = load<u32>(newsAt + ((<usize>(first + count)) << 2))
    const row = <usize>load<u32>(chosenAt + ((<usize>n) << 2))
    const length = load<i32>(row + <usize>cell, 4)
    // Bytes are copied beyond the end.
    if (length < 0 || to + <usize>length + 17 > packedAt + PACKED_ROOM) break
    store<u8>(to, 0)
    copyText(to + 1, DATA + <usize>load<i32>(row + <usize>cell), length)
    to += <usize>length + 1
    store<u32>(packedEndsAt + ((<usize>count) << 2), <u32>(to - packedAt))
  }
  return count
}

// Of the entry with the hash, or of the free one where it belongs. Entries of another period are free.
function placeOf(hash: u64): usize {
  let n = <u32>hash & (MOST_NUMBERS - 1)
  let entry = NUMBERS + <usize>n * ENTRY
  while (load<u32>(entry, 12) == period && load<u64>(entry) != hash) {
    n = (n + 1) & (MOST_NUMBERS - 1)
    entry = NUMBERS + <usize>n * ENTRY
  }
  return entry
}
