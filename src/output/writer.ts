// Creates the writer for each output format; format/formats.ts defines the formats.

import type { Color } from '../format/color-type.ts'
import type { FormatName } from '../format/format-names.ts'
import { formatOf, withColumns } from '../format/formats.ts'
import type { RowFormat } from '../format/row.ts'
import { framedWriter } from './framed.ts'
import type { Sink, Writer } from './sink.ts'

export interface WriterOptions {
  readonly color?: Color | undefined
  /** Tables: one line per event, however long. */
  readonly wide?: boolean | undefined
  /** Tables: wrap cells that do not fit instead of truncating them. */
  readonly noTruncate?: boolean | undefined
  /** Tables: marks in ASCII, for terminals without Unicode. */
  readonly ascii?: boolean | undefined
  /** Tables: these are the default columns, so some may be dropped if the table is too wide. */
  readonly mayDrop?: boolean | undefined
}

/** The writer for rows of this format. Throws UsageError for unknown columns. */
export async function createWriter(
  row: RowFormat & { readonly kind: FormatName },
  sink: Sink,
  options: WriterOptions = {},
): Promise<Writer> {
  const { frame, separator, isBinary } = formatOf(row)
  const asked = withColumns(row)
  if (isBinary) return (await import('./parquet-writer.ts')).parquetWriter(sink)
  if (frame !== undefined) return framedWriter(frame(asked), separator, sink)
  // The table module takes 8 ms to load (2026-11, Node 20).
  const { tableWriter } = await import('./table-writer.ts')
  return tableWriter(asked.columns, sink, { mayDrop: row.columns === undefined, ...options })
}
