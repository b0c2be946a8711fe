// A filter in plain English, one line per clause, for --explain. where/print.ts prints it as an expression.

import { formatTime } from '../event/event-time.ts'
import { type Clause, conditions, type Filter } from './clause.ts'
import { printPattern } from './pattern/print.ts'
import { parseValue } from './value-pattern.ts'
import { printWhere, type TimeFormat } from './where/print.ts'

/** One line per clause, without a final line end. */
export function explainFilter(filter: Filter, format: TimeFormat = formatTime): string {
  const all = conditions(filter)
  if (all.length === 0) return 'Every event matches: there is no filter.'
  const lines = ['An event matches when all of this holds:', ...items(all, format)]
  return [
    ...lines,
    `As an expression: --where '${printWhere(filter, format).replaceAll("'", "'\\''")}'`,
  ].join('\n')
}

function items(filters: readonly Filter[], format: TimeFormat): readonly string[] {
  return filters.flatMap((filter) => {
    const [first, ...more] = explainLines(filter, format)
    return [`- ${first}`, ...more.map((line) => `  ${line}`)]
  })
}

// One line, followed by one more for each part of a compound filter.
function explainLines(filter: Filter, format: TimeFormat): readonly string[] {
  switch (filter.kind) {
    case 'all':
      return ['all of this holds:', ...items(filter.of, format)]
    case 'any':
      return ['any of this holds:', ...items(filter.of, format)]
    case 'not':
      return ['this does not hold:', ...items([filter.of], format)]
    default:
      return [explainClause(filter, format)]
  }
}

function explainClause(clause: Clause, format: TimeFormat): string {
  switch (clause.kind) {
    case 'text':
      return explainValues(clause.field, clause.values)
    case 'source-ip':
      return explainValues('source-ip', clause.values)
    case 'time':
      return explainTime(clause.start, clause.end, format)
    case 'read-only':
      return `read-only is ${clause.value} (where a record does not say, the name of the call decides)`
    case 'mfa':
      return `the event says that MFA was ${clause.value ? '' : 'not '}used`
    case 'errors':
      return 'it failed: it has an error code or an error message, or is a sign-in that failed'
    case 'category':
      return `event category is ${clause.any.join(' or ')}`
    case 'contains':
      return `the record contains, in any case, ${clause.values.map(quote).join(' or ')}`
    case 'exists':
      return `${clause.field} has a value`
    case 'compare':
      return `${clause.field} ${clause.operator} ${clause.of === 'time' ? timeText(clause.value, format) : clause.value}`
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

function explainTime(start: number | undefined, end: number | undefined, format: TimeFormat): string {
  if (start === undefined && end === undefined) return 'event time is any'
  const from = start === undefined ? '' : ` from ${format(start)}`
  const to = end === undefined ? '' : ` up to and including ${timeText(end, format)}`
  return `event time is${from}${to}`
}

/** The end of a window includes the whole second; showing the .999 would only confuse. */
function timeText(time: number | undefined, format: TimeFormat): string {
  if (time === undefined) return ''
  return format(time % 1000 === 999 ? time - 999 : time)
}

function quote(text: string): string {
  return `"${text}"`
}
