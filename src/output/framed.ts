// Writer for formats that only add text around and between rows. Rows are streamed; none is held.

import type { Frame } from '../format/formats.ts'
import type { RowRun } from '../format/row.ts'
import { bufferSink } from './buffered.ts'
import type { Sink, Writer } from './sink.ts'

export function framedWriter(frame: Frame, separator: string, target: Sink): Writer {
  const sink = bufferSink(target)
  let isFirst = true

  // Writes the text before a row, if it is not part of the rows themselves.
  function before(): Promise<void> | undefined {
    const text = isFirst ? frame.beforeFirst : frame.endsRows ? undefined : separator
    isFirst = false
    return text === undefined ? undefined : sink.put(text)
  }

  function row(row: Uint8Array): Promise<void> | undefined {
    const first = before()
    const second = sink.put(sink.isTty ? frame.onTerminal(Buffer.from(row).toString()) : row)
    return (frame.endsRows ? sink.put(separator) : undefined) ?? second ?? first
  }

  async function oneByOne(rows: RowRun): Promise<void> {
    for (let i = 0; i < rows.count; i++) await row(rows.row(i))
  }

  return {
    keepsNoRows: true,
    begin: async () => sink.put(frame.open ?? ''),
    row,
    rows(rows) {
      if (sink.isTty) return oneByOne(rows)
      const first = before()
      const { bytes } = rows
      return sink.put(frame.endsRows ? bytes : bytes.subarray(0, bytes.length - separator.length)) ?? first
    },
    async end() {
      if (!isFirst) await sink.put(frame.afterLast ?? '')
      await sink.put(frame.close ?? '')
      if (frame.endsInLine && sink.isTty) await sink.put('\n')
      await sink.flush()
    },
  }
}
