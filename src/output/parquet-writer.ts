// Writer of one Parquet file. Rows are held until they fill a row group.

import { splitTableRecord } from '../format/table-row.ts'
import { ParquetFile } from './parquet.ts'
import type { Sink, Writer } from './sink.ts'

export function parquetWriter(sink: Sink): Writer {
  const file = new ParquetFile()

  async function row(bytes: Uint8Array): Promise<void> {
    const { row, raw } = splitTableRecord(bytes)
    file.add(row, raw, bytes.length)
    if (file.isFull) await sink.write(await file.take())
  }

  return {
    begin: async () => undefined,
    row,
    async rows(rows) {
      for (let i = 0; i < rows.count; i++) await row(rows.row(i))
    },
    // Of no rows it is a file of columns.
    end: async () => sink.write(await file.finish()),
  }
}
