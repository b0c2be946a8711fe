// Parquet files with the columns of a CloudTrail table; the only importer of the package that writes them. Rows are
// buffered until they fill a row group, so memory does not grow with the file.

import { isUtf8 } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ColumnSource, SchemaElement } from 'hyparquet-writer'
import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'
import type { Row } from '../format/table-row.ts'
import { grown } from '../util/bytes.ts'

/** Maximum length of the buffered rows of a file; a row group has about this size. */
const MAX_GROUP = 16 << 20
const FIRST_ROOM = 16 << 10

/** A Parquet file in progress. The owner takes its bytes piece by piece, at the latest when a row group is full. */
export class ParquetFile {
  /** Length of the buffered rows. */
  waiting = 0
  rows = 0
  /** Number of records that are not UTF-8, among those written. */
  notUtf8 = 0
  private readonly out = new ByteWriter()
  private readonly writer = new ParquetWriter({
    writer: this.out,
    schema: SCHEMA,
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => gzipSync(bytes, { level: 1 }) },
    createdBy: 'trail-explore',
  })
  private pending: Row[] = []
  private raws = new Uint8Array(FIRST_ROOM)
  private ends: number[] = []

  get isFull(): boolean {
    return this.waiting >= MAX_GROUP
  }

  /** Adds a row and its record, which is copied. `length` is that of both as text. */
  add(row: Row, raw: Uint8Array, length: number): void {
    const start = this.ends.at(-1) ?? 0
    while (start + raw.length > this.raws.length) this.raws = grown(this.raws)
    this.raws.set(raw, start)
    this.ends.push(start + raw.length)
    this.pending.push(row)
    this.waiting += length
    this.rows++
  }

  /** Writes the buffered rows as a row group and returns its bytes, which follow those taken before. */
  async take(): Promise<Uint8Array> {
    const rows = this.pending
    if (rows.length > 0) {
      const columnData: ColumnSource[] = NAMES.map((name) => ({
        name,
        data: rows.map((row) => row[name]),
        statistics: SORTED.has(name),
      }))
      await this.writer.write({
        columnData: [...columnData, ...this.rawColumns()],
        rowGroupSize: rows.length,
      })
      this.pending = []
      this.ends = []
      this.waiting = 0
    }
    return this.bytes()
  }

  private rawColumns(): readonly ColumnSource[] {
    const raws = this.ends.map((end, n) => this.raws.subarray(n === 0 ? 0 : this.ends[n - 1], end))
    // Records begin and end with a bracket, so if all are UTF-8 together, each is.
    const areUtf8 = isUtf8(this.raws.subarray(0, this.ends.at(-1)))
    const others = raws.map((raw) => (areUtf8 || isUtf8(raw) ? undefined : raw))
    const texts = raws.map((raw, n) => (others[n] ? Buffer.from(Buffer.from(raw).toString()) : raw))
    this.notUtf8 += others.filter((raw) => raw !== undefined).length
    return [
      { name: 'raw', data: texts, encoding: 'PLAIN', statistics: false },
      { name: 'raw_bytes', data: others, encoding: 'PLAIN', statistics: false },
    ]
  }

  /** Returns the remaining bytes. Nothing may be added afterwards. */
  async finish(): Promise<Uint8Array> {
    const rest = await this.take()
    await this.writer.finish()
    return Buffer.concat([rest, this.bytes()])
  }

  private bytes(): Uint8Array {
    const bytes = Buffer.from(new Uint8Array(this.out.buffer, 0, this.out.index))
    // The package tracks the file position in another variable, so the buffer can be reset.
    this.out.index = 0
    return bytes
  }
}

/** Columns whose smallest and largest value in a row group may save reading it. */
const SORTED = new Set(['eventtime', 'eventname', 'eventsource', 'awsregion', 'recipientaccountid'])

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const

const NAMES = [...Object.keys(COLUMNS).map((name) => name.toLowerCase()), 'path']

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: NAMES.length + 2 },
  ...elements(COLUMNS),
  text('path'),
  text('raw'),
  // Of a record that is not UTF-8, whose `raw` has replacement characters.
  { name: 'raw_bytes', type: 'BYTE_ARRAY', ...OPTIONAL },
]

function elements(fields: Fields): SchemaElement[] {
  return Object.entries(fields).flatMap(([name, type]) => element(name.toLowerCase(), type))
}

function element(name: string, type: ColumnType): SchemaElement[] {
  if (type === 'text' || type === 'json') return [text(name)]
  switch (type.kind) {
    case 'struct':
      return [{ name, num_children: Object.keys(type.fields).length, ...OPTIONAL }, ...elements(type.fields)]
    case 'list':
      return [
        { name, num_children: 1, converted_type: 'LIST', ...OPTIONAL },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        ...element('element', { kind: 'struct', fields: type.fields }),
      ]
    case 'map':
      return [
        { name, num_children: 1, converted_type: 'MAP', ...OPTIONAL },
        { name: 'key_value', num_children: 2, repetition_type: 'REPEATED' },
        { ...text('key'), repetition_type: 'REQUIRED' },
        text('value'),
      ]
  }
}

function text(name: string): SchemaElement {
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...OPTIONAL }
}
