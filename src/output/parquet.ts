// Parquet files with the columns of a CloudTrail table; the only importer of the package that writes them. Rows are
// buffered until they fill a row group, so memory does not grow with the file.

import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { SchemaElement } from 'hyparquet-writer'
import { COLUMNS, type ColumnType, type Fields } from '../event/table-columns.ts'

/** A row as table-row.ts makes it: a value for each column, null for none. */
export type ParquetRow = Readonly<Record<string, unknown>>

/** Maximum length of the buffered texts of a file; a row group has about this size. */
const MAX_GROUP = 16 << 20

/** The row of a text that table-row.ts made. */
export function parquetRow(text: Uint8Array): ParquetRow {
  return JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString()) as ParquetRow
}

/** A Parquet file in progress. The owner takes its bytes piece by piece, at the latest when a row group is full. */
export class ParquetFile {
  /** Length of the buffered texts. */
  waiting = 0
  rows = 0
  private readonly out = new ByteWriter()
  private readonly writer = new ParquetWriter({
    writer: this.out,
    schema: SCHEMA,
    createdBy: 'trail-explore',
  })
  private pending: ParquetRow[] = []

  get isFull(): boolean {
    return this.waiting >= MAX_GROUP
  }

  add(row: ParquetRow, length: number): void {
    this.pending.push(row)
    this.waiting += length
    this.rows++
  }

  /** Writes the buffered rows as a row group and returns its bytes, which follow those taken before. */
  async take(): Promise<Uint8Array> {
    if (this.pending.length > 0) {
      const columnData = NAMES.map((name) => ({ name, data: this.pending.map((row) => row[name] ?? null) }))
      await this.writer.write({ columnData, rowGroupSize: this.pending.length })
      this.pending = []
      this.waiting = 0
    }
    return this.bytes()
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

const OPTIONAL = { repetition_type: 'OPTIONAL' } as const

const NAMES = [...Object.keys(COLUMNS).map((name) => name.toLowerCase()), 'path', 'raw']

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: NAMES.length },
  ...elements(COLUMNS),
  text('path'),
  text('raw'),
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
