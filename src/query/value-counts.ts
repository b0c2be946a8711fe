// Events by value of a column. The values are kept as a table of texts; strings are made of those that are asked for.

import { grown } from '../util/bytes.ts'
import type { PackedTexts } from '../util/packed-texts.ts'
import { StringTable } from '../util/string-table.ts'

export class ValueCounts implements Iterable<readonly [value: string, events: number]> {
  /** Number of different values. */
  size = 0
  /** Number of events whose values were not kept, because there are too many different ones. */
  uncounted = 0
  private readonly texts = new StringTable(1 << 12)
  /** By number of the text. */
  private counts = new Float64Array(1024)
  private readonly most: number

  /** `most`: maximum number of values, without the empty one. */
  constructor(most: number) {
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

  *[Symbol.iterator](): Generator<readonly [value: string, events: number], void, undefined> {
    for (let number = 0; number < this.texts.size; number++) {
      const events = this.counts[number]!
      if (events > 0) yield [this.texts.text(number) ?? '', events]
    }
  }

  private addTo(number: number, events: number): void {
    while (number >= this.counts.length) this.counts = grown(this.counts)
    if (this.counts[number] === 0) this.size++
    this.counts[number]! += events
  }
}

function count(codes: Uint32Array, events: Uint32Array, counts: Uint32Array): void {
  for (let i = 0; i < events.length; i++) counts[codes[events[i]!]!]!++
}
