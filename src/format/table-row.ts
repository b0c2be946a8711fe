// An event as a row of the table `events`: the columns of a CloudTrail table in Athena, with the values that Athena
// gives them.

import type { Event } from '../event/event.ts'
import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'
import { isObject, type Json, own } from '../util/json.ts'
import type { RowMaker } from './row.ts'

/** Compiles one line of JSON per event; with `hasRaw` it includes the original record as text. */
export function compileTableRow(hasRaw: boolean): RowMaker {
  return (event, raw) => {
    const row = rowOf(event)
    return JSON.stringify(hasRaw ? { ...row, raw: Buffer.from(raw).toString() } : row)
  }
}

export type Row = Readonly<Record<string, unknown>>

/** A value for each column, null for none; `path` is the log file. */
export function rowOf(event: Event): Row {
  const { record } = event
  const row = fieldsOf(record, COLUMNS)
  // Aggregated records have `eventId` instead of `eventID`. Athena's column names ignore case.
  row['eventid'] ??= textOf(own(record, 'eventId'))
  row['path'] = event.origin.file
  return row
}

function fieldsOf(value: Json | undefined, fields: Fields): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, type] of Object.entries(fields)) row[name.toLowerCase()] = valueOf(own(value, name), type)
  return row
}

function valueOf(value: Json | undefined, type: ColumnType): unknown {
  if (value === undefined || value === null) return null
  if (type === 'text' || type === 'json') return textOf(value)
  if (type.kind === 'list')
    return Array.isArray(value)
      ? value.map((one: Json) => (isObject(one) ? fieldsOf(one, type.fields) : null))
      : null
  if (!isObject(value)) return null
  if (type.kind === 'struct') return fieldsOf(value, type.fields)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textOf(one)]))
}

function textOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch {
    return null // nested deeper than the stack allows, which no service writes
  }
}
