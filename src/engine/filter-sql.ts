// Translates a filter to SQL over the columns of event/table-columns.ts: a condition that holds for every event that
// the filter accepts, and for no others if it is exact. Pure; equal filters give equal text, so an engine can reuse an
// earlier result.

import { CATEGORIES, type Category } from '../event/category.ts'
import { type Clause, conditions, type Filter } from '../filter/clause.ts'
import { parseValue } from '../filter/value-pattern.ts'
import {
  all,
  any,
  between,
  type Bounds,
  complement,
  exactly,
  holds,
  not,
  or,
  UNKNOWN,
  unless,
} from './bounds.ts'
import { columnAt } from '../event/table-columns.ts'
import { speechOf, type Speech } from './dialect.ts'
import type { Dialect } from './dialect-names.ts'
import {
  CATEGORY,
  type Context,
  isReadOnly,
  keysOf,
  mfaText,
  oddNumber,
  valueAtKeys,
  valueOfField,
} from './field-sql.ts'
import { patternBounds as filterPatternBounds } from './pattern-sql.ts'
import { sourceIpBounds } from './source-ip-sql.ts'
import { mayBeNumber, mentions, patternBounds, textBounds } from './text-sql.ts'

export interface FilterSql {
  /** A condition that is never NULL. */
  readonly sql: string
  /** True if it holds for exactly the events of the filter. */
  readonly exact: boolean
}

export interface SqlOptions {
  readonly dialect: Dialect
  /** SQL expression of the log file's name. Default: `path`, as in the view `events`. */
  readonly path?: string
}

export function filterSql(filter: Filter, options: SqlOptions): FilterSql {
  const { upper, exact } = boundsOf(filter, contextOf(filter, options))
  return { sql: upper, exact }
}

/** One result for each condition that must hold, in the order of the filter. */
export function conditionsSql(
  filter: Filter,
  options: SqlOptions,
): readonly (FilterSql & { readonly filter: Filter })[] {
  const context = contextOf(filter, options)
  return conditions(filter).map((one) => {
    const { upper, exact } = boundsOf(one, context)
    return { filter: one, sql: upper, exact }
  })
}

export function contextOf(filter: Filter, { dialect, path = 'path' }: SqlOptions): Context {
  const kinds = conditions(filter).flatMap((one) => (one.kind === 'category' ? [one.any] : []))
  return {
    speech: speechOf(dialect),
    kinds: new Set(CATEGORIES.filter((category) => kinds.every((some) => some.includes(category)))),
    path,
  }
}

function boundsOf(filter: Filter, context: Context): Bounds {
  switch (filter.kind) {
    case 'all':
      return all(filter.of.map((part) => boundsOf(part, context)))
    case 'any':
      return any(filter.of.map((part) => boundsOf(part, context)))
    case 'not':
      return complement(boundsOf(filter.of, context))
    default:
      return clauseBounds(filter, context)
  }
}

function clauseBounds(clause: Clause, context: Context): Bounds {
  const { speech } = context
  switch (clause.kind) {
    case 'text':
      return fieldBounds(clause.field, clause.values, context)
    case 'time':
      return timeBounds(clause.start, clause.end, context)
    case 'read-only': {
      const holdsNow = isReadOnly(context)
      const { unsure } = valueOfField('read-only', context)!
      return unless(unsure, exactly(clause.value ? holdsNow : not(holdsNow)))
    }
    case 'source-ip':
      return sourceIpBounds(clause.values, speech)
    case 'errors':
      return exactly(isError(speech))
    case 'mfa':
      return exactly(holds(`${mfaText(speech)} = '${clause.value}'`))
    case 'category':
      return categoryBounds((category) => clause.any.includes(category))
    case 'pattern':
      return filterPatternBounds(clause.node, speech)
    case 'exists':
      return existsBounds(clause.field, context)
    case 'contains': // any case, keys included, and fields without a column
    case 'compare': // compares numbers, however they are written
      return UNKNOWN
  }
}

function fieldBounds(field: string, values: readonly string[], context: Context): Bounds {
  const { speech } = context
  if (field === 'event-category') {
    return categoryBounds((category) => fits(values, category))
  }
  if (field === 'principal') return principalBounds(values, speech)
  const value = valueOfField(field, context)
  if (value !== undefined) {
    if (field !== 'event-source') return textBounds(value, values, speech)
    return patternBounds(value, values.map(parseValue).flatMap(longForms), speech)
  }
  return isField(field) ? UNKNOWN : pathBounds(field, values, speech)
}

function isField(field: string): boolean {
  // A path begins with a key of a record, which never has the form of a field name.
  return /^[a-z-]+$/.test(field) && keysOf(field)?.length === 1 && columnAt([field]) === undefined
}

/** `ec2` stands for ec2.amazonaws.com, and its form in the China partition. */
function longForms(pattern: ReturnType<typeof parseValue>): readonly ReturnType<typeof parseValue>[] {
  const { exact } = pattern
  if (exact === undefined || exact.includes('.')) return [pattern]
  const global = `${exact}.amazonaws.com`
  return [global, `${global}.cn`].map((text) => ({ ...pattern, exact: text, pieces: [text] }))
}

function fits(values: readonly string[], text: string): boolean {
  const patterns = values.map(parseValue)
  const plain = patterns.filter(({ negated }) => !negated)
  if (patterns.some(({ negated, test }) => negated && test(text))) return false
  return plain.length === 0 || plain.some(({ test }) => test(text))
}

/** The field has several texts, some without a column: a match in a column decides, no match does not. */
function principalBounds(values: readonly string[], speech: Speech): Bounds {
  const columns = [
    'useridentity.arn',
    'useridentity.sessioncontext.sessionissuer.arn',
    'useridentity.principalid',
    'useridentity.onbehalfof.userid',
  ].map((sql) => `nullif(${sql}, '')`)
  const seen = (typed: readonly string[]): string =>
    or(columns.map((sql) => textBounds({ sql }, typed, speech).upper))
  const plain = values.filter((value) => !parseValue(value).negated)
  const negated = values.filter((value) => parseValue(value).negated).map((value) => value.slice(1))
  const parts: Bounds[] = []
  if (plain.length > 0) parts.push(between(seen(plain), 'true'))
  if (negated.length > 0) parts.push(between('false', not(seen(negated.map(withoutSign)))))
  return all(parts)
}

// After a leading `!`, a second one is literal and must be escaped.
function withoutSign(value: string): string {
  return value.startsWith('!') ? `\\${value}` : value
}

function pathBounds(path: string, values: readonly string[], speech: Speech): Bounds {
  const keys = keysOf(path)
  const found = keys && valueAtKeys(keys, true, speech)
  const patterns = values.map(parseValue)
  if (found !== undefined) {
    const hasNumber = found.column.type === 'json' && patterns.some(({ pieces }) => mayBeNumber(pieces))
    const bounds = unless(found.unsure, patternBounds({ sql: found.sql }, patterns, speech))
    return hasNumber ? unless(oddNumber(found.sql, speech), bounds) : bounds
  }
  const first = keys === undefined ? undefined : columnAt(keys.slice(0, 1))
  const plain = patterns.filter(({ negated }) => !negated)
  if (first?.type !== 'json' || keys === undefined || plain.length === 0) return UNKNOWN
  return between(
    'false',
    or(
      plain.map(({ pieces }) =>
        mentions(first.sql, [...keys.slice(1), ...(mayBeNumber(pieces) ? [] : pieces)], speech),
      ),
    ),
  )
}

function existsBounds(field: string, context: Context): Bounds {
  const { speech } = context
  const value = valueOfField(field, context)
  if (value !== undefined) return unless(value.unsure, exactly(`(${value.sql} is not null)`))
  if (isField(field)) return UNKNOWN
  const keys = keysOf(field)
  const column = keys && columnAt(keys)
  if (keys === undefined || column === undefined) return UNKNOWN
  const isThere = `(${column.sql} is not null)`
  if (column.below.length === 0) return column.type === 'text' ? exactly(isThere) : between('false', isThere)
  const found = valueAtKeys(keys, true, speech)
  const mentioned = mentions(column.sql, column.below, speech)
  return between(found?.unsure === undefined && found ? `(${found.sql} is not null)` : 'false', mentioned)
}

/** For old records, only the content tells whether they are management or data events. */
function categoryBounds(wanted: (category: Category) => boolean): Bounds {
  const named = CATEGORIES.filter(wanted)
  if (named.length === CATEGORIES.length) return exactly('true')
  const list = named.map((one) => `'${one}'`).join(', ')
  const stated = named.length === 0 ? 'false' : holds(`${CATEGORY} in (${list})`)
  const untold = `(${CATEGORY} is null)`
  const [management, data] = [wanted('Management'), wanted('Data')]
  if (management === data) return exactly(management ? or([stated, untold]) : stated)
  return unless(untold, exactly(stated))
}

/** CloudTrail writes whole seconds in UTC; texts of that form sort chronologically. */
function timeBounds(start: number | undefined, end: number | undefined, { kinds }: Context): Bounds {
  if (start === undefined && end === undefined) return exactly('true')
  const parts: string[] = []
  if (start !== undefined && start > -Infinity)
    parts.push(`eventtime >= '${second(Math.ceil(start / 1000))}'`)
  if (end !== undefined && end < Infinity) parts.push(`eventtime <= '${second(Math.floor(end / 1000))}'`)
  const within = holds(`(${parts.join(' and ')})`)
  // Aggregated records have a time window instead of a time.
  return unless(kinds.has('Aggregated') ? '(eventtime is null)' : undefined, exactly(within))
}

const FIRST = Date.parse('0000-01-01T00:00:00Z') / 1000
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

function second(time: number): string {
  const held = Math.min(Math.max(time, FIRST), LAST)
  return new Date(held * 1000).toISOString().replace('.000Z', 'Z')
}

function isError(speech: Speech): string {
  const failure = (column: string): string => `coalesce(${speech.jsonMember(column, 'eventname')}, '')`
  // The result of a sign-in is stored under the event's own name.
  const response = failure('responseelements')
  const details = failure('serviceeventdetails')
  return or([
    "(nullif(errorcode, '') is not null)",
    "(nullif(errormessage, '') is not null)",
    holds(
      `(nullif(eventname, '') is not null and (${response} = '"Failure"' or` +
        ` (${isNoText(response)} and coalesce(eventtype, '') <> 'AwsApiCall' and ${details} = '"Failure"')))`,
    ),
  ])
}

// An empty text counts as no text.
function isNoText(json: string): string {
  return `(substr(${json}, 1, 1) <> '"' or ${json} = '""')`
}
