// An event for a report: its cells, the filters and detection rules that it matches, and the record, in one row. A
// single reading of the files gives everything that a report contains, so its parts cannot disagree.

import { valueAt } from '../detect/match-row.ts'
import { RuleSet } from '../detect/rule-set.ts'
import type { EventRule } from '../detect/rule.ts'
import { isError } from '../event/failure.ts'
import { columnOf } from '../event/fields.ts'
import type { Filter } from '../filter/clause.ts'
import { compileFilter } from '../filter/compile.ts'
import { compileCells } from '../format/columns.ts'
import type { RowFormat, RowMaker } from '../format/row.ts'

/** What a run evaluates on every event in addition to its filter. */
export interface JudgeSpec {
  readonly filters: readonly Filter[]
  readonly rules: readonly EventRule[]
  /** Record paths whose values correlations compare. */
  readonly values: readonly string[]
}

export interface JudgedEvent {
  /** Epoch milliseconds; NaN if the event has no valid time. */
  readonly time: number
  /** One for each requested column; empty for no value. */
  readonly cells: readonly string[]
  /** Indexes of columns whose value is a guess. */
  readonly inferred: readonly number[]
  readonly failed: boolean
  /** Indexes into the filters and rules of the spec. */
  readonly filters: readonly number[]
  readonly rules: readonly number[]
  /** In the order of the spec; only for events that a rule matches. */
  readonly values: readonly (string | undefined)[]
  /** The record as delivered, on one line. It is part of a batch, so copy it to keep it. */
  readonly raw: Uint8Array
}

type Head = readonly [
  time: number | null,
  cells: readonly string[],
  inferred: readonly number[],
  failed: 0 | 1,
  filters: readonly number[],
  rules: readonly number[],
  values: readonly (string | null)[],
]

/** Compiles rows: a line of JSON, then the record. */
export function judgedRow(spec: JudgeSpec, { columns = [], timeZone }: RowFormat): RowMaker {
  const cells = compileCells(columns, timeZone)
  const guesses = columns.map((column) => columnOf(column).inferred)
  const tests = spec.filters.map((filter) => compileFilter(filter))
  const ruleSet = new RuleSet(spec.rules)
  const values = spec.values.map(valueAt)
  return (event, raw) => {
    const rules = ruleSet.matches(event)
    const head: Head = [
      Number.isNaN(event.time) ? null : event.time,
      cells(event),
      positions(guesses, (isGuess) => isGuess?.(event) === true),
      isError(event) ? 1 : 0,
      positions(tests, (test) => test(event)),
      rules,
      rules.length === 0 ? [] : values.map((get) => get(event) ?? null),
    ]
    return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), raw])
  }
}

export function parseJudged(row: Uint8Array): JudgedEvent {
  const end = row.indexOf(0x0a)
  const text = Buffer.from(row.buffer, row.byteOffset, end).toString()
  const [time, cells, inferred, failed, filters, rules, values] = JSON.parse(text) as Head
  return {
    time: time ?? Number.NaN,
    cells,
    inferred,
    failed: failed === 1,
    filters,
    rules,
    values: values.map((value) => value ?? undefined),
    raw: row.subarray(end + 1),
  }
}

function positions<T>(all: readonly T[], holds: (one: T) => boolean): number[] {
  const found: number[] = []
  for (let i = 0; i < all.length; i++) if (holds(all[i]!)) found.push(i)
  return found
}
