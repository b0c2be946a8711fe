// What the values of a field of rules decide, remembered by their hash. The field is a path whose value the scanner locates,
// so that not even a value seen for the first time takes an event.

import type { Field } from '../detect/decision.ts'
import { FieldValues, NO_VALUES } from '../detect/match.ts'
import type { Event } from '../event/event.ts'
import type { Json } from '../util/json.ts'
import { textAt } from './json/members.ts'
import type { PathPlace } from './json/paths.ts'
import type { Scanner } from './json/scan.ts'
import { PATH_SLOT, ROW } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

export class FieldAnswers {
  readonly memo: Memo<number>
  /** How many values were not remembered. */
  values = 0
  /** Which cell of the table has the place of the value; otherwise it is looked for. */
  cell: number | undefined
  private readonly field: Field
  private readonly scanner: Scanner
  private readonly read: (event: Event) => FieldValues

  /** The scanner's path with the number of the field is that of the field; `read` reads the same of an event. */
  constructor(field: Field, scanner: Scanner, read: (event: Event) => FieldValues) {
    this.field = field
    this.scanner = scanner
    this.read = read
    this.memo = new Memo((event) => field.answer(read(event)), 1, [this.slot])
  }

  get number(): number {
    return this.field.number
  }

  /** What a question or a cell of the table names. */
  get slot(): number {
    return PATH_SLOT + this.field.number
  }

  /** `answer`: where the hash is in the table. */
  of(row: TableRow, answer: number): number {
    const { memo } = this
    const { words } = row.table
    const a = words[answer]!
    const b = words[answer + 1]!
    const known = memo.known(a, b)
    if (known >= 0) return memo.answers[known]!
    this.values++
    const decided = this.field.answer(this.valuesIn(row))
    memo.put(a, b, decided, 0)
    return decided
  }

  private valuesIn(row: TableRow): FieldValues {
    const { start, end, isWhole } = this.placeIn(row)
    if (start < 0) return NO_VALUES
    if (!isWhole) return this.read(row.event())
    const plain = textAt(row.text, start, end)
    return new FieldValues([plain ?? (JSON.parse(row.text.toString('utf8', start, end)) as Json)])
  }

  private placeIn({ table: { words, cells }, at }: TableRow): PathPlace {
    if (this.cell === undefined) return this.scanner.pathIn(words[at + ROW.start]!, this.field.number)
    const place = at + cells + this.cell * 2
    const start = words[place]!
    const length = words[place + 1]!
    return { start, end: start + length, isWhole: length >= 0 }
  }
}
