// The words of a text, as bits: what an index keeps of a file, to tell later that a word is not in it. A word is a run of
// letters, digits and `_.@-` of ASCII, of MIN_WORD bytes at least; what JSON escapes, ends it. index/words.ts asks the
// same hash of the words of a question, and sets the same bits.

import { at, DATA, extendTo, size, stack } from './memory'

const MIN_WORD: i32 = 3
/** Bits a word, and how many of them are set for it. */
const BITS: i32 = 10
const PROBES: i32 = 5
const SMALLEST: i32 = 64

/** Where the bits are, and how many bytes of them. */
export let wordBits: usize = 0
export let wordBytes: i32 = 0

/** Collects the words of the text. False if memory cannot be allocated. Overwrites the memory after the text. */
export function collectWords(): bool {
  let room = 1024
  while (room < size >> 5) room <<= 1
  const table = (stack + 15) & ~15
  let count = -1
  for (; count < 0; room <<= 1) {
    if (!extendTo(table + ((<usize>room) << 2))) return false
    count = fill(table, room)
    if (count >= 0) break
  }
  wordBytes = SMALLEST
  while (wordBytes << 3 < count * BITS) wordBytes <<= 1
  wordBits = table + ((<usize>room) << 2)
  if (!extendTo(wordBits + <usize>wordBytes)) return false
  memory.fill(wordBits, 0, wordBytes)
  for (let i = 0; i < room; i++) {
    const hash = load<u32>(table + ((<usize>i) << 2))
    if (hash != 0) mark(hash)
  }
  return true
}

// A set of hashes, at most three quarters full. Returns how many there are, or -1 when there are too many.
function fill(table: usize, room: i32): i32 {
  memory.fill(table, 0, (<usize>room) << 2)
  const most = room - (room >> 2)
  let count = 0
  let start = -1
  // Bytes before this one belong to an escape.
  let escaped = 0
  // The zeros after the text end the last word.
  for (let base = 0; base <= size; base += 16) {
    const v = v128.load(<usize>base, DATA)
    let letters = i8x16.bitmask(isOfWord(v))
    let slashes = i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x5c)))
    if (escaped > base) letters &= -1 << min(escaped - base, 16)
    for (; slashes != 0; slashes &= slashes - 1) {
      const slash = base + ctz(slashes)
      if (slash < escaped) continue
      escaped = slash + (at(slash + 1) == 0x75 ? 6 : 2)
      letters &= (-1 << (escaped - base)) | ((1 << (slash - base)) - 1)
    }
    // Where words begin and end.
    let edges = (letters ^ ((letters << 1) | i32(start >= 0))) & 0xffff
    for (; edges != 0; edges &= edges - 1) {
      const edge = base + ctz(edges)
      if (start < 0) {
        start = edge
        continue
      }
      if (edge - start >= MIN_WORD) {
        const hash = hashOf(start, edge - start)
        let place = table + ((<usize>(hash & (room - 1))) << 2)
        let known = load<u32>(place)
        while (known != hash && known != 0) {
          place = table + ((place - table + 4) & (((<usize>room) << 2) - 1))
          known = load<u32>(place)
        }
        if (known == 0) {
          if (count == most) return -1
          count++
          store<u32>(place, hash)
        }
      }
      start = -1
    }
  }
  return count
}

// Letters, digits and `_.@-`: letters with the bit of their case set, `-.` and digits but for the slash between them.
function isOfWord(v: v128): v128 {
  const folded = v128.or(v, i8x16.splat(0x20))
  const letters = i8x16.lt_u(i8x16.sub(folded, i8x16.splat(0x61)), i8x16.splat(26))
  const digits = i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x30)), i8x16.splat(10))
  const marks = i8x16.lt_u(i8x16.sub(v, i8x16.splat(0x2d)), i8x16.splat(2))
  const others = v128.or(i8x16.eq(v, i8x16.splat(0x5f)), i8x16.eq(v, i8x16.splat(0x40)))
  return v128.or(v128.or(letters, digits), v128.or(marks, others))
}

// 32 bits over the word in lower case, eight bytes at a time; never 0. Who finds words with the same hash only makes a file
// be opened that need not be.
function hashOf(start: i32, length: i32): u32 {
  let hash = <u64>length * PRIME
  let i = <usize>start
  const end = i + <usize>(length & ~7)
  for (; i < end; i += 8) {
    hash = (hash ^ (load<u64>(i, DATA) | LOWER)) * PRIME
    hash ^= hash >> 32
  }
  const rest = <u64>length & 7
  if (rest != 0) hash = (hash ^ ((load<u64>(i, DATA) | LOWER) & (((<u64>1) << (rest << 3)) - 1))) * PRIME
  const mixed = <u32>(hash >> 32)
  return mixed == 0 ? 1 : mixed
}

const PRIME: u64 = 0x9e37_79b9_7f4a_7c15
const LOWER: u64 = 0x2020_2020_2020_2020

function mark(hash: u32): void {
  const mask = ((<u32>wordBytes) << 3) - 1
  const step = rotl<u32>(hash, 16) | 1
  for (let n = 0; n < PROBES; n++) {
    const bit = hash & mask
    const place = wordBits + <usize>(bit >> 3)
    store<u8>(place, load<u8>(place) | ((<u32>1) << (bit & 7)))
    hash += step
  }
}
