// The values of a column as codes of a small dictionary, one dictionary per batch. A value is examined once for all records
// that have it.

import type { Event } from '../event/event.ts'
import { grown } from '../util/bytes.ts'
import { Memo, type TableRow } from './memo.ts'

const FIRST_ROOM = 1024

export class ColumnAnswers {
  readonly memo: Memo<string>
  // For each remembered answer, by its number: its code, and the batch in which that code is valid.
  private codes = new Int32Array(FIRST_ROOM)
  private batches = new Int32Array(FIRST_ROOM)

  constructor(get: (event: Event) => string | undefined) {
    this.memo = new Memo((event) => get(event) ?? '')
  }

  /** The code of a record's value in `index`, which is that of the batch. `answer`: where its hash is. */
  codeOf(
    { table: { words }, event }: TableRow,
    answer: number,
    batch: number,
    index: Map<string, number>,
  ): number {
    const number = this.memo.of(words[answer]!, words[answer + 1]!, event)
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
