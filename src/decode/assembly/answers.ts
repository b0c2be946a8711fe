// Texts that the caller has computed, by the hash of what they depend on: cells, and how to make one of texts of a record
// (resources.ts). They outlast the text that is scanned. When the room is used up, all are forgotten.

import { ANSWER_TABLE, ANSWER_TEXTS, DATA, MOST_ANSWERS } from './memory'

/** A hash, an address and a length. */
const ENTRY: usize = 16
/** Longer texts seldom come again. */
const LONGEST: i32 = 4096

let count: i32 = 0
let textsEnd: usize = ANSWER_TEXTS

/** Address and length of the answer that `find` has found. */
export let answer: usize = 0
export let answerLength: i32 = 0

/** True if there is an answer under the hash. */
export function find(hash: u64): bool {
  const entry = placeOf(hash)
  if (load<u64>(entry) == 0) return false
  answer = <usize>load<u32>(entry, 8)
  answerLength = load<i32>(entry, 12)
  return true
}

/** Keeps a text under a hash; 0 stands for none. */
export function keep(hash: u64, text: usize, length: i32): void {
  if (hash == 0 || length > LONGEST) return
  // Room for the bytes that are copied beyond the end.
  if (count == MOST_ANSWERS / 2 || textsEnd + <usize>length + 16 > DATA) {
    memory.fill(ANSWER_TABLE, 0, <usize>MOST_ANSWERS * ENTRY)
    count = 0
    textsEnd = ANSWER_TEXTS
  }
  const entry = placeOf(hash)
  if (load<u64>(entry) != 0) return
  store<u64>(entry, hash)
  store<u32>(entry, <u32>textsEnd, 8)
  store<i32>(entry, length, 12)
  memory.copy(textsEnd, text, length)
  textsEnd = (textsEnd + <usize>length + 7) & ~7
  count++
}

// Of the entry with the hash, or of the free one where it belongs.
function placeOf(hash: u64): usize {
  const mask = <u64>(MOST_ANSWERS - 1)
  let n = hash & mask
  let entry = ANSWER_TABLE + <usize>n * ENTRY
  while (load<u64>(entry) != hash && load<u64>(entry) != 0) {
    n = (n + 1) & mask
    entry = ANSWER_TABLE + <usize>n * ENTRY
  }
  return entry
}
