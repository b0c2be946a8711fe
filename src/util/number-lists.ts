// For each row of a table a list of different numbers, such as the addresses of a session, in five words a number.

import { grown } from './bytes.ts'

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
  /** Entries, counted from 1, by row and value; open addressing with linear probing. */
  private places = new Uint32Array(2048)
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
    const place = this.placeOf(this.places, row, value)
    if (this.places[place] !== 0 || this.lengths[row]! >= this.most) return
    const entry = this.size++
    if (entry === this.values.length) {
      this.values = grown(this.values)
      this.rows = grown(this.rows)
      this.before = grown(this.before)
    }
    this.values[entry] = value
    this.rows[entry] = row
    this.before[entry] = this.last[row]!
    this.last[row] = this.places[place] = entry + 1
    this.lengths[row]!++
    if (this.size * 2 > this.places.length) this.spread()
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
    for (let entry = 0; entry < this.size; entry++)
      places[this.placeOf(places, this.rows[entry]!, this.values[entry]!)] = entry + 1
    this.places = places
  }
}
