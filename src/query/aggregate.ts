// Adds up the partial counts of the threads: each event is counted once, however many files contain it.

import type { AggregatePart, AggregateSpec } from '../decode/aggregate.ts'
import { FINGERPRINT } from '../decode/json/tally.ts'
import { type ListEntry, newestFirst, withoutCopies } from '../decode/newest-list.ts'
import { SessionTable } from '../trace/session-table.ts'
import { Doubts } from './doubts.ts'
import { GroupSum } from './groups.ts'
import { SeenIds } from './seen-ids.ts'
import { ValueCounts } from './value-counts.ts'

/** Every time zone's offset is a multiple of a quarter of an hour, so quarters add up to hours and days of any zone. */
export const QUARTER = 15 * 60_000

/** Maximum number of different values kept for a column. */
const MAX_VALUES = 1_000_000

export class AggregateSum {
  count = 0
  duplicates = 0
  /** Those of the duplicates that have the same value but are written differently. */
  respelled = 0
  conflicts = 0
  /** Without `byValue`: events for which bytes do not decide whether they are copies. `settle` counts them. */
  readonly doubts = new Doubts()
  untimed = 0
  /** Epoch milliseconds of the oldest and newest event; NaN while there is none. */
  oldest = Number.NaN
  newest = Number.NaN
  /** One for each column of the spec. */
  readonly columns: readonly ValueCounts[]
  /** Events by time, keyed by quarters of an hour since 1970-01-01 UTC. */
  readonly quarters = new Map<number, number>()
  readonly lists: ListEntry[][]
  /** One for each group of the spec. */
  readonly groups: readonly GroupSum[]
  /** If the spec asks for them. */
  readonly sessions: SessionTable | undefined
  private readonly spec: AggregateSpec
  private readonly seen = new SeenIds()
  private readonly keepDuplicates: boolean

  constructor(spec: AggregateSpec, keepDuplicates: boolean, mostValues = MAX_VALUES) {
    this.spec = spec
    this.keepDuplicates = keepDuplicates
    this.columns = spec.columns.map(() => new ValueCounts(mostValues))
    this.lists = spec.lists.map(() => [])
    this.sessions = spec.sessions && new SessionTable()
    this.groups = (spec.groups ?? []).map((group) => new GroupSum(group))
  }

  /** `files`, without `byValue`: for each event, the number of its file in the walk. */
  add(part: AggregatePart, files?: Uint32Array): void {
    const counted = this.choose(part, files)
    this.count += counted.length
    this.addTimes(part.times, counted)
    this.groups.forEach((group, g) => {
      const add = group.take(part.groups[g]!, part.times)
      for (const i of counted) add(i)
    })
    if (part.sessions) this.sessions?.add(part.sessions, part.times, counted)
    for (let c = 0; c < this.columns.length; c++) {
      const { values, codes } = part.columns[c]!
      this.columns[c]!.addAll(values, codes, counted)
    }
    part.lists.forEach((entries, l) => {
      if (entries.length === 0) return
      const { limit } = this.spec.lists[l]!
      this.lists[l] = withoutCopies([...this.lists[l]!, ...entries].sort(newestFirst)).slice(0, limit)
    })
  }

  // The events that count, by their indices. Those with an ID that is known, which are few, are examined after the others.
  private choose(part: AggregatePart, files: Uint32Array | undefined): Uint32Array {
    const { count, fingerprints } = part
    const known = new Uint32Array(count)
    const chosen = new Uint32Array(count)
    const isOut = new Uint8Array(count)
    const left = this.seen.addNew(fingerprints, count, files, known)
    for (const i of known.subarray(0, left)) {
      const isLeftOut = files ? this.isLeftOut(part, i, files[i]!) : this.isCopy(part, i)
      if (isLeftOut && !this.keepDuplicates) isOut[i] = 1
    }
    return chosen.subarray(0, zerosOf(isOut, chosen))
  }

  private isCopy(part: AggregatePart, i: number): boolean {
    const at = i * FINGERPRINT
    const a = part.fingerprints[at]!
    const b = part.fingerprints[at + 1]!
    const contentA = part.fingerprints[at + 2]!
    const contentB = part.fingerprints[at + 3]!
    // Without an event ID, copies cannot be distinguished from repeated calls.
    if (a === 0 && b === 0) return false
    const bytes = part.fingerprints[at + 4]!
    const before = this.seen.add(a, b, contentA, contentB, bytes)
    if (before === 'new') return false
    // The ID occurred before with other content: this content has an entry of its own.
    const copy =
      before === 'other' ? this.seen.add(a ^ contentA, b ^ contentB, contentA, contentB, bytes) : before
    if (copy === 'new' || copy === 'other') {
      this.conflicts++
      return false
    }
    this.duplicates++
    // Counted once for each spelling, which has an entry of its own too.
    const isNewSpelling =
      copy === 'respelled' && this.seen.add(a ^ bytes, b ^ contentA, contentA, contentB, bytes) === 'new'
    if (isNewSpelling) this.respelled++
    return true
  }

  // The same by bytes. An event for which these do not decide is left out for now.
  private isLeftOut(part: AggregatePart, event: number, file: number): boolean {
    const at = event * FINGERPRINT
    const a = part.fingerprints[at]!
    const b = part.fingerprints[at + 1]!
    const bytesA = part.fingerprints[at + 2]!
    const bytesB = part.fingerprints[at + 3]!
    if (a === 0 && b === 0) return false
    const before = this.seen.add(a, b, bytesA, bytesB, file)
    if (before === 'new') return false
    if (before !== 'other' || this.seen.add(a ^ bytesA, b ^ bytesB, bytesA, bytesB) !== 'new') {
      this.duplicates++
      return true
    }
    const first = this.seen.entry(a, b)
    this.doubts.add({
      first: { file: first.bytes, a, b, bytes: first.content },
      other: { file, a, b, bytes: bytesA },
      part,
      event,
    })
    return true
  }

  /** Counts the events in doubt. False if the values of some are still unknown. */
  settle(): boolean {
    return this.doubts.settle(({ part, event }, isCopy) => {
      if (isCopy) {
        this.duplicates++
        this.respelled++
        return
      }
      this.conflicts++
      if (this.keepDuplicates) return
      this.count++
      const counted = Uint32Array.of(event)
      this.addTimes(part.times, counted)
      part.columns.forEach(({ values, codes }, c) => this.columns[c]!.addPacked(values, codes[event]!, 1))
      this.groups.forEach((group, g) => group.take(part.groups[g]!, part.times)(event))
      if (part.sessions) this.sessions?.add(part.sessions, part.times, counted)
    })
  }

  private addTimes(times: Float64Array, counted: Uint32Array): void {
    let quarter = Number.NaN
    let events = 0
    for (const i of counted) {
      const time = times[i]!
      if (Number.isNaN(time)) {
        this.untimed++
        continue
      }
      if (!(time >= this.oldest)) this.oldest = time
      if (!(time <= this.newest)) this.newest = time
      const its = Math.floor(time / QUARTER)
      // Events of a file are close together.
      if (its !== quarter) {
        if (events > 0) this.addQuarter(quarter, events)
        quarter = its
        events = 0
      }
      events++
    }
    if (events > 0) this.addQuarter(quarter, events)
  }

  private addQuarter(quarter: number, events: number): void {
    this.quarters.set(quarter, (this.quarters.get(quarter) ?? 0) + events)
  }
}

/** Writes the indices of the zeros, and returns their number. */
function zerosOf(bytes: Uint8Array, to: Uint32Array): number {
  let count = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) to[count++] = i
  return count
}
