// The set of events already seen, in bounded memory: fingerprints in two generations of typed arrays. Copies of an
// event are close together in time (always within a day, as far as we have seen), so forgetting those of a million
// events ago is harmless, and memory does not grow with the tree. Fingerprints are keyed hashes, so nobody can choose
// their slots.

import { FINGERPRINT } from '../decode/json/tally.ts'

/** Entries per generation, of which at most half are used; both generations together take 84 MB. */
const GENERATION = 1 << 21
const SMALLEST = 1 << 12

export class SeenIds {
  private readonly words: number
  private young: Table
  private old: Table | undefined

  /** Without contents, every ID that is known has the same, and the memory is less than half. */
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
    if ((count + more) * 2 > capacity && capacity < GENERATION)
      this.young = this.young.grown(Math.min(2 ** Math.ceil(Math.log2((count + more) * 2)), GENERATION))
  }

  /**
   * Adds an ID with the hash of its content (two signed words) and a word of the hash of its bytes. Returns what was
   * known of the ID: nothing, the same content (in the same or in other bytes), or other content.
   */
  add(a: number, b: number, contentA = 0, contentB = 0, bytes = 0): Known {
    let place = this.young.find(a, b)
    const known = this.young.has(place, contentA, contentB, bytes)
    if (known !== 'new') return known
    const older = this.old?.find(a, b)
    if (older !== undefined && this.old!.isTaken(older))
      return this.old!.has(older, contentA, contentB, bytes)
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

  /** The entry of an ID that `add` has just found. */
  entry(a: number, b: number): SeenEntry {
    const place = this.young.find(a, b)
    return this.young.isTaken(place) ? this.young.entry(place) : this.old!.entry(this.old!.find(a, b))
  }
}

type Known = 'new' | 'same' | 'respelled' | 'other'

/** What is kept of an ID: the first word of its content hash, and the word of its bytes. */
export interface SeenEntry {
  readonly content: number
  readonly bytes: number
}

// Open addressing with linear probing, with this many words per entry; a first word of 0 marks a free slot.
const ALL_WORDS = 5
const ID_WORDS = 2

class Table {
  readonly capacity: number
  count = 0
  private readonly words: Int32Array
  private readonly width: number

  constructor(capacity: number, width: number) {
    this.capacity = capacity
    this.width = width
    this.words = new Int32Array(capacity * width)
  }

  /** The slot of an entry, or the free one where it belongs. */
  find(a: number, b: number): number {
    const { capacity, words, width } = this
    const mark = a | 1
    // The lowest bit of `a` marks used slots, so it must not contribute to the slot's index.
    let slot = a >>> 1
    for (;;) {
      // Here and in `has` nothing is computed only for a collision or a copy: V8 would optimize for none, and then again.
      const place = (slot & (capacity - 1)) * width
      slot = (slot + 1) | 0
      const isFree = words[place] === 0
      const isIt = ((words[place]! ^ mark) | (words[place + 1]! ^ b)) === 0
      if (isFree || isIt) return place
    }
  }

  isTaken(place: number): boolean {
    return this.words[place] !== 0
  }

  has(place: number, contentA: number, contentB: number, bytes: number): Known {
    const { words } = this
    const isAny = this.width === ID_WORDS
    const isSame = isAny || ((words[place + 2]! ^ contentA) | (words[place + 3]! ^ contentB)) === 0
    const isWhole = isAny || words[place + 4] === bytes
    return words[place] === 0 ? 'new' : isSame ? (isWhole ? 'same' : 'respelled') : 'other'
  }

  entry(place: number): SeenEntry {
    return { content: this.words[place + 2]!, bytes: this.words[place + 4]! }
  }

  put(place: number, a: number, b: number, contentA: number, contentB: number, bytes: number): void {
    this.words[place] = a | 1
    this.words[place + 1] = b
    this.count++
    if (this.width === ID_WORDS) return
    this.words[place + 2] = contentA
    this.words[place + 3] = contentB
    this.words[place + 4] = bytes
  }

  grown(capacity: number): Table {
    const { words, width } = this
    const table = new Table(capacity, width)
    table.count = this.count
    for (let from = 0; from < words.length; from += width) {
      if (words[from] === 0) continue
      const to = table.find(words[from]!, words[from + 1]!)
      for (let n = 0; n < width; n++) table.words[to + n] = words[from + n]!
    }
    return table
  }
}
