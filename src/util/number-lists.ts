// For each row of a table a list of different numbers, such as the addresses of a session, in five words a number.

import { grown } from './bytes.ts'

/** Lists that are not longer are searched: that costs less than a look-up somewhere in memory. */
const SHORT = 8

export class NumberLists {
  /** Total number of entries. */
  size = 0
  private values = new Uint32Array(1024)
  private rows = new Uint32Array(1024)
  /** The entry before it in the list of its row, counted from 1; 0 for none. */
  private before = new Uint32Array(1024)
  /** The last entry of each row, counted from 1. */
  private last = new Uint32Array(1024)
  private lengths = new Uint32Array(1024)
  /** Entries of long lists, counted from 1, by row and value; open addressing with linear probing. */
  private places = new Uint32Array(2048)
  private placed = 0
  private readonly most: number
  private readonly salt = Math.trunc(Math.random() * 0x4000_0000)

  /** `most`: maximum length of a list. */
  constructor(most: number) {
    this.most = most
  }

  add(row: number, value: number): void {
    while (row >= this.last.length) {
      this.last = grown(this.last)
      this.lengths = grown(this.lengths)
    }
    const length = this.lengths[row]!
    if (length >= this.most || this.has(row, value, length)) return
    const entry = this.size++
    if (entry === this.values.length) {
      this.values = grown(this.values)
      this.rows = grown(this.rows)
      this.before = grown(this.before)
    }
    this.values[entry] = value
    this.rows[entry] = row
    this.before[entry] = this.last[row]!
    this.last[row] = entry + 1
    this.lengths[row] = length + 1
    if (length > SHORT) this.enter(entry + 1)
    else if (length === SHORT)
      for (let one = entry + 1; one !== 0; one = this.before[one - 1]!) this.enter(one)
  }

  private has(row: number, value: number, length: number): boolean {
    if (length > SHORT) return this.places[this.placeOf(this.places, row, value)] !== 0
    const { values, before } = this
    let entry = this.last[row]!
    while (entry !== 0 && values[entry - 1] !== value) entry = before[entry - 1]!
    return entry !== 0
  }

  private enter(entry: number): void {
    if (++this.placed * 2 > this.places.length) this.spread()
    this.places[this.placeOf(this.places, this.rows[entry - 1]!, this.values[entry - 1]!)] = entry
  }

  /** In no order. */
  of(row: number): readonly number[] {
    const found: number[] = []
    for (let entry = this.last[row] ?? 0; entry !== 0; entry = this.before[entry - 1]!)
      found.push(this.values[entry - 1]!)
    return found
  }

  private placeOf(places: Uint32Array, row: number, value: number): number {
    const mask = places.length - 1
    let hash = Math.imul(row ^ this.salt, 0x9e3779b1) ^ Math.imul(value + this.salt, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let place = (hash ^ (hash >>> 13)) & mask
    for (let entry = places[place]!; entry !== 0; entry = places[place]!) {
      if (this.rows[entry - 1] === row && this.values[entry - 1] === value) return place
      place = (place + 1) & mask
    }
    return place
  }

  private spread(): void {
    const places = new Uint32Array(this.places.length * 2)
    for (const entry of this.places)
      if (entry !== 0) places[this.placeOf(places, this.rows[entry - 1]!, this.values[entry - 1]!)] = entry
    this.places = places
  }
}
