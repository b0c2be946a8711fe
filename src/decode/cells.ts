// Makes rows of cells from a table of records, without creating events: a cell is copied from the record if it is plain text
// there, or remembered from another record with the same values.

import { findField } from '../event/fields.ts'
import { compileCells } from '../format/columns.ts'
import { rowsOf, withColumns } from '../format/formats.ts'
import type { RowFormat } from '../format/row.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT } from './json/slots.ts'
import { MEMBER_SLOT, memberOf } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

interface Cell {
  /** Index among the table's cells, or -1 if it is not copied. */
  readonly copied: number
  /** Computes the cell if it is not copied, or if the text to copy is not plain. */
  readonly memo: Memo<Uint8Array>
  readonly answer: number
}

/** Fields whose values rarely repeat and are, in every record of a table, the text of a slot. */
const COPIED: Readonly<Record<string, number>> = {
  'event-time': SLOT.eventTime,
  'event-id': SLOT.eventID,
  'request-id': SLOT.requestID,
  'access-key-id': MEMBER_SLOT + memberOf('accessKeyId'),
}

export class CellRows {
  /** Slots of the cells that are copied. */
  readonly copied: readonly number[]
  readonly memos: readonly Memo<Uint8Array>[]
  private readonly cells: readonly Cell[]
  private readonly delimiter: number
  private row: Buffer = Buffer.allocUnsafe(4096)
  private end = 0

  constructor(cells: readonly Cell[], copied: readonly number[], delimiter: string) {
    this.cells = cells
    this.copied = copied
    this.memos = cells.filter(({ answer }) => answer >= 0).map(({ memo }) => memo)
    this.delimiter = delimiter.charCodeAt(0)
  }

  /** Valid until the next row. */
  make({ table: { words, answers, cells: places }, at, event }: TableRow, scanner: Scanner): Uint8Array {
    const { cells } = this
    this.end = 0
    for (let n = 0; n < cells.length; n++) {
      if (n > 0) this.room(1)[this.end++] = this.delimiter
      const { copied, memo, answer } = cells[n]!
      if (copied >= 0) {
        const place = at + places + copied * 2
        const from = words[place]!
        if (from < 0) this.copy(memo.fresh(event()))
        else this.copy(scanner.bytes, from, words[place + 1])
      } else if (memo.isOff) this.copy(memo.fresh(event()))
      else {
        const place = at + answers + answer * 2
        this.copy(memo.answers[memo.of(words[place]!, words[place + 1]!, event)]!)
      }
    }
    return this.row.subarray(0, this.end)
  }

  // For texts this short, a loop is faster than a call.
  private copy(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const row = this.room(to - from)
    let at = this.end
    for (let i = from; i < to; i++) row[at++] = bytes[i]!
    this.end = at
  }

  private room(length: number): Buffer {
    if (this.end + length > this.row.length) {
      const longer = Buffer.allocUnsafe((this.end + length) * 2)
      longer.set(this.row)
      this.row = longer
    }
    return this.row
  }
}

/** Undefined for row formats that are not made of independent cells. */
export function cellRows(format: RowFormat): CellRows | undefined {
  const { cells: made } = rowsOf(format)
  if (made === undefined) return undefined
  const { columns, timeZone, csvSafe } = withColumns(format)
  const copied: number[] = []
  let answers = 0
  const cells = columns.map((column): Cell => {
    const text = compileCells([column], timeZone)
    const memo = new Memo((event) => Buffer.from(made.line(text(event), csvSafe)))
    const field = findField(column)?.name
    const slot = field === undefined ? undefined : COPIED[field]
    const isSame = slot !== undefined && !csvSafe && !(field === 'event-time' && timeZone !== undefined)
    return isSame
      ? { copied: copied.push(slot) - 1, memo, answer: -1 }
      : { copied: -1, memo, answer: answers++ }
  })
  return new CellRows(cells, copied, made.delimiter)
}
