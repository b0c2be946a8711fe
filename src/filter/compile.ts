// Turns a filter into a predicate on events. Clauses are tested in order of cost: the time is already known, top-level
// texts are cheap, everything else needs the parsed record.

import { category } from '../event/category.ts'
import type { Event } from '../event/event.ts'
import { comparedOf } from '../event/fields.ts'
import { isError } from '../event/failure.ts'
import { mfa } from '../event/identity.ts'
import { readOnly } from '../event/read-only.ts'
import type { Clause, Filter, TextClause } from './clause.ts'
import { parseEventTime } from '../event/event-time.ts'
import { compileContains } from './contains.ts'
import { compilePattern, ORDER } from './pattern/compile.ts'
import { compileSourceIp } from './source-ip.ts'
import type { ValuePattern } from './value-pattern.ts'
import { parseValue } from './value-pattern.ts'

export type Predicate = (event: Event) => boolean

/** Throws UsageError for a source-ip value that checkSourceIp rejects. */
export function compileFilter(filter: Filter): Predicate {
  switch (filter.kind) {
    case 'all': {
      const tests = cheapestFirst(filter.of)
      const [only] = tests
      if (only && tests.length === 1) return only
      return (event) => tests.every((test) => test(event))
    }
    case 'any': {
      const tests = cheapestFirst(filter.of)
      return (event) => tests.some((test) => test(event))
    }
    case 'not': {
      const test = compileFilter(filter.of)
      return (event) => !test(event)
    }
    default:
      return compileClause(filter)
  }
}

function cheapestFirst(filters: readonly Filter[]): readonly Predicate[] {
  return filters.toSorted((a, b) => cost(a) - cost(b)).map(compileFilter)
}

function cost(filter: Filter): number {
  switch (filter.kind) {
    case 'all':
    case 'any':
      return filter.of.reduce((most, part) => Math.max(most, cost(part)), 0)
    case 'not':
      return cost(filter.of)
    case 'time':
      return 0
    case 'text':
      return 1 + comparedOf(filter.field).cost
    case 'source-ip':
    case 'category':
      return 1
    case 'errors':
    case 'read-only':
    case 'mfa':
      return 2
    case 'compare':
    case 'exists':
      return 1 + comparedOf(filter.field).cost
    case 'pattern':
      return 3
    case 'contains':
      return 4
  }
}

function compileClause(clause: Clause): Predicate {
  switch (clause.kind) {
    case 'time':
      return compileTime(clause.start, clause.end)
    case 'text':
      return compileText(clause)
    case 'source-ip':
      return compileSourceIp(clause.values)
    case 'category':
      return (event) => clause.any.includes(category(event))
    case 'errors':
      return isError
    case 'read-only':
      return (event) => readOnly(event).value === clause.value
    case 'mfa':
      return (event) => mfa(event) === clause.value
    case 'exists':
      return comparedOf(clause.field).exists
    case 'compare':
      return compileCompare(clause)
    case 'contains': {
      const fits = compileContains(clause.values)
      return (event) => fits(event.record)
    }
    case 'pattern': {
      const fits = compilePattern(clause.node)
      return (event) => fits(event.record)
    }
  }
}

/** An event without a valid time is outside every range. */
function compileTime(start = -Infinity, end = Infinity): Predicate {
  if (start === -Infinity && end === Infinity) return () => true
  return (event) => event.time >= start && event.time <= end
}

/** Holds if any value satisfies the comparison. Numeric text counts as a number, because CloudTrail writes both. */
function compileCompare({ field, operator, value, of }: Extract<Clause, { kind: 'compare' }>): Predicate {
  const { texts } = comparedOf(field)
  const holds = ORDER[operator]
  const read = of === 'time' ? parseEventTime : numberOf
  return (event) => {
    const found = texts(event)
    if (found === undefined) return false
    return typeof found === 'string'
      ? holds(read(found), value)
      : found.some((text) => holds(read(text), value))
  }
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function compileText(clause: TextClause): Predicate {
  const { texts } = comparedOf(clause.field)
  const fits = compileTexts(clause)
  return (event) => fits(texts(event))
}

/** The test of a text clause on the texts that a field has in an event; undefined means no text. */
export function compileTexts({
  field,
  values,
}: TextClause): (found: string | readonly string[] | undefined) => boolean {
  const patterns = values.map(parseValue)
  return anyAndNone(field === 'event-source' ? patterns.map(allowShortForm) : together(patterns))
}

/** Joins exact values into one set, because there may be thousands of them, for example session IDs. */
function together(patterns: readonly ValuePattern[]): readonly Test[] {
  const exact = new Set(patterns.filter(isSimple).map((pattern) => pattern.exact))
  if (exact.size < 2) return patterns
  const others = patterns.filter((pattern) => !isSimple(pattern))
  return [...others, { negated: false, test: (text) => exact.has(text) }]
}

function isSimple({ negated, exact }: ValuePattern): boolean {
  return !negated && exact !== undefined
}

/** Lets `ec2` stand for the service's full name, including that of the China partition. */
function allowShortForm(pattern: ValuePattern): ValuePattern {
  const { exact } = pattern
  if (exact === undefined || exact.includes('.')) return pattern
  const global = `${exact}.amazonaws.com`
  return { ...pattern, test: (text) => text === global || text === `${global}.cn` }
}

interface Test {
  readonly negated: boolean
  readonly test: (text: string) => boolean
}

/**
 * Holds if at least one text matches a plain test (if there are any) and no negated test. A field
 * without text passes negated tests.
 */
function anyAndNone(tests: readonly Test[]): (found: string | readonly string[] | undefined) => boolean {
  const plain = tests.filter((one) => !one.negated)
  const negated = tests.filter((one) => one.negated)
  const fits = (text: string) =>
    (plain.length === 0 || plain.some((one) => one.test(text))) && !negated.some((one) => one.test(text))
  return (found) => {
    if (found === undefined) return plain.length === 0
    if (typeof found === 'string') return fits(found)
    if (found.some((text) => negated.some((one) => one.test(text)))) return false
    return plain.length === 0 || found.some((text) => plain.some((one) => one.test(text)))
  }
}
