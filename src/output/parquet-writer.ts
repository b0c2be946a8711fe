// Writer of one Parquet file. Rows are held until they fill a row group.

import { ParquetFile, parquetRow } from './parquet.ts'
import type { Sink, Writer } from './sink.ts'

export function parquetWriter(sink: Sink): Writer {
  const file = new ParquetFile()

  async function row(text: Uint8Array): Promise<void> {
    file.add(parquetRow(text), text.length)
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
