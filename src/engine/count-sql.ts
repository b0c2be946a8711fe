// A count as SQL: each event once, by columns. Only where SQL counts exactly what this program would count; where that is
// not certain, the result says so, and the files are read. Copies of an event share its ID, its account and the counted
// values.

import { findField } from '../event/fields.ts'
import type { Filter } from '../filter/clause.ts'
import { printWhere } from '../filter/where/print.ts'
import { holds, or } from './bounds.ts'
import type { Speech } from './dialect.ts'
import { type Context, keysOf, oddNumber, valueAtKeys, valueOfField } from './field-sql.ts'
import { conditionsSql, contextOf, filterSql, type SqlOptions } from './filter-sql.ts'
import type { Value } from './text-sql.ts'

export interface CountSpec {
  /** Names of fields, or paths. */
  readonly columns: readonly string[]
  /** For each list of counts the columns of its rows, by number; of none the only row is everything. */
  readonly lists: readonly (readonly number[])[]
}

export interface CountSql {
  /** The query over a table in SQL; `where` are conditions beside the filter. */
  readonly sql: (table: string, where: readonly string[]) => string
}

/** `why` SQL cannot tell. */
export function countSql(
  filter: Filter,
  spec: CountSpec,
  options: SqlOptions,
): CountSql | { readonly why: string } {
  const context = contextOf(filter, options)
  const inexact = conditionsSql(filter, options).find(({ exact }) => !exact)
  if (inexact !== undefined) return { why: `SQL cannot say exactly: ${printWhere(inexact.filter)}` }
  // Their names, IDs and times have no column of their own.
  if (context.kinds.has('Insight') || context.kinds.has('Aggregated'))
    return { why: 'SQL cannot tell what Insights and aggregated events are called' }
  const values: Value[] = []
  for (const column of spec.columns) {
    const value = valueOf(column, context)
    if (value === undefined) return { why: `SQL cannot say exactly: ${column}` }
    values.push(value)
  }
  const { speech } = context
  const names = values.map((_, n) => `c${n + 1}`)
  const unsure = or([oddTime(speech), ...values.flatMap((value) => value.unsure ?? [])])
  const read = [
    "nullif(eventid, '') as id",
    `${ACCOUNT} as account`,
    'eventtime as time',
    'eventname as name',
    `${unsure} as unsure`,
    ...values.map(({ sql }, n) => `${sql} as ${names[n]}`),
  ]
  const key = ['id', 'account', 'time', 'name', ...names].join(', ')
  const grouping = names.length === 0 ? '0' : `grouping(${names.join(', ')})`
  const sets = spec.lists.map((list) => `(${list.map((n) => names[n]).join(', ')})`)
  const { sql: condition } = filterSql(filter, options)
  return {
    sql: (table, where) => {
      const all = [...where, ...(condition === 'true' ? [] : [condition])]
      return [
        `with found as (select ${read.join(', ')} from ${table}${all.length === 0 ? '' : ` where ${all.join(' and ')}`}),`,
        // Without an ID, a copy cannot be distinguished from a repeated call.
        `each_one as (select ${key}, bool_or(unsure) as unsure, count(*) as records,`,
        `case when id is null then count(*) else 1 end as n from found group by ${key})`,
        `select ${[grouping, 'sum(n)', 'sum(records)', 'min(time)', 'max(time)', 'bool_or(unsure)', ...names].join(', ')}`,
        `from each_one${names.length === 0 ? '' : ` group by grouping sets (${sets.join(', ')})`}`,
      ].join(' ')
    },
  }
}

/** A row of the query. */
export interface CountRow {
  /** Which of the lists. */
  readonly list: number
  readonly events: number
  /** Copies among them. */
  readonly records: number
  /** As the record has it; undefined for none. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** Something in it SQL cannot tell. */
  readonly isUnsure: boolean
  /** Of the columns of the list; the empty text stands for none. */
  readonly cells: readonly string[]
}

/** From the texts of its cells. Of nothing at all there is no row. */
export function countRow(
  [grouping, events, records, first, last, unsure, ...cells]: readonly (string | undefined)[],
  { columns, lists }: CountSpec,
): CountRow {
  // A bit for each column that the row is not about, the last column's the lowest.
  const absent = Number(grouping ?? 0)
  const isOf = (list: readonly number[]): boolean =>
    columns.every((_, n) => list.includes(n) === ((absent >> (columns.length - 1 - n)) & 1) < 1)
  const list = columns.length === 0 ? 0 : lists.findIndex(isOf)
  return {
    list,
    events: Number(events ?? 0),
    records: Number(records ?? 0),
    first,
    last,
    isUnsure: unsure === 'true',
    cells: (lists[list] ?? []).map((n) => cells[n] ?? ''),
  }
}

/** The account in the event itself, which is a part of its identity. */
const ACCOUNT = `coalesce(${[
  'recipientaccountid',
  'useridentity.accountid',
  'useridentity.sessioncontext.sessionissuer.accountid',
]
  .map((sql) => `nullif(${sql}, '')`)
  .join(', ')})`

// Of texts in this form the least is the first.
function oddTime(speech: Speech): string {
  return `(not ${holds(speech.regexpLike('eventtime', '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\z'))})`
}

/** What a column shows, which is not always what a filter compares. */
function valueOf(column: string, context: Context): Value | undefined {
  const { speech } = context
  const name = findField(column)?.name
  // Some exporters make a number of it, without its zeros.
  if (name === 'account') return { sql: ACCOUNT, unsure: holds(speech.regexpLike(ACCOUNT, '^\\d{1,11}\\z')) }
  if (name !== undefined) return valueOfField(name, context)
  const keys = keysOf(column)
  const found = keys && valueAtKeys(keys, true, speech)
  if (keys === undefined || found === undefined) return undefined
  const { column: at, sql } = found
  const unsure = [...(found.unsure === undefined ? [] : [found.unsure]), oddNumber(sql, speech)]
  // Objects, and null, are shown as JSON has them. In a column of text, null is the same as nothing.
  if (at.type === 'json')
    unsure.push(holds(`(${sql} is null and ${speech.jsonText(at.sql, at.below)} is not null)`))
  else unsure.push(`(${sql} is null)`)
  // An empty text stands for none, and must not be a group beside it.
  return { sql: `nullif(${sql}, '')`, unsure: or(unsure) }
}
