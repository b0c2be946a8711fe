// The values of a column as codes of a small dictionary, one dictionary per batch. A value is examined once for all records
// that have it.

import type { Event } from '../event/event.ts'
import { username } from '../event/identity.ts'
import { grown } from '../util/bytes.ts'
import { memberOf, USER_CELL } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

const FIRST_ROOM = 1024

/** What the user name in the scanner's cell depends on. */
const OF_USER = ['type', 'userName', 'principalId'].reduce((bits, name) => bits | (1 << memberOf(name)), 0)

export class ColumnAnswers {
  readonly memo: Memo<string>
  /** The scanner's cells that it needs. */
  readonly cells: readonly number[]
  // For each remembered answer, by its number: its code, and the batch in which that code is valid.
  private codes = new Int32Array(FIRST_ROOM)
  private batches = new Int32Array(FIRST_ROOM)

  constructor(get: (event: Event) => string | undefined) {
    // There are as many names of sessions as sessions, so that these are not even looked at as events.
    this.cells = get === username ? [USER_CELL] : []
    this.memo = new Memo((event) => get(event) ?? '')
  }

  /** The code of a record's value in `index`, which is that of the batch. Its hash and its cell are at these places. */
  codeOf(
    { table: { words }, event, text }: TableRow,
    answer: number,
    cell: number,
    batch: number,
    index: Map<string, number>,
  ): number {
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
    while (number >= this.codes.length) {
      this.codes = grown(this.codes)
      this.batches = grown(this.batches)
    }
    if (this.batches[number] !== batch) {
      this.batches[number] = batch
      this.codes[number] = codeOf(index, this.memo.answers[number]!)
    }
    return this.codes[number]!
  }
}

export function codeOf(index: Map<string, number>, value: string): number {
  let code = index.get(value)
  if (code === undefined) {
    code = index.size
    index.set(standalone(value), code)
  }
  return code
}

// Copies the text: from 13 characters on, V8 makes a substring a reference that retains the whole original text and is
// compared at a third of the speed.
function standalone(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
