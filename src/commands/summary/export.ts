// The summary for programs, as one JSON object or as rows. The formats are stable: docs/guide.md describes them.

import { camelCase, jsonKey } from '../../event/json-key.ts'
import type { ListColumn } from '../../output/list.ts'
import type { RankedValues } from '../../query/value-counts.ts'
import type { Summary } from '../../summary/summary.ts'

/** Characters of JSON that are written at a time. */
const PIECE = 1 << 18

/**
 * In pieces, as JSON.stringify would write it. `top` is the number of rows per count; absent for all. Built with own
 * properties only, because a path may be named `__proto__`.
 */
export function* summaryJson(summary: Summary, top: number | undefined): Generator<string, void, undefined> {
  const { events, oldest = null, newest = null, timeline, counts, lists } = summary
  const head = {
    events,
    oldest,
    newest,
    ...(timeline && {
      timeline: {
        interval: timeline.interval,
        buckets: timeline.buckets.filter(({ isGap }) => !isGap),
      },
    }),
  }
  yield `${JSON.stringify(head, undefined, 2).slice(0, -'\n}'.length)},\n  "counts": `
  const keyed = Object.fromEntries(counts.map(({ field, values }) => [jsonKey(field), values]))
  yield* countsJson(Object.entries(keyed), top)
  const newestEvents = Object.fromEntries(
    lists.map(({ name, columns, rows }) => [
      camelCase(name),
      rows.map((row) =>
        Object.fromEntries(row.map((cell, i) => [jsonKey(columns[i]!), cell === '' ? null : cell])),
      ),
    ]),
  )
  yield lists.length > 0 ? `,${JSON.stringify({ newestEvents }, undefined, 2).slice(1)}\n` : '\n}\n'
}

// There may be a million values.
function* countsJson(
  counts: readonly (readonly [key: string, values: RankedValues])[],
  top: number | undefined,
): Generator<string, void, undefined> {
  let json = '{'
  let separator = '\n'
  for (const [key, values] of counts) {
    json += `${separator}    ${JSON.stringify(key)}: [`
    let before = '\n'
    for (const [text, events] of values.values(0, top)) {
      const value = text === '' ? 'null' : JSON.stringify(text)
      json += `${before}      {\n        "value": ${value},\n        "events": ${events}\n      }`
      before = ',\n'
      if (json.length < PIECE) continue
      yield json
      json = ''
    }
    json += values.length === 0 || top === 0 ? ']' : '\n    ]'
    separator = ',\n'
  }
  yield `${json}${counts.length === 0 ? '' : '\n  '}}`
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
      Array.from(values.values(0, top), ([text, n]): SummaryRow => [field, text, n]),
    ),
  ]
}
