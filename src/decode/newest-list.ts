// The newest events that match a filter, over all batches of a thread. A batch returns only events that no earlier batch has
// returned. An event older than all of a full list is not examined; files are read newest first, so that is nearly all.

import type { Event } from '../event/event.ts'
import { columnOf } from '../event/fields.ts'
import { accountOf } from '../event/identity.ts'
import { eventId } from '../event/names.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'

export interface AggregateList {
  readonly name: string
  readonly filter: Filter
  readonly columns: readonly string[]
  readonly limit: number
}

export interface ListEntry {
  readonly time: number
  readonly eventId: string
  readonly account: string
  readonly cells: readonly string[]
}

export class NewestList {
  readonly test: (event: Event) => boolean
  private readonly cells: readonly ((event: Event) => string | undefined)[]
  private readonly limit: number
  private entries: readonly ListEntry[] = []
  private told: readonly ListEntry[] = []

  constructor({ filter, columns, limit }: AggregateList) {
    this.test = compileFilter(filter)
    this.cells = columns.map((column) => columnOf(column).get)
    this.limit = limit
  }

  /** Whether an event of this time can be in the list. */
  isNewEnough(time: number): boolean {
    const last = this.entries[this.limit - 1]
    return last === undefined || rank(time) >= rank(last.time)
  }

  add(event: Event): void {
    const entry = {
      time: event.time,
      eventId: eventId(event) ?? '',
      account: accountOf(event) ?? '',
      cells: this.cells.map((get) => get(event) ?? ''),
    }
    this.entries = withoutCopies([...this.entries, entry].sort(newestFirst)).slice(0, this.limit)
  }

  /** The entries that were not taken before. */
  take(): readonly ListEntry[] {
    const { entries, told } = this
    this.told = entries
    return entries === told ? [] : entries.filter((entry) => !told.includes(entry))
  }
}

/** Newest first, events without a time last; copies of an event are adjacent. */
export function newestFirst(a: ListEntry, b: ListEntry): number {
  return (
    rank(b.time) - rank(a.time) ||
    compareText(a.eventId, b.eventId) ||
    compareText(a.account, b.account) ||
    compareText(a.cells.join('\0'), b.cells.join('\0'))
  )
}

// A finite value, because the difference of two must be 0.
function rank(time: number): number {
  return Number.isNaN(time) ? -Number.MAX_SAFE_INTEGER : time
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `sorted` without adjacent copies. */
export function withoutCopies(sorted: readonly ListEntry[]): ListEntry[] {
  return sorted.filter((entry, i) => {
    const before = sorted[i - 1]
    return before === undefined || entry.eventId === '' || newestFirst(before, entry) !== 0
  })
}
