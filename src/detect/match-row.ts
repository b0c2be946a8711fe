// The row that leaves the thread for an event that rules matched: which rules, and what findings and correlations need
// of it. The record is included only on request.

import { formatTime, parseEventTime } from '../event/event-time.ts'
import type { Event } from '../event/event.ts'
import { columnOf } from '../event/fields.ts'
import { parsePath, textAt } from '../event/record-path.ts'
import type { EventRule } from './rule.ts'

/** What a run with rules requests from the threads. */
export interface DetectSpec {
  readonly rules: readonly EventRule[]
  /** Record paths whose values correlations compare. */
  readonly values: readonly string[]
  /** Requested fields of the event; counting findings needs only a few. */
  readonly cells: readonly CellName[]
  /** Include the whole record. */
  readonly withRecord: boolean
}

export interface MatchedEvent {
  /** Indexes of the rules in the spec. */
  readonly rules: readonly number[]
  /** Epoch milliseconds; NaN if the event has no valid time. */
  readonly time: number
  readonly cells: Readonly<Partial<Record<CellName, string | undefined>>>
  /** In the order of the spec. */
  readonly values: readonly (string | undefined)[]
  /** The record as delivered, on one line, if requested. */
  readonly raw: Uint8Array | undefined
}

/** Names of the fields that can be requested. */
export const CELLS = [
  'event-id',
  'event-name',
  'event-source',
  'identity',
  'principal',
  'account',
  'region',
  'source-ip',
  'error-code',
  'read-only',
  'target',
  'file',
] as const
export type CellName = (typeof CELLS)[number]

/** Compiles rows: a line of JSON, then the record. */
export function matchRow({
  values,
  cells: names,
  withRecord,
}: DetectSpec): (event: Event, raw: Uint8Array, rules: readonly number[]) => Uint8Array | string {
  const cells = names.map((name) => columnOf(name).get)
  const others = values.map(valueAt)
  return (event, raw, rules) => {
    const line = JSON.stringify([
      rules,
      formatTime(event.time),
      cells.map((get) => get(event) ?? null),
      others.map((get) => get(event) ?? null),
    ])
    return withRecord ? Buffer.concat([Buffer.from(`${line}\n`), raw]) : line
  }
}

/** Reads a value by a rule's field name, which is a path into the record. */
export function valueAt(path: string): (event: Event) => string | undefined {
  const [first, ...rest] = parsePath(path) ?? [{ key: path }]
  if (first === undefined || !('key' in first)) return () => undefined
  return (event) => {
    const part = event.part(first.key)
    return part === undefined || part === null ? undefined : textAt(part, rest)
  }
}

export function parseMatchRow(row: Uint8Array, { cells: names }: DetectSpec): MatchedEvent {
  const end = row.indexOf(0x0a)
  const text = Buffer.from(end < 0 ? row : row.subarray(0, end)).toString()
  const [rules, time, cells, values] = JSON.parse(text) as [
    number[],
    string,
    (string | null)[],
    (string | null)[],
  ]
  return {
    rules,
    time: parseEventTime(time),
    cells: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? undefined])),
    values: values.map((value) => value ?? undefined),
    raw: end < 0 ? undefined : Buffer.from(row.subarray(end + 1)),
  }
}
