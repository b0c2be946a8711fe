// Decodes log files that contain nothing unusual, from the table that the scanner makes of them. No event is created for a
// record if every question about it was already answered for one with the same values (memo.ts).

import { allOf, conditions, type Filter, timeRange } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import type { Origin } from '../event/event.ts'
import type { FileInput } from './batch.ts'
import type { Scanner } from './json/scan.ts'
import type { Exports } from './json/instance.ts'
import { ROW_ROOM } from './json/rows.ts'
import { type RecordTable, ROW, type Wanted } from './json/table.ts'
import { ScannerTally } from './json/tally.ts'
import { Memo, type Question, type TableRow } from './memo.ts'
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
  readonly optional?: readonly Question[]
  /** The slots or kinds of its cells. */
  readonly cells?: readonly number[]
  /** Rows are made of them. */
  readonly makesRows?: boolean
  /** Sessions are taken from them. */
  readonly makesSessions?: boolean
  readonly wanted: Wanted
  /** Instead, of a file that can be read again. */
  readonly wantedOfPath?: Wanted
}

export class Tabulator {
  private readonly scanner: Scanner
  private readonly range: ReturnType<typeof timeRange>
  /** All conditions except those on time. */
  readonly passes: Memo<boolean> | undefined
  private readonly memos: readonly Question[]
  private readonly needed: readonly Memo<unknown>[]
  private readonly cells: readonly number[]
  private readonly makesRows: boolean
  private readonly makesSessions: boolean
  private readonly wanted: Wanted
  private readonly wantedOfPath: Wanted
  /** How many times the scanner was asked something else. */
  private asked = 0
  /** Of the last file: V8 drops what it has optimized for rows and tables when it collects the last one of them. */
  private row: RowOfTable | undefined

  constructor(
    scanner: Scanner,
    filter: Filter,
    {
      answers,
      optional = [],
      cells = [],
      makesRows = false,
      makesSessions = false,
      wanted,
      wantedOfPath = wanted,
    }: Asked,
  ) {
    this.scanner = scanner
    this.cells = cells
    this.makesRows = makesRows
    this.makesSessions = makesSessions
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
   * decoded record by record. `path` is set if it can be read again.
   */
  read(
    input: FileInput,
    path: string | undefined,
    start: number,
    take: (row: TableRow) => boolean,
  ): Tabulated | undefined {
    const { memos, range } = this
    const table = this.table(path, start, (exports) => !this.makesRows || exports.reserveRows(ROW_ROOM) !== 0)
    if (table === undefined) return undefined
    const { count, stride, times, words } = table
    const row = (this.row = new RowOfTable(this.scanner, table, input))
    let matched = 0
    let from = Infinity
    let to = -Infinity
    for (let at = 0; at < count * stride; at += stride) {
      row.at = at
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

  /** The same for all records in the range of time at once. `take` returns the number of matches. */
  readChosen(
    input: FileInput,
    path: string | undefined,
    start: number,
    take: (chosen: ScannerTally, row: TableRow, asked: number) => number,
  ): Tabulated | undefined {
    const { range } = this
    let chosen = 0
    const table = this.table(path, start, (exports) => {
      chosen = exports.choose(range.start, range.end)
      return chosen >= 0 && (!this.makesSessions || exports.reserveSessions() !== 0)
    })
    if (table === undefined) return undefined
    const tally = new ScannerTally(this.scanner, chosen)
    const { from, to } = tally
    this.row = new RowOfTable(this.scanner, table, input)
    const matched = take(tally, this.row, this.asked)
    return { records: table.count, matched, from, to }
  }

  private table(
    path: string | undefined,
    start: number,
    more: (exports: Exports) => boolean,
  ): RecordTable | undefined {
    const { scanner, memos, needed, cells } = this
    if (needed.some(({ isOff }) => isOff)) return undefined
    if (this.asked === 0 || memos.some(({ isOff, isStale }) => isStale && !isOff)) {
      for (const memo of memos) memo.isStale = false
      scanner.ask(
        memos.map(({ slots }) => slots),
        cells,
      )
      this.asked++
    }
    return scanner.table(start, path === undefined ? this.wanted : this.wantedOfPath, more)
  }
}

class RowOfTable implements TableRow {
  at = 0
  readonly table: RecordTable
  readonly text: Buffer
  readonly scanner: Scanner
  private readonly input: FileInput
  private made: LazyEvent | undefined
  private madeAt = -1

  constructor(scanner: Scanner, table: RecordTable, input: FileInput) {
    this.scanner = scanner
    this.table = table
    this.text = scanner.bytes
    this.input = input
  }

  readonly event = (): LazyEvent => {
    const { at, table } = this
    if (this.made === undefined || this.madeAt !== at) {
      const { file, account } = this.input
      this.made = eventAt(this.scanner, table, at, { file, account, record: at / table.stride + 1 })
      this.madeAt = at
    }
    return this.made
  }

  forget(): void {
    this.made = undefined
  }
}

// Scans the record again to fill its slots.
function eventAt(scanner: Scanner, { words }: RecordTable, at: number, origin: Origin): LazyEvent {
  const start = words[at + ROW.start]!
  const end = scanner.object(start)
  return new LazyEvent({ bytes: scanner.bytes, start, end, scanner, lookup: undefined }, origin)
}
