// The set of events already seen, in bounded memory: fingerprints in two generations of typed arrays. Copies of an
// event are close together in time (always within a day, as far as we have seen), so forgetting those of a million
// events ago is harmless, and memory does not grow with the tree. Fingerprints are keyed hashes, so nobody can choose
// their slots. Every ID is in a random place: an index of one word per slot, beside the entries in the order in which they
// came, leaves most of them in the cache of the processor, where slots of five words took three times as long.

import { FINGERPRINT } from '../decode/json/tally.ts'

/** Slots per generation, of which at most half are used; both generations together take 59 MB. */
const GENERATION = 1 << 21
const SMALLEST = 1 << 12
/** Growing adds every ID again. */
const GROWTH = 4
/** IDs that growing adds at once: V8 optimizes what is called often. */
const PIECE = 256
/** IDs whose places should be loaded at once: their part of the index stays in the cache until they are added. */
export const AHEAD = 128

export class SeenIds {
  private readonly words: number
  private young: Table
  private old: Table | undefined

  /** Without contents, every ID that is known has the same, and the memory is little more than half. */
  constructor(withContents = true) {
    this.words = withContents ? ALL_WORDS : ID_WORDS
    this.young = new Table(SMALLEST, this.words)
  }

  /**
   * Makes room for so many IDs that will be added. `add` makes it too, but V8 drops the code that it has optimized when that
   * happens for the first time in it.
   */
  reserve(more: number): void {
    const { capacity, count } = this.young
    if ((count + more) * 2 <= capacity || capacity === GENERATION) return
    let wanted = capacity
    while (wanted < (count + more) * 2) wanted *= GROWTH
    this.young = this.young.grown(Math.min(wanted, GENERATION))
  }

  /**
   * Adds an ID with the hash of its content (two signed words) and a word of the hash of its bytes. Returns what was
   * known of the ID: nothing, the same content (in the same or in other bytes), or other content.
   */
  add(a: number, b: number, contentA = 0, contentB = 0, bytes = 0): Known {
    let place = this.young.find(a, b)
    const known = this.young.has(place, contentA, contentB, bytes)
    if (known !== 'new') return known
    if (this.old) {
      const older = this.old.has(this.old.find(a, b), contentA, contentB, bytes)
      if (older !== 'new') return older
    }
    if (this.young.count * 2 >= this.young.capacity) {
      if (this.young.capacity < GENERATION) this.reserve(this.young.capacity)
      else {
        this.old = this.young
        this.young = new Table(SMALLEST, this.words)
      }
      place = this.young.find(a, b)
    }
    this.young.put(place, a, b, contentA, contentB, bytes)
    return 'new'
  }

  /**
   * Adds `count` IDs of fingerprints (see decode/json/tally.ts), with the numbers of their files instead of the last word.
   * Writes the indices of those that are known already, which are not changed, and returns their number. Events without an
   * ID are left out.
   */
  addNew(
    fingerprints: Int32Array,
    count: number,
    files: Uint32Array | undefined,
    known: Uint32Array,
  ): number {
    this.reserve(count)
    let left = 0
    for (let i = 0; i < count; i++) {
      if (i % AHEAD === 0) this.load(fingerprints, FINGERPRINT, i, Math.min(i + AHEAD, count))
      const at = i * FINGERPRINT
      const a = fingerprints[at]!
      const b = fingerprints[at + 1]!
      if (a === 0 && b === 0) continue
      const bytes = files === undefined ? fingerprints[at + 4]! : files[i]!
      known[left] = i
      left += this.add(a, b, fingerprints[at + 2], fingerprints[at + 3], bytes) === 'new' ? 0 : 1
    }
    return left
  }

  /** Loads the places of the IDs in [from, to), which will be added soon; each takes `width` words. */
  load(ids: Int32Array, width: number, from: number, to: number): void {
    this.young.touch(ids, width, from, to)
    this.old?.touch(ids, width, from, to)
  }

  /** The entry of an ID that `add` has just found. */
  entry(a: number, b: number): SeenEntry {
    const place = this.young.find(a, b)
    return place > 0 ? this.young.entry(place) : this.old!.entry(this.old!.find(a, b))
  }
}

type Known = 'new' | 'same' | 'respelled' | 'other'

/** What is kept of an ID: the first word of its content hash, and the word of its bytes. */
export interface SeenEntry {
  readonly content: number
  readonly bytes: number
}

// Words per entry: the ID, and what is known of it.
const ALL_WORDS = 5
const ID_WORDS = 2

// A word of the index: bits of the ID, and the number of the entry, from 1; 0 for a free slot.
const NUMBER = GENERATION - 1
const LIKENESS = ~NUMBER

/** Open addressing with linear probing. */
class Table {
  readonly capacity: number
  count = 0
  /** Of no use but that V8 must not leave out the loop. */
  touched = 0
  private readonly width: number
  private readonly index: Int32Array
  /** The entry with number 0 is none. */
  private readonly words: Int32Array

  constructor(capacity: number, width: number) {
    this.capacity = capacity
    this.width = width
    this.index = new Int32Array(capacity)
    this.words = new Int32Array((capacity / 2 + 1) * width)
  }

  /** The place of an entry; of an unknown ID -1 minus the free slot where it belongs. */
  find(a: number, b: number): number {
    const { capacity, index, width, words } = this
    let slot = a
    for (;;) {
      // Here and in `has` nothing is computed only for a collision or a copy: V8 would optimize for none, and then again.
      const at = slot & (capacity - 1)
      slot = (slot + 1) | 0
      const word = index[at]!
      const number = word & NUMBER
      const like = ((word ^ b) & LIKENESS) === 0 ? number : 0
      const place = like * width
      const isEntry = like !== 0
      const isIt = ((words[place]! ^ a) | (words[place + 1]! ^ b)) === 0
      if (number === 0) return -1 - at
      if (isEntry && isIt) return place
    }
  }

  /**
   * Reads the index where IDs belong. The processor loads many such places at the same time, but not if it has to
   * know what is in one before it can go on: counting takes 4 % less CPU time (2026-11).
   */
  touch(ids: Int32Array, width: number, from: number, to: number): void {
    const { capacity, index } = this
    let all = 0
    for (let i = from; i < to; i++) all ^= index[ids[i * width]! & (capacity - 1)]!
    this.touched = all
  }

  /** What is known of the ID for which `find` has returned this. */
  has(found: number, contentA: number, contentB: number, bytes: number): Known {
    const { words } = this
    const place = found < 0 ? 0 : found
    const isAny = this.width === ID_WORDS
    const isSame = isAny || ((words[place + 2]! ^ contentA) | (words[place + 3]! ^ contentB)) === 0
    const isWhole = isAny || words[place + 4] === bytes
    return found < 0 ? 'new' : isSame ? (isWhole ? 'same' : 'respelled') : 'other'
  }

  entry(place: number): SeenEntry {
    return { content: this.words[place + 2]!, bytes: this.words[place + 4]! }
  }

  put(found: number, a: number, b: number, contentA: number, contentB: number, bytes: number): void {
    const { width, words } = this
    const number = ++this.count
    this.index[-1 - found] = (b & LIKENESS) | number
    const place = number * width
    words[place] = a
    words[place + 1] = b
    if (width === ID_WORDS) return
    words[place + 2] = contentA
    words[place + 3] = contentB
    words[place + 4] = bytes
  }

  grown(capacity: number): Table {
    const { count, width, words } = this
    const table = new Table(capacity, width)
    table.count = count
    table.words.set(words.subarray(0, (count + 1) * width))
    for (let from = 1; from <= count; from += PIECE) table.link(from, Math.min(from + PIECE, count + 1))
    return table
  }

  // Puts entries into the index.
  private link(from: number, to: number): void {
    const { capacity, index, width, words } = this
    for (let number = from; number < to; number++) {
      let at = words[number * width]! & (capacity - 1)
      while (index[at] !== 0) at = (at + 1) & (capacity - 1)
      index[at] = (words[number * width + 1]! & LIKENESS) | number
    }
  }
}
