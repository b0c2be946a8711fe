// A filter in words: one line for the summary, or one line per clause for --explain.

import { formatTime } from '../event/event-time.ts'
import { type Clause, conditions, type Filter } from './clause.ts'
import { printPattern } from './pattern/print.ts'
import { parseValue } from './value-pattern.ts'

/** `event-name=ConsoleLogin, read-only=false`; empty when there is no filter. */
export function describeFilter(filter: Filter): string {
  return conditions(filter).map(describe).join(', ')
}

function describe(filter: Filter): string {
  switch (filter.kind) {
    case 'all':
      return `(${filter.of.map(describe).join(' and ')})`
    case 'any':
      return `(${filter.of.map(describe).join(' or ')})`
    case 'not':
      return `not ${describe(filter.of)}`
    default:
      return describeClause(filter)
  }
}

function describeClause(clause: Clause): string {
  switch (clause.kind) {
    case 'text':
      return `${clause.field}=${clause.values.join('|')}`
    case 'time':
      return `time=${timeText(clause.start)}..${timeText(clause.end)}`
    case 'source-ip':
    case 'contains':
      return `${clause.kind}=${clause.values.join('|')}`
    case 'read-only':
    case 'mfa':
      return `${clause.kind}=${clause.value}`
    case 'errors':
      return 'errors'
    case 'category':
      return `category=${clause.any.join('|')}`
    case 'pattern':
      return `filter-pattern=${printPattern(clause.node)}`
  }
}

/** One line per clause, without a line end after the last one. */
export function explainFilter(filter: Filter): string {
  const all = conditions(filter)
  if (all.length === 0) return 'Every event matches: there is no filter.'
  return ['An event matches when all of this holds:', ...items(all)].join('\n')
}

function items(filters: readonly Filter[]): readonly string[] {
  return filters.flatMap((filter) => {
    const [first, ...more] = explainLines(filter)
    return [`- ${first}`, ...more.map((line) => `  ${line}`)]
  })
}

// One line, and for what has parts one more for each of them.
function explainLines(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'all':
      return ['all of this holds:', ...items(filter.of)]
    case 'any':
      return ['any of this holds:', ...items(filter.of)]
    case 'not':
      return ['this does not hold:', ...items([filter.of])]
    default:
      return [explainClause(filter)]
  }
}

function explainClause(clause: Clause): string {
  switch (clause.kind) {
    case 'text':
      return explainValues(clause.field, clause.values)
    case 'source-ip':
      return explainValues('source-ip', clause.values)
    case 'time':
      return explainTime(clause.start, clause.end)
    case 'read-only':
      return `read-only is ${clause.value} (where a record does not say, the name of the call decides)`
    case 'mfa':
      return `the event says that MFA was ${clause.value ? '' : 'not '}used`
    case 'errors':
      return 'it failed: it has an error code or an error message, or is a sign-in that failed'
    case 'category':
      return `event category is ${clause.any.join(' or ')}`
    case 'contains':
      return `somewhere in the record, in any case, stands ${clause.values.map(quote).join(' or ')}`
    case 'pattern':
      return `the record matches the filter pattern ${printPattern(clause.node)}`
  }
}

function explainValues(field: string, values: readonly string[]): string {
  const is = values.filter((value) => !parseValue(value).negated)
  const isNot = values.filter((value) => parseValue(value).negated).map((value) => value.slice(1))
  const parts = [
    ...(is.length > 0 ? [`is ${is.map(quote).join(' or ')}`] : []),
    ...(isNot.length > 0 ? [`is not ${isNot.map(quote).join(' or ')}`] : []),
  ]
  const missing = is.length === 0 ? ' (an event without it matches too)' : ''
  return `${field.replaceAll('-', ' ')} ${parts.join(' and ')}${missing}`
}

function explainTime(start: number | undefined, end: number | undefined): string {
  if (start === undefined && end === undefined) return 'event time is any'
  const from = start === undefined ? '' : ` from ${formatTime(start)}`
  const to = end === undefined ? '' : ` up to and including ${timeText(end)}`
  return `event time is${from}${to}`
}

/** The end of a window includes its whole second; the .999 that says so would only puzzle. */
function timeText(time: number | undefined): string {
  if (time === undefined) return ''
  return formatTime(time % 1000 === 999 ? time - 999 : time)
}

function quote(text: string): string {
  return `"${text}"`
}
