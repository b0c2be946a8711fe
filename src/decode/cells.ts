// Rows of cells from a table of records, made by the scanner without creating events: a cell is copied from the record if it
// is plain text there, or remembered from another record with the same values.

import type { Event } from '../event/event.ts'
import { findField } from '../event/fields.ts'
import { compileCells } from '../format/columns.ts'
import { rowsOf, withColumns } from '../format/formats.ts'
import type { RowFormat } from '../format/row.ts'
import { type RowColumn, ScannerRows } from './json/rows.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT } from './json/slots.ts'
import { MEMBER_SLOT, memberOf, RESOURCES_CELL, USER_CELL } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'
import { compileResources, numberedParts } from './resource-cells.ts'
import type { RowBuilder } from './row-builder.ts'

/** For which the scanner has room. */
const MAX_COLUMNS = 32

interface Column extends RowColumn {
  /** Computes the cell. */
  readonly text: (event: Event) => Uint8Array
  /** The answers to its question: the cell; of resources, how to make it. */
  readonly memo: Memo<Uint8Array> | undefined
  readonly isResources: boolean
}

/** Fields whose values rarely repeat and are, in every record of a table, the text of a slot. */
const COPIED: Readonly<Record<string, number>> = {
  'event-time': SLOT.eventTime,
  'event-id': SLOT.eventID,
  'request-id': SLOT.requestID,
  'access-key-id': MEMBER_SLOT + memberOf('accessKeyId'),
}
/** Fields that the scanner knows how to make, for most records. */
const MADE: Readonly<Record<string, number>> = { 'user-name': USER_CELL, resources: RESOURCES_CELL }

class CellRows {
  /** Slots or kinds of the table's cells. */
  readonly cells: readonly number[]
  readonly memos: readonly Memo<Uint8Array>[]
  private readonly columns: readonly Column[]
  private readonly rowColumns: readonly RowColumn[]
  private readonly delimiter: string
  private rows: ScannerRows | undefined
  private lengths: number[] = []
  private count = 0

  constructor(columns: readonly Column[], cells: readonly number[], delimiter: string) {
    this.columns = columns
    this.cells = cells
    // What is kept of resources is no cell.
    this.rowColumns = columns.map(({ cell, question, isResources }) => ({
      cell,
      question: isResources ? -1 : question,
    }))
    this.delimiter = delimiter
    this.memos = columns
      .filter(({ question }) => question >= 0)
      .sort((a, b) => a.question - b.question)
      .map(({ memo }) => memo!)
  }

  /** Adds the row of a record; `path` as of RowBuilder.noteRow. Call `finish` after the last one of a table. */
  add(record: TableRow, scanner: Scanner, to: RowBuilder, path: string | undefined): void {
    const { columns } = this
    const rows = (this.rows ??= new ScannerRows(scanner, record.table, this.rowColumns, this.delimiter))
    if (rows.isFull) this.flush(to)
    this.count++
    const length = rows.make(record.at, (n) => this.addCell(columns[n]!, rows, record, scanner))
    if (length === undefined) {
      // Longer than all of the memory for rows.
      this.flush(to)
      to.addRow(record, this.longRow(record.event()), path)
      return
    }
    to.noteRow(record, path)
    this.lengths.push(length)
  }

  finish(to: RowBuilder): void {
    this.flush(to)
    this.rows = undefined
    for (const memo of this.memos) memo.noteUses(this.count)
    this.count = 0
  }

  private flush(to: RowBuilder): void {
    if (this.rows === undefined || this.lengths.length === 0) return
    to.addRows(this.rows.take(), this.lengths)
    this.lengths = []
  }

  private addCell(
    { text, memo, question, isResources }: Column,
    rows: ScannerRows,
    { table, at, event }: TableRow,
    scanner: Scanner,
  ): boolean {
    if (memo === undefined || memo.isOff) return rows.addCell(text(event()), -1)
    const answer = at + table.answers + question * 2
    const { words } = table
    if (!isResources) {
      const answered = memo.ask(event())
      return rows.addCell(answered, memo.isStale ? -1 : answer)
    }
    if (words[answer] !== 0 || words[answer + 1] !== 0) {
      const list = memo.ask(event(), numberedParts(scanner, rows.strings()))
      if (!memo.isStale && !rows.keep(list, answer)) return false
    }
    return rows.addCell(text(event()), -1)
  }

  private longRow(event: Event): Uint8Array {
    const delimiter = Buffer.from(this.delimiter)
    return Buffer.concat(
      this.columns.flatMap(({ text }, n) => (n === 0 ? [text(event)] : [delimiter, text(event)])),
    )
  }
}

/** Undefined for row formats that are not made of independent cells. */
export function cellRows(format: RowFormat): CellRows | undefined {
  const { cells: made } = rowsOf(format)
  if (made === undefined) return undefined
  const { columns, timeZone, csvSafe } = withColumns(format)
  const line = (cells: readonly string[]): string => made.line(cells, csvSafe)
  if (columns.length > MAX_COLUMNS) return undefined
  const cells: number[] = []
  const fields = columns.map((column, n) => {
    const name = findField(column)?.name
    const isSame = !csvSafe && !(name === 'event-time' && timeZone !== undefined)
    const copied = name === undefined || !isSame ? undefined : COPIED[name]
    const isFirst = columns.indexOf(column) === n
    const kind = name === undefined || !isSame || !isFirst ? undefined : MADE[name]
    return { column, copied, kind }
  })
  // The question about resources is the first.
  const asking = fields.filter(({ copied }) => copied === undefined)
  asking.sort((a, b) => Number(b.kind === RESOURCES_CELL) - Number(a.kind === RESOURCES_CELL))
  const all = fields.map((field): Column => {
    const { column, copied, kind } = field
    const texts = compileCells([column], timeZone)
    const text = (event: Event): Uint8Array => Buffer.from(line(texts(event)))
    const cell = copied ?? kind
    const isResources = kind === RESOURCES_CELL
    return {
      text,
      cell: cell === undefined ? -1 : cells.push(cell) - 1,
      question: asking.indexOf(field),
      memo: copied === undefined ? new Memo(isResources ? compileResources(line) : text) : undefined,
      isResources,
    }
  })
  return new CellRows(all, cells, made.delimiter)
}
