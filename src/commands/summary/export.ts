// The summary for programs, as one JSON object or as rows. The formats are stable: docs/guide.md describes them.

import { camelCase, jsonKey } from '../../event/json-key.ts'
import type { ListColumn } from '../../output/list.ts'
import type { Summary } from '../../summary/summary.ts'

/**
 * `top` is the number of rows per count; absent for all. Built with own properties only, because a path may be named
 * `__proto__`.
 */
export function summaryJson(summary: Summary, top: number | undefined): string {
  const { events, oldest = null, newest = null, timeline, counts, lists } = summary
  const value = {
    events,
    oldest,
    newest,
    ...(timeline && {
      timeline: {
        interval: timeline.interval,
        buckets: timeline.buckets.filter(({ isGap }) => !isGap),
      },
    }),
    counts: Object.fromEntries(
      counts.map(({ field, values }) => [
        jsonKey(field),
        values.slice(0, top).map(([text, n]) => ({ value: text === '' ? null : text, events: n })),
      ]),
    ),
    ...(lists.length > 0 && {
      newestEvents: Object.fromEntries(
        lists.map(({ name, columns, rows }) => [
          camelCase(name),
          rows.map((row) =>
            Object.fromEntries(row.map((cell, i) => [jsonKey(columns[i]!), cell === '' ? null : cell])),
          ),
        ]),
      ),
    }),
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

/** A number of events of a count; in counts over time, the field is the interval's name. */
export type SummaryRow = readonly [field: string, value: string, events: number]

/** `isJson`: fields are named as keys of JSON. */
export function summaryColumns(isJson: boolean): readonly ListColumn<SummaryRow>[] {
  return [
    { key: 'field', label: 'Field', kind: 'name', value: ([field]) => (isJson ? jsonKey(field) : field) },
    { key: 'value', label: 'Value', kind: 'text', value: ([, value]) => value || undefined },
    { key: 'events', label: 'Events', kind: 'whole', value: ([, , events]) => events },
  ]
}

export function summaryRows({ timeline, counts }: Summary, top: number | undefined): readonly SummaryRow[] {
  return [
    ...(timeline?.buckets ?? [])
      .filter(({ isGap }) => !isGap)
      .map(({ start, events }): SummaryRow => [timeline!.interval, start, events]),
    ...counts.flatMap(({ field, values }) =>
      values.slice(0, top).map(([text, n]): SummaryRow => [field, text, n]),
    ),
  ]
}
