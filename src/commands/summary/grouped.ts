// `summary --by a,b`: one row for each combination of values, with first and last time, distinct values and sums.

import { jsonKey } from '../../event/json-key.ts'
import { columnOf, findField } from '../../event/fields.ts'
import { formatTime } from '../../event/event-time.ts'
import type { GroupSpec } from '../../decode/groups.ts'
import type { Interval } from '../../format/interval-names.ts'
import { kindOf } from '../../output/column.ts'
import type { ListColumn } from '../../output/list.ts'
import { distinctValues, type Group } from '../../query/groups.ts'
import { capital } from '../../util/format.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface GroupedFlags {
  readonly by?: readonly string[]
  readonly distinct?: readonly string[]
  readonly sum?: readonly string[]
  readonly interval?: Interval
  readonly timeZone?: string
}

/**
 * The groups to count; undefined if no option asks for groups. Throws UsageError for options that cannot be combined.
 */
export function groupedSpec({ by, distinct, sum, interval, timeZone }: GroupedFlags): GroupSpec | undefined {
  const isGrouped =
    by?.some((text) => text.includes(',')) === true ||
    distinct !== undefined ||
    sum !== undefined ||
    (by !== undefined && interval !== undefined)
  if (!isGrouped) return undefined
  if (by !== undefined && by.length > 1) {
    throw new UsageError(
      `--by ${by.join(' --by ')}: these are tables of their own`,
      `write --by ${by.join(',')} for every combination of them`,
    )
  }
  const columns = (by?.[0] ?? '').split(',').map((text) => text.trim())
  if (by !== undefined && columns.includes(''))
    throw new UsageError(`--by '${by[0]}' has an empty column`, 'write --by a,b')
  return {
    by: by === undefined ? [] : columns.map(nameOf),
    interval: interval && { length: interval, timeZone },
    distinct: (distinct ?? []).map(nameOf),
    sums: (sum ?? []).map(nameOf),
  }
}

/** Most frequent first; with an interval, oldest first. */
export function sortedGroups(groups: Iterable<Group>, spec: GroupSpec): readonly Group[] {
  return [...groups].sort((a, b) => {
    const time = spec.interval && a.cells[0] !== b.cells[0] ? byCells(a, b) : 0
    return time || b.count - a.count || byCells(a, b)
  })
}

function byCells(a: Group, b: Group): number {
  const at = a.cells.findIndex((cell, i) => cell !== b.cells[i])
  return at < 0 ? 0 : a.cells[at]! < b.cells[at]! ? -1 : 1
}

/** `time` formats a time for people. */
export function groupColumns(spec: GroupSpec, time: (at: number) => string): readonly ListColumn<Group>[] {
  const { by, interval, distinct = [], sums = [] } = spec
  const cells = interval === undefined ? by : [interval.length, ...by]
  const number = { kind: 'whole', align: 'right' } as const
  return [
    ...cells.map((name, i): ListColumn<Group> => {
      const isTime = interval !== undefined && i === 0
      return {
        key: isTime ? name : jsonKey(name),
        label: isTime ? capital(name) : columnOf(name).label,
        kind: isTime ? 'whole' : kindOf(name),
        value: (group) => group.cells[i] || undefined,
      }
    }),
    { key: 'events', label: 'Events', ...number, value: ({ count }) => count },
    ...distinct.map((name, i): ListColumn<Group> => ({
      key: `distinct(${jsonKey(name)})`,
      label: `Distinct ${columnOf(name).label}`,
      ...number,
      value: (group) => distinctValues(group, i).length,
    })),
    ...sums.map((name, i): ListColumn<Group> => ({
      key: `sum(${jsonKey(name)})`,
      label: `Sum of ${findField(name)?.label ?? name.slice(name.lastIndexOf('.') + 1)}`,
      ...number,
      value: (group) => (group.sums[i]!.events === 0 ? undefined : group.sums[i]!.total),
    })),
    {
      key: 'first',
      label: 'First',
      kind: 'whole',
      dropOrder: 2,
      value: ({ first }) => formatTime(first) || undefined,
      shown: ({ first }) => time(first),
    },
    {
      key: 'last',
      label: 'Last',
      kind: 'whole',
      dropOrder: 1,
      value: ({ last }) => formatTime(last) || undefined,
      shown: ({ last }) => time(last),
    },
  ]
}

/** The field's name, or the path. Throws UsageError for anything else. */
function nameOf(text: string): string {
  columnOf(text)
  return findField(text)?.name ?? text
}
