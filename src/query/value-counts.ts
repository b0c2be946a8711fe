// Events by value of a column. The values are kept as a table of texts; strings are made of those that are asked for.

import { grown } from '../util/bytes.ts'
import type { PackedTexts } from '../util/packed-texts.ts'
import { StringTable } from '../util/string-table.ts'

export type ValueCount = readonly [value: string, events: number]

export class ValueCounts implements Iterable<ValueCount> {
  /** Number of different values. */
  size = 0
  /** Number of events whose values were not kept, because there are too many different ones. */
  uncounted = 0
  private readonly texts = new StringTable(1000, 1 << 12)
  /** By number of the text. */
  private counts = new Float64Array(1024)
  private readonly most: number

  /** `most`: maximum number of values, without the empty one. */
  constructor(most = Infinity) {
    this.most = most
  }

  /** The empty text stands for no value. */
  add(value: string, events: number): void {
    this.addTo(this.texts.add(value), events)
  }

  /** Adds these events, each of which has the value that its code says. */
  addAll(values: PackedTexts, codes: Uint32Array, events: Uint32Array): void {
    const counts = new Uint32Array(values.ends.length)
    count(codes, events, counts)
    for (let code = 0; code < counts.length; code++)
      if (counts[code] !== 0) this.addPacked(values, code, counts[code]!)
  }

  addPacked(values: PackedTexts, index: number, events: number): void {
    const number = this.texts.addPacked(values, index, this.most)
    if (number < 0) this.uncounted += events
    else this.addTo(number, events)
  }

  *[Symbol.iterator](): Generator<ValueCount, void, undefined> {
    for (let number = 0; number < this.texts.size; number++) {
      const events = this.counts[number]!
      if (events > 0) yield [this.texts.text(number) ?? '', events]
    }
  }

  /** Most frequent first, those of the same frequency in the order of their texts. */
  ranked(): RankedValues {
    return new RankedValues(this.texts, this.counts)
  }

  private addTo(number: number, events: number): void {
    while (number >= this.counts.length) this.counts = grown(this.counts)
    if (this.counts[number] === 0) this.size++
    this.counts[number]! += events
  }
}

/** The values of a column in order, as far as they are asked for: most of many come once, and few are shown. */
export class RankedValues {
  /** Number of values. */
  readonly length: number
  /** Number of all events. */
  readonly events: number
  readonly texts: StringTable
  private readonly counts: Float64Array
  /** Numbers of the texts, by frequency. */
  private readonly order: Uint32Array
  // So many are in the order of their texts too.
  private sorted = 0

  constructor(texts: StringTable, counts: Float64Array) {
    this.texts = texts
    this.counts = counts
    let length = 0
    let all = 0
    let most = 0
    for (let number = 0; number < texts.size; number++) most = Math.max(most, counts[number]!)
    // The frequency, most first, and the number, as one number.
    const keys = new Float64Array(texts.size)
    for (let number = 0; number < texts.size; number++) {
      const events = counts[number]!
      if (events > 0) keys[length++] = (most - events) * texts.size + number
      all += events
    }
    this.length = length
    this.events = all
    keys.subarray(0, length).sort()
    this.order = new Uint32Array(length)
    for (let n = 0; n < length; n++) this.order[n] = keys[n]! % texts.size
  }

  /** Those in [from, to). */
  *values(from = 0, to = Infinity): Generator<ValueCount, void, undefined> {
    for (let n = from; n < Math.min(to, this.length); n++) {
      const number = this.numberAt(n)
      yield [this.texts.text(number) ?? '', this.counts[number]!]
    }
  }

  /** The number of the value at this place, for `eventsOf` and for the table of texts. */
  numberAt(place: number): number {
    this.sortTo(place)
    return this.order[place]!
  }

  eventsOf(number: number): number {
    return this.counts[number]!
  }

  /** Number of events without a value. */
  get none(): number {
    return this.counts[0]!
  }

  // Puts the values with the frequency of this one into the order of their texts, and all before them.
  private sortTo(index: number): void {
    const { order, counts } = this
    while (this.sorted <= index) {
      const events = counts[order[this.sorted]!]
      let end = this.sorted
      while (end < this.length && counts[order[end]!] === events) end++
      this.texts.sort(order.subarray(this.sorted, end))
      this.sorted = end
    }
  }
}

function count(codes: Uint32Array, events: Uint32Array, counts: Uint32Array): void {
  for (let i = 0; i < events.length; i++) counts[codes[events[i]!]!]!++
}
