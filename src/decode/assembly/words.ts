// The words of a text, as bits: what an index keeps of a file, to tell later that a word is not in it. A word is a run of
// letters, digits and `_.@-` of ASCII, of MIN_WORD bytes at least. index/words.ts asks the same hash of the words of a
// question, and sets the same bits.
//
// What the inflater has copied from an earlier part of the text contains the same words again, apart from those at its
// ends: in CloudTrail's files, four words of five.

import { at, BACKSLASH, copies, copiesEnd, DATA, extendTo, size, stack } from './memory'
import { isDisguisedAt, mayDisguiseAt } from './needles'

const MIN_WORD: i32 = 3
/** Bits a word, and how many of them are set for it. */
const BITS: i32 = 10
const PROBES: i32 = 5
const SMALLEST: i32 = 64
/** The longest form of a letter in disguise. */
const DISGUISE: i32 = 6

/** Where the bits are, and how many bytes of them. */
export let wordBits: usize = 0
export let wordBytes: i32 = 0

// A set of hashes, at most three quarters full, in a table with room for a power of two.
let table: usize = 0
let room: i32 = 0
let count: i32 = 0

/**
 * Collects the words of the text. False if a word may be in it in disguise (see needles.ts), or if memory cannot be
 * allocated. Overwrites the memory after the text. Call before anything else uses that memory, so that it still has the
 * list of copies.
 */
export function collectWords(): bool {
  room = 1024
  while (room < size >> 6) room <<= 1
  table = (max(stack, copiesEnd) + 15) & ~15
  for (; ; room <<= 1) {
    if (!extendTo(table + ((<usize>room) << 2))) return false
    const found = fill()
    if (found == DISGUISED) return false
    if (found != FULL) break
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

const BEFORE: usize = DATA - 16
const FULL: i32 = -1
const DISGUISED: i32 = -2

// Adds the words before, between and after the copies. Returns FULL, DISGUISED or anything else.
function fill(): i32 {
  memory.fill(table, 0, (<usize>room) << 2)
  count = 0
  let from = 0
  // All words that begin before it have been added.
  let done = 0
  for (let copy = copies; copy < copiesEnd; copy += 8) {
    const to = load<i32>(copy)
    if (to >= done) {
      done = addWords(from, done, to)
      if (done < 0) return done
    }
    from = load<i32>(copy, 4)
  }
  return addWords(from, done, size)
}

// Adds the words that reach to `from` or behind it and begin at `to` or before it, unless they begin before `done`. Returns
// where the next one may begin; FULL or DISGUISED.
function addWords(from: i32, done: i32, to: i32): i32 {
  const first = max(startOfWord(from, done), done)
  let base = max(first - DISGUISE, 0)
  let mask = -1 << (first - base)
  let start = -1
  let end = to
  // The zeros after the text end its last word.
  for (; base <= to || start >= 0; base += 16) {
    const v = v128.load(<usize>base, DATA)
    if (mayDisguiseAt(base) && isDisguisedAt(base, true)) return DISGUISED
    const letters = i8x16.bitmask(isOfWord(v)) & mask
    mask = -1
    // Where words begin and end.
    let edges = (letters ^ ((letters << 1) | i32(start >= 0))) & 0xffff
    for (; edges != 0; edges &= edges - 1) {
      const edge = base + ctz(edges)
      if (start < 0) {
        if (edge > to) return end
        start = edge
        continue
      }
      if (!addRun(start, edge - start)) return FULL
      end = max(edge, to)
      start = -1
    }
  }
  return end
}

// Where the word begins that the byte before `from` belongs to, but not more than 15 bytes before `least`.
function startOfWord(from: i32, least: i32): i32 {
  let i = from
  while (i > least) {
    const others = ~(i8x16.bitmask(isOfWord(v128.load(BEFORE + <usize>i))) << 16) & 0xffff_0000
    if (others != 0) return i - clz(others)
    i -= 16
  }
  return i
}

// Behind a backslash a run may begin with an escape, as in `\nword` or `\u003cword`, or not, as in `\\nword`: then both are
// words, because a copy does not tell what comes before it.
function addRun(start: i32, length: i32): bool {
  if (start > 0 && at(start - 1) == BACKSLASH) {
    const escape = at(start) == 0x75 ? 5 : 1
    if (!addWord(start + escape, length - escape)) return false
  }
  return addWord(start, length)
}

function addWord(start: i32, length: i32): bool {
  if (length < MIN_WORD) return true
  const hash = hashOf(start, length)
  let place = table + ((<usize>(hash & (room - 1))) << 2)
  let known = load<u32>(place)
  while (known != hash && known != 0) {
    place = table + ((place - table + 4) & (((<usize>room) << 2) - 1))
    known = load<u32>(place)
  }
  if (known != 0) return true
  if (count == room - (room >> 2)) return false
  count++
  store<u32>(place, hash)
  return true
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
