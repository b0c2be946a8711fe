// The words of a text, as bits: what an index keeps of a file, to tell later that a word is not in it. A word is a run of
// letters, digits and `_.@-` of ASCII, of MIN_WORD bytes at least. index/words.ts asks the same hash of the words of a
// question, and sets the same bits.
//
// What the inflater has copied from an earlier part of the text contains the same words again, apart from those at its
// ends: in CloudTrail's files, four words of five.

import { at, BACKSLASH, copies, copiesEnd, DATA, extendTo, size, stack } from './memory'
import { isDisguisedWithin } from './needles'

const MIN_WORD: i32 = 3
const PROBES: i32 = 5
const SMALLEST: i32 = 64
const LONG: i32 = 0x10000
/** Bytes that are looked at together. */
const BLOCK: i32 = 64
/** How far before bytes that are not copied the first block begins. */
const BACK: i32 = 24
/** The longest form of a letter in disguise. */
const DISGUISE: i32 = 6

const DISGUISED: i32 = -1
const BEFORE: usize = DATA - 16

/** Where the bits are, and how many bytes of them. */
export let wordBits: usize = 0
export let wordBytes: i32 = 0

/**
 * Collects the words of the text. False if a word may be in it in disguise (see needles.ts), or if memory cannot be
 * allocated. Overwrites the memory after the text. Call before anything else uses that memory, so that it still has the
 * list of copies.
 */
export function collectWords(): bool {
  wordBits = (max(stack, copiesEnd) + 15) & ~15
  // Enough for more words than are usual, of which a long text has fewer in a kilobyte: how many there are is known only
  // afterwards.
  wordBytes = SMALLEST
  while (wordBytes < size >> (size < LONG ? 4 : 6)) wordBytes <<= 1
  for (; ; wordBytes <<= 2) {
    if (!extendTo(wordBits + <usize>wordBytes)) return false
    memory.fill(wordBits, 0, wordBytes)
    if (!fill()) return false
    if (!isDense(0) || wordBytes > size) break
  }
  // Half as long, they are the bits of both halves.
  while (wordBytes > SMALLEST && !isDense(wordBytes >> 1)) {
    wordBytes >>= 1
    for (let i: usize = 0; i < <usize>wordBytes; i += 16) {
      const place = wordBits + i
      v128.store(place, v128.or(v128.load(place), v128.load(place + <usize>wordBytes)))
    }
  }
  return true
}

// True if more than two bits of five are set, which is the case with ten bits a word; with `half`, once the second half is
// put over the first one.
function isDense(half: usize): bool {
  let sum = i16x8.splat(0)
  let count = 0
  const end = half == 0 ? <usize>wordBytes : half
  for (let i: usize = 0; i < end; i += 16) {
    const place = wordBits + i
    const v = v128.or(v128.load(place), v128.load(place + half))
    sum = i16x8.add(sum, i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(v)))
    // Before a sum overflows.
    if ((i & 0x3ff0) != 0x3ff0 && i + 16 < end) continue
    const sums = i32x4.extadd_pairwise_i16x8_u(sum)
    count += i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1)
    count += i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3)
    sum = i16x8.splat(0)
  }
  return count * 5 > ((<i32>end) << 3) * 2
}

// Adds the words before, between and after the copies. False if one may be in disguise.
function fill(): bool {
  let from = 0
  // All words that begin before it have been added.
  let done = 0
  for (let copy = copies; copy < copiesEnd; copy += 8) {
    const to = load<i32>(copy)
    if (to >= done) {
      done = addWords(from, done, to)
      if (done < 0) return false
    }
    from = load<i32>(copy, 4)
  }
  return addWords(from, done, size) >= 0
}

// Adds the words that reach to `from` or behind it and begin at `to` or before it, unless they begin before `done`. Returns
// where the next one may begin, or DISGUISED.
function addWords(from: i32, done: i32, to: i32): i32 {
  let base = max(from - BACK, 0)
  let letters = lettersAt(base)
  const behind = (<u64>-1) << (<u64>(from - base))
  // Nearly always there is a byte between words in the block before `from`.
  const others = ~letters & ~behind
  const isNear = others >> <u64>DISGUISE != 0
  const first = max(isNear ? base + BLOCK - <i32>clz(others) : startOfWord(from, done), done)
  if (!isNear || first >= base + BLOCK) {
    base = max(first - DISGUISE, 0)
    letters = lettersAt(base)
  }
  letters &= (<u64>-1) << (<u64>(first - base))
  let start = -1
  let end = to
  // The zeros after the text end its last word.
  while (true) {
    if (mayBeOdd && isDisguisedWithin(base, base + BLOCK, true)) return DISGUISED
    if (start >= 0) {
      const length = <i32>ctz(~letters)
      if (length < BLOCK) {
        addRun(start, base + length - start)
        end = max(base + length, to)
        letters &= (<u64>-1) << (<u64>length)
        start = -1
      } else letters = 0
    }
    for (; letters != 0;) {
      const at = <i32>ctz(letters)
      if (base + at > to) return end
      const next = at + <i32>ctz(~(letters >> <u64>at))
      if (next >= BLOCK) {
        start = base + at
        break
      }
      addRun(base + at, next - at)
      end = max(base + next, to)
      letters &= (<u64>-1) << (<u64>next)
    }
    base += BLOCK
    if (base > to && start < 0) return end
    letters = lettersAt(base)
  }
}

// For each of the bytes of a block, whether it is of a word, the first one lowest. Sets `mayBeOdd`.
function lettersAt(start: i32): u64 {
  const i = <usize>start
  const a = kindsOf(v128.load(i, DATA))
  const b = kindsOf(v128.load(i, DATA + 16))
  const c = kindsOf(v128.load(i, DATA + 32))
  const d = kindsOf(v128.load(i, DATA + 48))
  mayBeOdd = v128.any_true(v128.andnot(v128.or(v128.or(a, b), v128.or(c, d)), i8x16.splat(OF_WORD)))
  return lettersIn(a) | (lettersIn(b) << 16) | (lettersIn(c) << 32) | (lettersIn(d) << 48)
}

function lettersIn(kinds: v128): u64 {
  return <u64>(<u32>i8x16.bitmask(i8x16.gt_s(v128.and(kinds, i8x16.splat(OF_WORD)), i8x16.splat(0))))
}

// Where the word begins that the byte before `from` belongs to, but not more than 15 bytes before `least`.
function startOfWord(from: i32, least: i32): i32 {
  let i = from
  while (i > least) {
    const others = ~((<i32>lettersIn(kindsOf(v128.load(BEFORE + <usize>i)))) << 16) & 0xffff_0000
    if (others != 0) return i - clz(others)
    i -= 16
  }
  return i
}

// Behind a backslash a run may begin with an escape, as in `\nword` or `\u003cword`, or not, as in `\\nword`: then both are
// words, because a copy does not tell what comes before it.
function addRun(start: i32, length: i32): void {
  if (start > 0 && at(start - 1) == BACKSLASH) {
    const escape = at(start) == 0x75 ? 5 : 1
    if (length - escape >= MIN_WORD) mark(hashOf(start + escape, length - escape))
  }
  if (length >= MIN_WORD) mark(hashOf(start, length))
}

// What each byte is: a bit of OF_WORD for letters, digits and `_.@-`, each row of sixteen of the ASCII table with a bit of
// its own, and another bit for the first bytes of what may be a letter in disguise: backslash, 0xc4 and 0xe2, also 0xc2
// and 0xe4. A table by the higher half of the byte says which bits there may be, another one by the lower half which are
// there.
function kindsOf(v: v128): v128 {
  const higher = i8x16(0, 0, 1, 2, 4, 72, 16, 32, 0, 0, 0, 0, -128, 0, -128, 0)
  const lower = i8x16(46, 62, -66, 62, -66, 62, 62, 62, 62, 62, 60, 20, 84, 21, 21, 28)
  const half = i8x16.splat(0x0f)
  return v128.and(
    i8x16.swizzle(higher, v128.and(i16x8.shr_u(v, 4), half)),
    i8x16.swizzle(lower, v128.and(v, half)),
  )
}

const OF_WORD: i8 = 0x3f
let mayBeOdd: bool = false

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
