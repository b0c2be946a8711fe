// Counts the records of the scanner's tables. The scanner numbers the values of each column (assembly/tally.ts), so that only
// the first record of a batch with a value is examined.

import type { AggregateAnswers, AggregateBuilder } from './aggregate.ts'
import { type ColumnAnswers, valuesOf } from './column-answers.ts'
import type { FilterQuestion } from './filter-question.ts'
import type { ScannerTally } from './json/tally.ts'
import type { Memo, TableRow } from './memo.ts'
import type { SessionBuilder } from './session-builder.ts'

/** The chosen records of a table, and a row that can be any of them. */
interface Chosen {
  readonly tally: ScannerTally
  readonly row: TableRow
  /** Index of the first of them in the batch. */
  readonly first: number
}

/** Whether something is true of the chosen record with this index. */
type Test = (index: number) => boolean

export class Tally {
  private readonly answers: AggregateAnswers
  private readonly passes: Memo<boolean> | undefined
  private readonly sessions: SessionBuilder | undefined
  // Numbers of the scanner hold for one period.
  private period = 0
  private asked = 0
  /** By number: whether the filter and those of the lists are passed, and the groups. */
  private passed: boolean[] = []
  private listed: boolean[][] = []
  private grouped: number[][] = []

  /** `passes` is what an event must pass besides its time; its answer is the last one of a table. */
  constructor(
    answers: AggregateAnswers,
    passes: Memo<boolean> | undefined,
    sessions: SessionBuilder | undefined,
  ) {
    this.answers = answers
    this.passes = passes
    this.sessions = sessions
  }

  /** Call before each batch. */
  begin(): void {
    this.period++
    this.sessions?.begin()
    this.passed = []
    this.listed = this.answers.lists.map(() => [])
    this.grouped = this.answers.groups.map(() => [])
  }

  /**
   * Counts the chosen records of the table, and returns how many pass. `asked` differs after hashes have changed their
   * meaning.
   */
  take(tally: ScannerTally, row: TableRow, asked: number, to: AggregateBuilder): number {
    if (asked !== this.asked) this.begin()
    this.asked = asked
    if (this.passes) {
      const isIn = this.ask(this.passes, this.passed, { tally, row, first: 0 }, row.table.cells - 2)
      tally.keep(isIn ?? (() => false))
    }
    if (tally.count === 0) return 0
    const first = to.reserve(tally.count)
    tally.gather(to.times, to.fingerprints, first)
    const chosen = { tally, row, first }
    const { columns, lists, groups } = this.answers
    let { answers: answer, cells: cell } = row.table
    if (this.sessions) {
      this.sessions.addRows(tally, row, this.period, answer, cell)
      answer += this.sessions.memos.length * 2
      cell += this.sessions.cells.length * 2
    }
    for (const [c, column] of columns.entries()) {
      this.count(column, to.columns[c]!, chosen, answer, cell)
      answer += 2
      cell += column.cells.length * 2
    }
    for (const [l, question] of lists.entries()) {
      this.list(question, l, to, chosen, answer, cell)
      answer += question.memos.length * 2
      cell += question.cells.length * 2
    }
    for (const [g, of] of groups.entries()) {
      this.group(of, g, to, chosen, answer, cell)
      answer += of.length * 2
      for (const { cells } of of) cell += cells.length * 2
    }
    return tally.count
  }

  private count(
    column: ColumnAnswers,
    { codes, texts }: AggregateBuilder['columns'][number],
    chosen: Chosen,
    answer: number,
    cell: number,
  ): void {
    const { memo, cells } = column
    const { tally, first } = chosen
    const fresh = tally.number(this.period, texts.size, cells.length > 0 ? cell : -1, answer)
    for (let n = 0; n < fresh; n++) {
      if (cells.length > 0) n += tally.packCells(cell, n, fresh, texts)
      if (n === fresh) break
      const row = move(chosen, tally.news[n]!)
      column.pack(row, row.at + answer, row.at + cell, texts)
    }
    memo.noteUses(tally.count - fresh)
    if (!memo.isStale) return codes.set(tally.numbers.subarray(0, tally.count), first)
    // The hash does not cover all that the value depends on.
    for (let n = 0; n < tally.count; n++) codes[first + n] = texts.add(memo.fresh(move(chosen, n).event()))
  }

  private list(
    question: FilterQuestion,
    l: number,
    { lists, times }: AggregateBuilder,
    chosen: Chosen,
    answer: number,
    cell: number,
  ): void {
    const { tally, first } = chosen
    const list = lists[l]!
    if (!list.isNewEnough(tally.to)) return
    const isIn = this.listTest(question, l, chosen, answer, cell)
    if (isIn === undefined) return
    for (let n = 0; n < tally.count; n++)
      if (list.isNewEnough(times[first + n]!) && isIn(n)) list.add(move(chosen, n).event())
  }

  private group(
    columns: readonly ColumnAnswers[],
    g: number,
    { groups }: AggregateBuilder,
    chosen: Chosen,
    answer: number,
    cell: number,
  ): void {
    const { tally } = chosen
    const group = groups[g]!
    const known = this.grouped[g]!
    const fresh = tally.number(this.period, known.length, -1, answer, columns.length)
    for (let n = 0; n < fresh; n++) {
      const row = move(chosen, tally.news[n]!)
      known.push(group.numberOf(valuesOf(columns, row, answer, cell)))
    }
    for (const { memo } of columns) memo.noteUses(tally.count - fresh)
    const isStale = columns.some(({ memo }) => memo.isStale)
    for (let n = 0; n < tally.count; n++) {
      const event = isStale ? move(chosen, n).event() : undefined
      group.addNumber(
        event ? group.numberOf(columns.map(({ memo }) => memo.fresh(event))) : known[tally.numbers[n]!]!,
      )
    }
  }

  /** Undefined if it is true of none. */
  private listTest(
    question: FilterQuestion,
    l: number,
    chosen: Chosen,
    answer: number,
    cell: number,
  ): Test | undefined {
    const [memo] = question.memos
    if (memo) return this.ask(memo, this.listed[l]!, chosen, answer)
    return (n) => {
      const row = move(chosen, n)
      return question.testRow(row, row.at + answer, row.at + cell)
    }
  }

  /** The same of a question; `known` are its answers by number. */
  private ask(memo: Memo<boolean>, known: boolean[], chosen: Chosen, answer: number): Test | undefined {
    const { tally } = chosen
    const fresh = tally.number(this.period, known.length, -1, answer)
    for (let n = 0; n < fresh; n++) {
      const row = move(chosen, tally.news[n]!)
      const { words } = row.table
      const at = row.at + answer
      known.push(memo.answers[memo.of(words[at]!, words[at + 1]!, row.event)]!)
    }
    memo.noteUses(tally.count - fresh)
    if (memo.isStale) return (n) => memo.fresh(move(chosen, n).event())
    return known.includes(true) ? (n) => known[tally.numbers[n]!]! : undefined
  }
}

function move({ tally, row }: Chosen, index: number): TableRow {
  return tally.move(row, index)
}
