// Streams a table: widths come from the first rows, everything after is poured at once, so that a table of any length
// holds only those. A table without rows prints nothing.

import type { Color } from '../format/color-type.ts'
import { NO_COLOR } from '../format/color-type.ts'
import { FAILED } from '../format/columns.ts'
import { bufferSink } from './buffered.ts'
import type { Sink, Writer } from './sink.ts'
import type { Layout } from './table.ts'
import { layOut } from './table.ts'

const SAMPLE = 1000

export interface TableWriterOptions {
  readonly color?: Color | undefined
  /** One line per event however long. */
  readonly wide?: boolean | undefined
  /** Wrap what does not fit instead of cutting it. */
  readonly noTruncate?: boolean | undefined
}

/** Rows are JSON arrays: a cell per label, then the hidden mark; rows marked FAILED are red. */
export function tableWriter(
  labels: readonly string[],
  target: Sink,
  { color = NO_COLOR, wide = false, noTruncate = false }: TableWriterOptions = {},
): Writer {
  const sink = bufferSink(target)
  let sample: string[][] = []
  let layout: Layout | undefined

  function rowText(cells: readonly string[], to: Layout): string {
    const failed = cells[labels.length] === FAILED
    return to.row(failed ? cells.map((text) => ({ text, style: color.red })) : cells)
  }

  async function startRows(): Promise<void> {
    layout = layOut(labels, sample, {
      columns: wide ? Number.POSITIVE_INFINITY : target.columns,
      color,
      wrap: noTruncate,
    })
    await sink.write(layout.head)
    for (const cells of sample) await sink.write(rowText(cells, layout))
    sample = []
  }

  async function row(row: Uint8Array): Promise<void> {
    const cells = JSON.parse(Buffer.from(row).toString()) as string[]
    if (layout) return sink.write(rowText(cells, layout))
    sample.push(cells)
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
      await sink.flush()
    },
  }
}
