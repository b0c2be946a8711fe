// Streams a table: column widths come from the first rows, and everything after that is written immediately, so only
// the first rows are held in memory. A table without rows prints nothing.

import type { Color } from '../format/color-type.ts'
import { NO_COLOR } from '../format/color-type.ts'
import { findField } from '../event/fields.ts'
import { bufferSink } from './buffered.ts'
import { eventColumns } from './column.ts'
import type { Sink, Writer } from './sink.ts'
import { type Cell, layOut, type Layout } from './table.ts'

const SAMPLE = 1000

export interface TableWriterOptions {
  readonly color?: Color | undefined
  /** One line per event, however long. */
  readonly wide?: boolean | undefined
  /** Wrap cells that do not fit instead of truncating them. */
  readonly noTruncate?: boolean | undefined
  /** These are the default columns, so some may be dropped if the table is too wide. */
  readonly mayDrop?: boolean | undefined
  /** Marks in ASCII, for terminals without Unicode. */
  readonly ascii?: boolean | undefined
}

/**
 * Rows are JSON arrays: a cell for each field, then the hidden one with the error. A failed call is red and also shows
 * the error as text, which works without colours: in the column of error codes, else after the event name.
 */
export function tableWriter(
  names: readonly string[],
  target: Sink,
  {
    color = NO_COLOR,
    wide = false,
    noTruncate = false,
    mayDrop = false,
    ascii = false,
  }: TableWriterOptions = {},
): Writer {
  const sink = bufferSink(target)
  const columns = eventColumns(names, mayDrop)
  const indexOf = (field: string) => names.findIndex((name) => findField(name)?.name === field)
  const errorColumn = indexOf('error-code')
  const markColumn = errorColumn >= 0 ? errorColumn : Math.max(indexOf('event-name'), 0)
  let sample: (readonly Cell[])[] = []
  let layout: Layout | undefined

  function cellsOf(row: Uint8Array): readonly Cell[] {
    const cells = JSON.parse(Buffer.from(row).toString()) as string[]
    const failed = cells[names.length]
    if (!failed) return cells
    return cells.map((text, i) => {
      if (i !== markColumn) return { text, style: color.red }
      return { text: i === errorColumn ? '' : text, failed, style: color.red }
    })
  }

  async function startRows(): Promise<void> {
    layout = layOut(columns, sample, {
      columns: wide ? Number.POSITIVE_INFINITY : target.columns,
      color,
      wrap: noTruncate,
      ascii,
    })
    await sink.write(layout.head)
    for (const cells of sample) await sink.write(layout.row(cells))
    sample = []
  }

  async function row(row: Uint8Array): Promise<void> {
    if (layout) return sink.write(layout.row(cellsOf(row)))
    sample.push(cellsOf(row))
    if (sample.length === SAMPLE) await startRows()
  }

  return {
    begin: async () => undefined,
    row,
    async rows(rows) {
      for (let i = 0; i < rows.count; i++) await row(rows.row(i))
    },
    async end() {
      if (sample.length > 0) await startRows()
      if (layout) await sink.write(layout.foot)
      await sink.flush()
    },
  }
}
