// An event as a row of the table `events`: the columns of a CloudTrail table in Athena, with the values that Athena
// gives them.

import type { Event } from '../event/event.ts'
import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'
import { isObject, type Json, own } from '../util/json.ts'
import type { RowMaker } from './row.ts'

/**
 * Compiles one line of JSON per event; with `hasRaw` it includes the original record as text. `columns`: only these, in
 * lower case.
 */
export function compileTableRow(hasRaw: boolean, columns?: readonly string[]): RowMaker {
  if (columns !== undefined) return compileSome(new Set(columns))
  return (event, raw) => {
    const row = rowOf(event)
    return JSON.stringify(hasRaw ? { ...row, raw: Buffer.from(raw).toString() } : row)
  }
}

/** Nothing else of the record is parsed. */
function compileSome(columns: ReadonlySet<string>): RowMaker {
  const cells = [...columns]
    .filter((column) => column !== 'raw')
    .map((column) => ({ key: JSON.stringify(column), get: tableCell(column) }))
  const hasRaw = columns.has('raw')
  return (event, raw) => {
    let row = '{'
    for (const { key, get } of cells) {
      const cell = get(event)
      if (cell !== undefined) row += `${row === '{' ? '' : ','}${key}:${cell}`
    }
    if (hasRaw) row += `${row === '{' ? '' : ','}"raw":${JSON.stringify(Buffer.from(raw).toString())}`
    return `${row}}`
  }
}

const NAMES = new Map(Object.keys(COLUMNS).map((name) => [name.toLowerCase(), name]))

/** The JSON of a column, in lower case; undefined for null. */
export function tableCell(column: string): (event: Event) => string | undefined {
  if (column === 'path') return ({ origin }) => JSON.stringify(origin.file)
  const name = NAMES.get(column)
  const type = name === undefined ? undefined : COLUMNS[name]
  if (name === undefined || type === undefined) return () => undefined
  return (event) => {
    // What is not an empty text is had without parsing.
    const text = type === 'text' ? event.text(name) : undefined
    const value = text ?? valueOf(event.part(name), type)
    const found = value ?? (name === 'eventID' ? textOf(event.part('eventId')) : null)
    return found === null ? undefined : JSON.stringify(found)
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
  for (const { name, column, type } of entriesOf(fields)) row[column] = valueOf(own(value, name), type)
  return row
}

interface Entry {
  readonly name: string
  readonly column: string
  readonly type: ColumnType
}

const ENTRIES = new WeakMap<Fields, readonly Entry[]>()

function entriesOf(fields: Fields): readonly Entry[] {
  let entries = ENTRIES.get(fields)
  if (entries === undefined) {
    entries = Object.entries(fields).map(([name, type]) => ({ name, column: name.toLowerCase(), type }))
    ENTRIES.set(fields, entries)
  }
  return entries
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
