// What an SQL engine counted, as a run that counts here would have it.

import { type AggregateSpec } from '../../decode/aggregate.ts'
import { groupKey } from '../../decode/groups.ts'
import type { CountRow, CountSpec } from '../../engine/count-sql.ts'
import { parseEventTime } from '../../event/event-time.ts'
import { AggregateSum } from '../../query/aggregate.ts'
import { newReport } from '../../query/report.ts'
import type { RunResult } from '../../query/engine.ts'

/** What is to be counted, for an engine; or why that cannot be asked of one. */
export function countSpec({
  columns,
  lists,
  groups = [],
  sessions,
}: AggregateSpec): CountSpec | { readonly why: string } {
  const isMore = groups.some(
    ({ tests, distinct, sums, facts, omitsNone, interval, ofTable }) =>
      [tests, distinct, sums].some((list) => (list ?? []).length > 0) ||
      facts !== undefined ||
      omitsNone ||
      ofTable ||
      interval,
  )
  if (lists.length > 0 || sessions !== undefined || isMore)
    return { why: 'it is asked for plain counts by columns, and nothing else' }
  const asked = [...columns.map((column) => [column]), ...groups.map(({ by }) => by)]
  const all = [...new Set(asked.flat())]
  return { columns: all, lists: asked.map((names) => [...new Set(names)].map((name) => all.indexOf(name))) }
}

export function countResult(
  rows: readonly CountRow[],
  spec: AggregateSpec,
  keepDuplicates: boolean,
  elapsed: number,
): RunResult {
  const aggregate = new AggregateSum(spec, keepDuplicates)
  for (const row of rows) {
    const { list, cells } = row
    const events = keepDuplicates ? row.records : row.events
    const [first, last] = [parseEventTime(row.first), parseEventTime(row.last)]
    // Every list is about all events.
    if (list === 0) {
      aggregate.count += events
      aggregate.duplicates += row.records - events
      if (!(first >= aggregate.oldest) && !Number.isNaN(first)) aggregate.oldest = first
      if (!(last <= aggregate.newest) && !Number.isNaN(last)) aggregate.newest = last
    }
    if (events === 0) continue
    const group = spec.groups?.[list - spec.columns.length]
    if (list < spec.columns.length) aggregate.columns[list]!.add(cells[0]!, events)
    else if (group !== undefined)
      addGroup(aggregate, list - spec.columns.length, group.by, { ...row, events }, first, last)
  }
  const report = newReport()
  Object.assign(report, { matched: aggregate.count, duplicates: aggregate.duplicates, elapsed })
  return { report, aggregate, failure: undefined }
}

function addGroup(
  aggregate: AggregateSum,
  at: number,
  by: readonly string[],
  { cells: found, events }: CountRow,
  first: number,
  last: number,
): void {
  const names = [...new Set(by)]
  const cells = by.map((name) => found[names.indexOf(name)]!)
  aggregate.groups[at]!.groups.set(groupKey(cells), {
    cells,
    count: events,
    first,
    last,
    facts: '',
    factsOf: Number.POSITIVE_INFINITY,
    passed: [],
    distinct: [],
    sums: [],
  })
}
