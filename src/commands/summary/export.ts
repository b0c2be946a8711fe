// The summary for programs, as one JSON object or as rows. The formats are stable: docs/guide.md describes them.

import { camelCase, jsonKey } from '../../event/json-key.ts'
import type { ListColumn } from '../../output/list.ts'
import type { RankedValues } from '../../query/value-counts.ts'
import type { Summary } from '../../summary/summary.ts'

/**
 * In pieces, as JSON.stringify would write it. `top` is the number of rows per count; absent for all. Built with own
 * properties only, because a path may be named `__proto__`.
 */
export function* summaryJson(
  summary: Summary,
  top: number | undefined,
): Generator<string | Uint8Array, void, undefined> {
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

function* countsJson(
  counts: readonly (readonly [key: string, values: RankedValues])[],
  top = Infinity,
): Generator<string | Uint8Array, void, undefined> {
  yield counts.length === 0 ? '{' : '{\n'
  for (const [n, [key, values]] of counts.entries()) {
    yield `    ${JSON.stringify(key)}: [`
    const length = Math.min(values.length, top)
    yield* valuesJson(values, length)
    yield `${length === 0 ? '' : '\n    '}]${n + 1 < counts.length ? ',' : ''}\n`
  }
  yield counts.length === 0 ? '}' : '  }'
}

/** Bytes of JSON that are written at a time, and of a value that is written with others. */
const PIECE = 1 << 18
const LONGEST = 1 << 11
const BEFORE = Buffer.from(',\n      {\n        "value": ')

// There may be a million values, of which hardly any needs more than its bytes. The memory of a piece is that of the one
// before.
function* valuesJson(values: RankedValues, length: number): Generator<string | Uint8Array, void, undefined> {
  const piece = Buffer.allocUnsafe(PIECE + LONGEST * 2)
  let end = 0
  // Neighbours mostly have one frequency.
  let after = Buffer.alloc(0)
  let events = -1
  for (let n = 0; n < length; n++) {
    const number = values.numberAt(n)
    if (values.eventsOf(number) !== events) {
      events = values.eventsOf(number)
      after = Buffer.from(`,\n        "events": ${events}\n      }`)
    }
    end = append(piece, end, BEFORE, n === 0 ? 1 : 0)
    const plain = values.texts.writePlain(number, piece, end + 1, LONGEST)
    if (plain >= 0) {
      piece[end] = piece[plain] = QUOTE
      end = plain + 1
    } else {
      const text = number === 0 ? 'null' : JSON.stringify(values.texts.text(number))
      if (Buffer.byteLength(text) <= LONGEST) end += piece.write(text, end)
      else {
        yield piece.subarray(0, end)
        yield text
        end = 0
      }
    }
    end = append(piece, end, after)
    if (end < PIECE) continue
    yield piece.subarray(0, end)
    end = 0
  }
  yield piece.subarray(0, end)
}

const QUOTE = 0x22

function append(piece: Uint8Array, at: number, bytes: Uint8Array, from = 0): number {
  let end = at
  for (let i = from; i < bytes.length; i++) piece[end++] = bytes[i]!
  return end
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
