// The summary for programs. The JSON format is stable: docs/guide.md describes it.

import { camelCase, jsonKey } from '../../event/json-key.ts'
import { csvLine } from '../../format/csv.ts'
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

/** Rows of `field,value,events`; for counts over time, the field is the interval's name. */
export function summaryCsv(summary: Summary, top: number | undefined, safe: boolean): string {
  const { timeline, counts } = summary
  const rows = [
    ...(timeline?.buckets ?? [])
      .filter(({ isGap }) => !isGap)
      .map(({ start, events }) => [timeline!.interval, start, String(events)]),
    ...counts.flatMap(({ field, values }) =>
      values.slice(0, top).map(([text, n]) => [field, text, String(n)]),
    ),
  ]
  return [['field', 'value', 'events'], ...rows].map((row) => `${csvLine(row, safe)}\r\n`).join('')
}
