// Log files in which nothing is unusual, decoded from the table that the scanner makes of them: no event is made of a record
// as long as every question about it has been answered for another that looks the same (memo.ts).

import { allOf, conditions, type Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import type { Origin } from '../event/event.ts'
import type { FileInput } from './batch.ts'
import type { Scanner } from './json/scan.ts'
import { type RecordTable, ROW } from './json/table.ts'
import { Memo } from './memo.ts'
import { LazyEvent } from './records/lazy-event.ts'

/** What is known of a file that was decoded so. */
export interface Tabulated {
  readonly records: number
  readonly matched: number
  /** When the first and the last event happened. */
  readonly from: number
  readonly to: number
}

/** A record of a table. */
export interface TableRow {
  readonly table: RecordTable
  /** Where its words begin in those of the table. */
  at: number
  readonly event: () => LazyEvent
}

export class Tabulator {
  private readonly scanner: Scanner
  private readonly windows: readonly Extract<Filter, { kind: 'time' }>[]
  /** Of all conditions but those on time. */
  private readonly passes: Memo<boolean> | undefined
  private readonly memos: readonly Memo<unknown>[]
  private isAsked = false

  /** `answers`: what is asked of every survivor. */
  constructor(scanner: Scanner, filter: Filter, answers: readonly Memo<unknown>[]) {
    this.scanner = scanner
    const all = conditions(filter)
    this.windows = all.filter((one) => one.kind === 'time')
    const others = all.filter((one) => one.kind !== 'time')
    this.passes = others.length === 0 ? undefined : new Memo(compileFilter(allOf(others)))
    this.memos = this.passes ? [...answers, this.passes] : answers
  }

  /** To be said before a batch. */
  begin(): void {
    for (const memo of this.memos) memo.tidy()
  }

  /**
   * Decodes what the scanner holds, a log file on one line whose first record begins at `start`, and calls `take` for each
   * survivor. Undefined, and nothing was called, when the file has to go the long way.
   */
  read(
    { file, account }: FileInput,
    start: number,
    wanted: 'bytes' | 'values' | 'neither',
    take: (row: TableRow) => void,
  ): Tabulated | undefined {
    const { scanner, memos } = this
    if (memos.length > scanner.mostQuestions || memos.some(({ isOff }) => isOff)) return undefined
    if (!this.isAsked || memos.some(({ isStale }) => isStale)) {
      for (const memo of memos) memo.isStale = false
      scanner.ask(memos.map(({ slots }) => slots))
      this.isAsked = true
    }
    const table = scanner.table(start, wanted)
    if (table === undefined) return undefined
    const { count, stride, times, words } = table
    const origin: Origin & { record: number } = { file, account, record: 0 }
    let made: LazyEvent | undefined
    let n = 0
    const row: TableRow = {
      table,
      at: 0,
      event: () => {
        origin.record = n + 1
        return (made ??= eventAt(scanner, table, row.at, origin))
      },
    }
    let matched = 0
    let from = Infinity
    let to = -Infinity
    for (; n < count; n++) {
      const at = n * stride
      row.at = at
      made = undefined
      const time = times[at >> 1]!
      if (time < from) from = time
      if (time > to) to = time
      if (this.windows.length > 0 && !this.isInTime(time)) continue
      if (this.passes) {
        const q = at + ROW.answers + (memos.length - 1) * 2
        if (!this.passes.answers[this.passes.of(words[q]!, words[q + 1]!, row.event)]!) continue
      }
      matched++
      take(row)
    }
    return { records: count, matched, from, to }
  }

  private isInTime(time: number): boolean {
    return this.windows.every(({ start = -Infinity, end = Infinity }) => time >= start && time <= end)
  }
}

// The record is scanned once more, for its slots.
function eventAt(scanner: Scanner, { words }: RecordTable, at: number, origin: Origin): LazyEvent {
  const start = words[at + ROW.start]!
  const end = scanner.object(start)
  return new LazyEvent({ bytes: scanner.bytes, start, end, scanner, lookup: undefined }, { ...origin })
}
