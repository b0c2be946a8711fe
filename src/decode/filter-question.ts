// A filter as a question about the records of a table. A filter on event IDs is compared with the bytes: IDs never repeat,
// so an answer about one cannot be used again.

import type { Event } from '../event/event.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import { parseValue } from '../filter/value-pattern.ts'
import { SLOT } from './json/slots.ts'
import { Memo, type TableRow } from './memo.ts'

export class FilterQuestion {
  readonly memos: readonly Memo<boolean>[]
  /** Slots whose texts it needs as cells. */
  readonly cells: readonly number[]
  private readonly memo: Memo<boolean>
  /** What an event ID that matches begins with. */
  private readonly start: Buffer | undefined

  constructor(filter: Filter) {
    const start = idStart(filter)
    this.memo = new Memo(compileFilter(filter))
    this.start = start === undefined ? undefined : Buffer.from(start)
    this.memos = start === undefined ? [this.memo] : []
    this.cells = start === undefined ? [] : [SLOT.eventID]
  }

  test(event: Event): boolean {
    return this.memo.fresh(event)
  }

  /** `answer` and `cell` are the places of its first answer and its first cell in the table. */
  testRow({ table: { words }, event, text }: TableRow, answer: number, cell: number): boolean {
    const { start, memo } = this
    if (start === undefined) return memo.at(words, answer, event)
    const from = words[cell]!
    const isPlain = words[cell + 1]! >= 0
    if (isPlain) for (let i = 0; i < start.length; i++) if (text[from + i] !== start[i]) return false
    return memo.fresh(event())
  }
}

function idStart(filter: Filter): string | undefined {
  if (filter.kind !== 'text' || filter.field !== 'event-id' || filter.values.length !== 1) return undefined
  const { negated, pieces } = parseValue(filter.values[0]!)
  return negated || pieces[0] === '' ? undefined : pieces[0]
}
