// Survivors arrive file by file and leave in order: newest first, ties by event ID, copies of one event once.
// A file delivered at T holds no event later than T, so whatever is newer than every file still to come can go out:
// memory holds minutes of events, not the tree. Where names lie (copies that people regrouped) everything is held and
// sorted at the end instead.

import type { Rows } from '../decode/batch.ts'
import { SeenIds } from './seen-ids.ts'

export interface OrderOptions {
  readonly ascending: boolean
  /** Give copies of an event too. */
  readonly keepDuplicates: boolean
  /** How many rows will be taken at most; undefined for all. */
  readonly limit: number | undefined
}

interface Entry {
  readonly time: number
  /** Event ID and account. */
  readonly key: string
  readonly rows: Rows
  readonly index: number
}

/** A full sort with a limit drops what cannot be among the first rows whenever it holds so many more. */
const SLACK = 20_000

export class Order {
  duplicates = 0
  conflicts = 0
  untimed = 0
  private readonly options: OrderOptions
  private entries: Entry[] = []
  private holding: boolean
  private released = false
  private readonly seen = new SeenIds()
  // The entries with the time and key given last: copies are neighbours.
  private group: Entry[] = []

  constructor(options: OrderOptions) {
    this.options = options
    this.holding = options.ascending
  }

  /** Holds everything until the end. False when rows have already left in what may be the wrong order. */
  hold(): boolean {
    this.holding = true
    return !this.released
  }

  add(rows: Rows): void {
    let from = 0
    for (let index = 0; index < rows.count; index++) {
      const to = rows.keyEnds[index]!
      const time = rows.times[index]!
      if (Number.isNaN(time)) this.untimed++
      this.entries.push({ time, key: rows.keys.slice(from, to), rows, index })
      from = to
    }
    const { limit } = this.options
    if (this.holding && limit !== undefined && this.entries.length > limit * 2 + SLACK) this.cut(limit)
  }

  /** The rows that no file still to come can precede: those later than `bound`. `-Infinity` gives all the rest. */
  *release(bound: number): Generator<Uint8Array, void, undefined> {
    if (this.entries.length === 0 || (this.holding && bound !== -Infinity)) return
    let ready: Entry[]
    if (bound === -Infinity) {
      ready = this.entries
      this.entries = []
    } else {
      ready = this.entries.filter((entry) => entry.time > bound)
      if (ready.length === 0) return
      this.entries = this.entries.filter((entry) => !(entry.time > bound))
    }
    this.released = true
    ready.sort(this.options.ascending ? oldestFirst : newestFirst)
    for (const entry of ready) {
      if (this.isCopy(entry) && !this.options.keepDuplicates) continue
      yield bytesOf(entry)
    }
  }

  private isCopy(entry: Entry): boolean {
    const last = this.group[0]
    // Without an event ID (eventVersion 1.00) nothing tells a copy from a repetition.
    if (entry.key.startsWith('\0')) return false
    if (last === undefined || last.key !== entry.key || !sameTime(last.time, entry.time)) {
      this.group = [entry]
      if (this.seen.add(entry.key)) this.conflicts++
      return false
    }
    if (this.group.some((other) => sameContent(other, entry))) {
      this.duplicates++
      return true
    }
    this.group.push(entry)
    this.conflicts++
    return false
  }

  // Keeps what can be among the first `limit` rows. Copies take no place, so twice as many are kept.
  private cut(limit: number): void {
    this.entries.sort(this.options.ascending ? oldestFirst : newestFirst)
    let distinct = 0
    let at = 0
    for (; at < this.entries.length && distinct <= limit; at++) {
      const before = this.entries[at - 1]
      if (before === undefined || before.key !== this.entries[at]!.key) distinct++
    }
    // Copies of the bytes, so that a few rows do not keep whole batches alive.
    this.entries = this.entries.slice(0, at).map((entry) => ({ ...entry, rows: alone(entry), index: 0 }))
  }
}

// Records without a time come last either way.
function newestFirst(a: Entry, b: Entry): number {
  return compareTimes(b.time, a.time, a, b) || byKeyAndContent(a, b)
}

function oldestFirst(a: Entry, b: Entry): number {
  return compareTimes(a.time, b.time, a, b) || byKeyAndContent(a, b)
}

function compareTimes(first: number, second: number, a: Entry, b: Entry): number {
  const difference = first - second
  if (!Number.isNaN(difference)) return difference
  return Number(Number.isNaN(a.time)) - Number(Number.isNaN(b.time))
}

function byKeyAndContent(a: Entry, b: Entry): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return Buffer.compare(bytesOf(a), bytesOf(b))
}

function bytesOf({ rows, index }: Entry): Uint8Array {
  return rows.data.subarray(index === 0 ? 0 : rows.ends[index - 1], rows.ends[index])
}

function sameTime(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b))
}

function sameContent(a: Entry, b: Entry): boolean {
  return Buffer.compare(contentOf(a), contentOf(b)) === 0
}

function contentOf(entry: Entry): Uint8Array {
  const { digests } = entry.rows
  return digests ? digests.subarray(entry.index * 32, entry.index * 32 + 32) : bytesOf(entry)
}

function alone(entry: Entry): Rows {
  const data = bytesOf(entry).slice()
  return {
    count: 1,
    times: Float64Array.of(entry.time),
    keys: entry.key,
    keyEnds: Uint32Array.of(entry.key.length),
    data,
    ends: Uint32Array.of(data.length),
    digests: entry.rows.digests ? contentOf(entry).slice() : undefined,
  }
}
