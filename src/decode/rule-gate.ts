// Rules on a table of records: the event's name and source leave some of them, and the values of single fields decide one
// after the other which of these match. All of it is remembered by the values' hashes, so that most records never become
// events.

import { type Decisions, testsOf } from '../detect/decision.ts'
import { FieldReaders } from '../detect/match.ts'
import type { Left, RuleSet } from '../detect/rule-set.ts'
import { FieldAnswers } from './field-answers.ts'
import { keyPath, MAX_KEY_PATHS } from './json/paths.ts'
import type { Scanner } from './json/scan.ts'
import { Memo, type TableRow } from './memo.ts'

export class RuleGate {
  /** The rules that remain for the name and the source. */
  readonly pair: Memo<Left>
  /** What each field decides. */
  readonly fields: readonly Memo<number>[]
  private readonly rules: RuleSet
  private readonly decisions: Decisions
  private readonly answers: readonly FieldAnswers[]

  constructor(rules: RuleSet, scanner: Scanner) {
    this.rules = rules
    this.pair = new Memo((event) => rules.rulesFor(event))
    this.decisions = rules.decisions(MAX_KEY_PATHS, (path) => keyPath(path) !== undefined)
    const { fields } = this.decisions
    scanner.setPaths(fields.map(({ path }) => keyPath(path)!))
    const readers = new FieldReaders()
    this.answers = fields.map((field) => new FieldAnswers(field, scanner, readers.at(field.path)))
    this.fields = this.answers.map(({ memo }) => memo)
  }

  /**
   * Indexes of the rules that match, ascending. The table's questions are those of the fields, then that of the pair.
   */
  matches(row: TableRow): readonly number[] {
    const { decisions, answers, rules } = this
    const { table, at, event } = row
    const first = at + table.answers
    const left = this.pair.at(table.words, first + answers.length * 2, event)
    let step = (left.first ??= decisions.first(left.rules))
    while (step.field !== undefined) {
      const { number } = step.field
      const next = decisions.after(step, answers[number]!.of(row, first + number * 2))
      if (next === undefined) return rules.matches(event(), left)
      step = next
    }
    return step.rests.length === 0 ? step.matched : rules.confirm(event(), step.matched, testsOf(step))
  }
}
