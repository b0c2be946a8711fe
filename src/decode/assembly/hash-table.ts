// Hash tables with linear probing: answers.ts and known.ts. An entry is a hash and two words; a hash of 0 is a free place.

/** Bytes. */
export const ENTRY: usize = 16

/** Of the entry with the hash, or of the free one where it belongs. `most` entries, a power of two. */
export function entryOf(table: usize, most: i32, hash: u64): usize {
  const mask = <u64>(most - 1)
  let n = hash & mask
  let entry = table + <usize>n * ENTRY
  while (load<u64>(entry) != hash && load<u64>(entry) != 0) {
    n = (n + 1) & mask
    entry = table + <usize>n * ENTRY
  }
  return entry
}
