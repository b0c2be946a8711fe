// Texts that are put together, in the memory after the table.

import { extendTo } from './memory'

/** Where the next text goes. */
export let textsEnd: usize = 0
let limit: usize = 0
/** So much is there for a few texts, and for bytes that are copied beyond their end. */
const MORE: usize = 1 << 16

/** Forgets all texts. Those that follow begin at `address`. */
export function beginTexts(address: usize): void {
  textsEnd = address
  limit = (<usize>memory.size()) << 16
}

/** False if memory cannot be allocated. */
export function roomFor(length: usize): bool {
  const end = textsEnd + length + 32
  if (end <= limit) return true
  if (!extendTo(end + MORE)) return false
  limit = (<usize>memory.size()) << 16
  return true
}

/** For which there is room. */
export function addText(from: usize, length: i32): void {
  copyText(textsEnd, from, length)
  textsEnd += <usize>length
}

/** Reads and writes up to 15 bytes beyond the end. */
export function copyText(to: usize, from: usize, length: i32): void {
  for (let i: usize = 0; i < <usize>length; i += 16) v128.store(to + i, v128.load(from + i))
}
