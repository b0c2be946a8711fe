// An event as a row of the table `events`: the columns of a CloudTrail table in Athena, with the values that Athena
// gives them.

import { isUtf8 } from 'node:buffer'
import type { Event } from '../event/event.ts'
import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'
import { isObject, type Json, own } from '../util/json.ts'
import type { RowMaker } from './row.ts'

/**
 * Compiles one line of JSON per event; with `hasRaw` it includes the original record as `raw`, and where that is not UTF-8,
 * its bytes in Base64 as `raw_bytes`. `columns`: only these, in lower case.
 */
export function compileTableRow(hasRaw: boolean, columns?: readonly string[]): RowMaker {
  if (columns !== undefined) return compileSome(new Set(columns))
  return (event, raw) => {
    const row = rowOf(event)
    return JSON.stringify(hasRaw ? { ...row, ...rawOf(raw) } : row)
  }
}

function rawOf(raw: Uint8Array): { readonly raw: string; readonly raw_bytes?: string } {
  const bytes = bufferOf(raw)
  const text = bytes.toString()
  return isUtf8(bytes) ? { raw: text } : { raw: text, raw_bytes: bytes.toString('base64') }
}

/** Compiles the JSON of a row with the bytes of the record behind it: see `splitTableRecord`. */
export function compileTableRecord(): RowMaker {
  let room = Buffer.alloc(4096)
  return (event, raw) => {
    const text = JSON.stringify(rowOf(event))
    // One UTF-16 code unit takes at most three bytes in UTF-8.
    const most = LENGTH + text.length * 3 + raw.length
    if (most > room.length) room = Buffer.alloc(most * 2)
    const end = LENGTH + room.write(text, LENGTH)
    room.writeUInt32LE(end - LENGTH)
    room.set(raw, end)
    return room.subarray(0, end + raw.length)
  }
}

const LENGTH = 4

export function splitTableRecord(bytes: Uint8Array): { readonly row: Row; readonly raw: Uint8Array } {
  const both = bufferOf(bytes)
  const end = LENGTH + both.readUInt32LE()
  return { row: JSON.parse(both.toString('utf8', LENGTH, end)) as Row, raw: both.subarray(end) }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Nothing else of the record is parsed. */
function compileSome(columns: ReadonlySet<string>): RowMaker {
  const cells = [...columns]
    .filter((column) => column !== 'raw' && column !== 'raw_bytes')
    .map((column) => ({ key: JSON.stringify(column), get: tableCell(column) }))
  const hasRaw = columns.has('raw') || columns.has('raw_bytes')
  return (event, raw) => {
    let row = '{'
    for (const { key, get } of cells) {
      const cell = get(event)
      if (cell !== undefined) row += `${row === '{' ? '' : ','}${key}:${cell}`
    }
    if (!hasRaw) return `${row}}`
    const members = JSON.stringify(rawOf(raw)).slice(1)
    return `${row}${row === '{' ? '' : ','}${members}`
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

/** The columns that have a value; `path` is the log file. */
export function rowOf(event: Event): Row {
  const { record } = event
  const row = fieldsOf(record, COLUMNS)
  // Aggregated records have `eventId` instead of `eventID`. Athena's column names ignore case.
  const id = row['eventid'] ?? textOf(own(record, 'eventId'))
  if (id !== null) row['eventid'] = id
  row['path'] = event.origin.file
  return row
}

function fieldsOf(value: Json | undefined, fields: Fields): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const { name, column, type } of entriesOf(fields)) {
    const cell = valueOf(own(value, name), type)
    if (cell !== null) row[column] = cell
  }
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
