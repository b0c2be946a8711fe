// Decodes log files that contain nothing unusual, from the table that the scanner makes of them. No event is created for a
// record if every question about it was already answered for one with the same values (memo.ts).

import { allOf, conditions, type Filter, timeRange } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import type { Origin } from '../event/event.ts'
import type { FileInput } from './batch.ts'
import type { Scanner } from './json/scan.ts'
import { ROW_ROOM } from './json/rows.ts'
import { type RecordTable, ROW, type Wanted } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'
import { LazyEvent } from './records/lazy-event.ts'

/** Result for a file decoded in this way. */
export interface Tabulated {
  readonly records: number
  readonly matched: number
  /** Times of the first and the last event. */
  readonly from: number
  readonly to: number
}

/** What is needed of every match. */
export interface Asked {
  /** If one of these is off, files are decoded record by record. */
  readonly answers: readonly Memo<unknown>[]
  /** First in order. If one of these is off, its answer is computed each time. */
  readonly optional?: readonly Memo<unknown>[]
  /** The slots or kinds of its cells. */
  readonly cells?: readonly number[]
  /** Rows are made of them. */
  readonly makesRows?: boolean
  readonly wanted: Wanted
  /** Instead, of a file that can be read again. */
  readonly wantedOfPath?: Wanted
}

export class Tabulator {
  private readonly scanner: Scanner
  private readonly range: ReturnType<typeof timeRange>
  /** All conditions except those on time. */
  private readonly passes: Memo<boolean> | undefined
  private readonly memos: readonly Memo<unknown>[]
  private readonly needed: readonly Memo<unknown>[]
  private readonly cells: readonly number[]
  private readonly rowRoom: number
  private readonly wanted: Wanted
  private readonly wantedOfPath: Wanted
  private isAsked = false

  constructor(
    scanner: Scanner,
    filter: Filter,
    { answers, optional = [], cells = [], makesRows, wanted, wantedOfPath = wanted }: Asked,
  ) {
    this.scanner = scanner
    this.cells = cells
    this.rowRoom = makesRows ? ROW_ROOM : 0
    this.wanted = wanted
    this.wantedOfPath = wantedOfPath
    this.range = timeRange(filter)
    const others = conditions(filter).filter((one) => one.kind !== 'time')
    this.passes = others.length === 0 ? undefined : new Memo(compileFilter(allOf(others)))
    this.needed = this.passes ? [...answers, this.passes] : answers
    this.memos = [...optional, ...this.needed]
  }

  /** Call before each batch. */
  begin(): void {
    for (const memo of this.memos) memo.tidy()
  }

  /**
   * Decodes the scanner's text, a log file on one line whose first record begins at `start`, and calls `take` for each
   * match, which returns false if it is not one after all. Returns undefined, without a call, if the file must be
   * decoded record by record.
   */
  read(
    { file, path, account }: FileInput,
    start: number,
    take: (row: TableRow) => boolean,
  ): Tabulated | undefined {
    const { scanner, memos, needed, cells, range } = this
    if (needed.some(({ isOff }) => isOff)) return undefined
    if (!this.isAsked || memos.some(({ isOff, isStale }) => isStale && !isOff)) {
      for (const memo of memos) memo.isStale = false
      scanner.ask(
        memos.map(({ slots }) => slots),
        cells,
      )
      this.isAsked = true
    }
    const table = scanner.table(start, path === undefined ? this.wanted : this.wantedOfPath, this.rowRoom)
    if (table === undefined) return undefined
    const { count, stride, times, words } = table
    const origin: Origin & { record: number } = { file, account, record: 0 }
    let made: LazyEvent | undefined
    let n = 0
    const row: TableRow = {
      table,
      text: scanner.bytes,
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
      if (time < range.start || time > range.end) continue
      if (this.passes) {
        const q = at + table.answers + (memos.length - 1) * 2
        if (!this.passes.answers[this.passes.of(words[q]!, words[q + 1]!, row.event)]!) continue
      }
      if (take(row)) matched++
    }
    return { records: count, matched, from, to }
  }
}

// Scans the record again to fill its slots.
function eventAt(scanner: Scanner, { words }: RecordTable, at: number, origin: Origin): LazyEvent {
  const start = words[at + ROW.start]!
  const end = scanner.object(start)
  return new LazyEvent({ bytes: scanner.bytes, start, end, scanner, lookup: undefined }, { ...origin })
}
