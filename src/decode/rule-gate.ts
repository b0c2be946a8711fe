// Rules on a table of records: the event's name and source leave some of them, and the values of single fields decide one
// after the other which of these match. All of it is remembered by the values' hashes, so that most records never become
// events.

import { type Decisions, type Step, testsOf } from '../detect/decision.ts'
import { FieldReaders } from '../detect/match.ts'
import type { Left, RuleSet } from '../detect/rule-set.ts'
import { FieldAnswers } from './field-answers.ts'
import { keyPath, MAX_KEY_PATHS } from './json/paths.ts'
import type { Scanner } from './json/scan.ts'
import { SLOT } from './json/slots.ts'
import { MAX_SLOTS } from './json/table.ts'
import { Memo, type TableRow } from './memo.ts'

/** Number of records by which fields are judged, at least. */
const TRIAL = 2048
/** Share of records with values not seen before: a field has few values up to this one, and many from that one on. */
const FEW = 1 / 64
const MANY = 1 / 16
/** The same share of what several fields have together, up to which remembering it pays. */
const WORTH = 0.3
const MAX_CELLS = 8

export class RuleGate {
  /** The rules that remain for the name and the source. */
  readonly pair: Memo<Left>
  /** What each field decides, then what those with few values decide together, with the name and the source. */
  readonly memos: readonly Memo<unknown>[]
  /** The fields with many values. Their places are cells once they are known, when a memo becomes stale. */
  readonly cells: number[] = []
  private readonly rules: RuleSet
  private readonly decisions: Decisions
  private readonly answers: readonly FieldAnswers[]
  private readonly start = new Memo<Step>(noStep, 1)
  /** The fields with few values, by number, once they are known. */
  private few: ReadonlySet<number> | undefined
  private records = 0
  private starts = 0

  constructor(rules: RuleSet, scanner: Scanner) {
    this.rules = rules
    this.pair = new Memo((event) => rules.rulesFor(event))
    this.decisions = rules.decisions(MAX_KEY_PATHS, (path) => keyPath(path) !== undefined)
    const { fields } = this.decisions
    scanner.setPaths(fields.map(({ path }) => keyPath(path)!))
    const readers = new FieldReaders()
    this.answers = fields.map((field) => new FieldAnswers(field, scanner, readers.at(field.path)))
    this.memos = [...this.answers.map(({ memo }) => memo), this.start]
  }

  /** Call before each batch. */
  begin(): void {
    if (this.few !== undefined) this.start.isOff ||= this.starts > TRIAL && this.starts > this.records * WORTH
    else if (this.records >= TRIAL) this.judge()
  }

  private judge(): void {
    const { answers, cells, records, start } = this
    const few = answers
      .toSorted((a, b) => a.values - b.values)
      .filter(({ values }) => values <= records * FEW)
    // Besides the name and the source.
    const asked = few.slice(0, MAX_SLOTS - 2)
    this.few = new Set(asked.map(({ number }) => number))
    start.slots.push(SLOT.eventName, SLOT.eventSource, ...asked.map(({ slot }) => slot))
    start.isStale = true
    for (const one of answers)
      if (one.values >= records * MANY && cells.length < MAX_CELLS) one.cell = cells.push(one.slot) - 1
  }

  /**
   * Indexes of the rules that match, ascending. The table's questions are those of the memos, then that of the pair.
   */
  matches(row: TableRow): readonly number[] {
    this.records++
    const { rules } = this
    const step = this.decided(row, this.first(row))
    if (step === undefined) return rules.matches(row.event(), this.left(row))
    return step.rests.length === 0 ? step.matched : rules.confirm(row.event(), step.matched, testsOf(step))
  }

  /** The step after the fields with few values, or one before. */
  private first(row: TableRow): Step | undefined {
    const { few, start } = this
    const { words, answers } = row.table
    const place = row.at + answers + (this.memos.length - 1) * 2
    const isAsked = few !== undefined && !start.isOff
    const known = isAsked ? start.known(words[place]!, words[place + 1]!) : -1
    if (known >= 0) return start.answers[known]!
    const left = this.left(row)
    const first = (left.first ??= this.decisions.first(left.rules))
    if (!isAsked) return first
    this.starts++
    const step = this.decided(row, first, few)
    if (step !== undefined) start.put(words[place]!, words[place + 1]!, step, 0)
    return step
  }

  /** The step after these fields, or after all of them; undefined if too many would have to be remembered. */
  private decided(row: TableRow, from: Step | undefined, fields?: ReadonlySet<number>): Step | undefined {
    const { decisions, answers } = this
    const place = row.at + row.table.answers
    let step = from
    while (step?.field !== undefined && fields?.has(step.field.number) !== false) {
      const { number } = step.field
      step = decisions.after(step, answers[number]!.of(row, place + number * 2))
    }
    return step
  }

  private left({ table: { words, answers }, at, event }: TableRow): Left {
    return this.pair.at(words, at + answers + this.memos.length * 2, event)
  }
}

function noStep(): never {
  throw new Error('is never computed of an event')
}
