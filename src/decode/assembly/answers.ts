// Texts that the caller has computed, by the hash of what they depend on: cells, and how to make one of texts of a record
// (resources.ts). They outlast the text that is scanned. When the room is used up, all are forgotten.

import { ENTRY, entryOf } from './hash-table'
import { ANSWER_TABLE, ANSWER_TEXTS, CRC_ROOM, MOST_ANSWERS } from './memory'

/** Longer texts seldom come again. */
const LONGEST: i32 = 4096

let count: i32 = 0
let textsEnd: usize = ANSWER_TEXTS

/** Address and length of the answer that `find` has found. */
export let answer: usize = 0
export let answerLength: i32 = 0

/** True if there is an answer under the hash. */
export function find(hash: u64): bool {
  const entry = entryOf(ANSWER_TABLE, MOST_ANSWERS, hash)
  if (load<u64>(entry) == 0) return false
  answer = <usize>load<u32>(entry, 8)
  answerLength = load<i32>(entry, 12)
  return true
}

/** Keeps a text under a hash; 0 stands for none. */
export function keep(hash: u64, text: usize, length: i32): void {
  if (hash == 0 || length > LONGEST) return
  // Room for the bytes that are copied beyond the end.
  if (count == MOST_ANSWERS / 2 || textsEnd + <usize>length + 16 > CRC_ROOM) {
    memory.fill(ANSWER_TABLE, 0, <usize>MOST_ANSWERS * ENTRY)
    count = 0
    textsEnd = ANSWER_TEXTS
  }
  const entry = entryOf(ANSWER_TABLE, MOST_ANSWERS, hash)
  if (load<u64>(entry) != 0) return
  store<u64>(entry, hash)
  store<u32>(entry, <u32>textsEnd, 8)
  store<i32>(entry, length, 12)
  memory.copy(textsEnd, text, length)
  textsEnd = (textsEnd + <usize>length + 7) & ~7
  count++
}
