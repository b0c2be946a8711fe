// The values of a column. A value is examined once for all records that have it.

import type { Event } from '../event/event.ts'
import { username } from '../event/identity.ts'
import type { TextPacker } from '../util/packed-texts.ts'
import { memberOf, USER_CELL } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

/** What the user name in the scanner's cell depends on. */
const OF_USER = ['type', 'userName', 'principalId'].reduce((bits, name) => bits | (1 << memberOf(name)), 0)

export class ColumnAnswers {
  readonly memo: Memo<string>
  /** The scanner's cells that it needs. Where one is plain text, that is the value. */
  readonly cells: readonly number[]

  constructor(get: (event: Event) => string | undefined) {
    // There are as many names of sessions as sessions, so that these are not even looked at as events.
    this.cells = get === username ? [USER_CELL] : []
    this.memo = new Memo((event) => get(event) ?? '')
  }

  /** The value of a record, whose hash and whose cell are at these places. */
  valueOf({ table: { words }, event, text }: TableRow, answer: number, cell: number): string {
    const { memo } = this
    const a = words[answer]!
    const b = words[answer + 1]!
    let number = -1
    if (this.cells.length > 0 && words[cell + 1]! > 0) {
      number = memo.known(a, b)
      const from = words[cell]!
      if (number < 0) number = memo.put(a, b, text.toString('latin1', from, from + words[cell + 1]!), OF_USER)
    }
    if (number < 0) number = memo.of(a, b, event)
    return memo.answers[number]!
  }

  /** Packs the value of a record. */
  pack(row: TableRow, answer: number, cell: number, to: TextPacker): void {
    const { words } = row.table
    const length = this.cells.length > 0 ? words[cell + 1]! : -1
    if (length >= 0) to.addNarrow(row.text, words[cell]!, words[cell]! + length)
    else to.add(this.memo.answers[this.memo.of(words[answer]!, words[answer + 1]!, row.event)]!)
  }
}

/** The values of columns whose hashes and cells are one after the other. */
export function valuesOf(
  columns: readonly ColumnAnswers[],
  row: TableRow,
  answer: number,
  cell: number,
): string[] {
  const { at } = row
  let a = at + answer
  let c = at + cell
  return columns.map((column) => {
    const value = column.valueOf(row, a, c)
    a += 2
    c += column.cells.length * 2
    return value
  })
}
