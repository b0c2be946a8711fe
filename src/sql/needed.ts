// What a query reads, as DuckDB's own plan of it says: no other columns need to be filled; and a query that only counts
// does not need a row for each event.

import { columnTypes } from '../engine/table-types.ts'

/** Statistics of a table that is still empty must not leave out what a full one is read for. */
export const PLAN_SETTINGS = "disabled_optimizers = 'statistics_propagation,empty_result_pullup'"

export interface Needed {
  readonly columns: ReadonlySet<string>
  /** The answer is the same in whatever order the rows are, and equal rows may come at once. */
  readonly isCounted: boolean
}

interface Node {
  readonly name?: unknown
  readonly extra_info?: unknown
  readonly children?: readonly Node[]
}

/** `plan`: the result of EXPLAIN (FORMAT JSON). */
export function neededColumns(plan: string): Needed {
  const columns = new Set<string>()
  let scans = 0
  let isCounted = true
  const visit = ({ name, extra_info: info, children = [] }: Node, counts: boolean): void => {
    const kind = String(name).trim()
    const below = COUNTING.test(kind)
      ? ONLY_COUNTS.test(aggregatesOf(info))
      : counts && /^(?:PROJECTION|FILTER)$/.test(kind)
    if (kind === 'SEQ_SCAN') {
      scans++
      isCounted &&= counts
      // What it projects, and what it filters by.
      const words =
        JSON.stringify(info)
          .replace(/'(?:[^']|'')*'/g, "''")
          .match(/\w+/g) ?? []
      for (const word of words) if (ALL.has(word)) columns.add(word)
    }
    for (const child of children) visit(child, below)
  }
  for (const node of JSON.parse(plan) as readonly Node[]) visit(node, false)
  // Without any there would be no rows to count.
  if (columns.size === 0) columns.add('eventname')
  return { columns, isCounted: scans > 0 && isCounted && [...columns].every((name) => FEW.has(name)) }
}

const ALL = new Set([...columnTypes('duckdb').map(([name]) => name), 'path', 'raw', 'raw_bytes'])

const COUNTING = /^(?:HASH_GROUP_BY|PERFECT_HASH_GROUP_BY|UNGROUPED_AGGREGATE)$/
/** No other function is known not to ask for the order. */
const ONLY_COUNTS =
  /^(?:(?:count_star|count|min|max|sum|sum_no_overflow|avg|approx_count_distinct|count_if|bool_or|bool_and)\([^()]*\)[\s,]*)*$/

/** Columns of few different values. */
const FEW = new Set(
  'eventname eventsource awsregion errorcode eventtype readonly recipientaccountid eventcategory sourceipaddress useragent useridentity'.split(
    ' ',
  ),
)

function aggregatesOf(info: unknown): string {
  const found = (info as Readonly<Record<string, unknown>> | undefined)?.['Aggregates'] ?? []
  return (Array.isArray(found) ? found : [found]).join(', ')
}
