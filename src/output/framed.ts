// The formats that put something around and between rows and nothing else. Rows stream: nothing is held.

import { bufferSink } from './buffered.ts'
import type { Sink, Writer } from './sink.ts'

/** What stands where; absent is nothing. */
export interface Frame {
  readonly open?: string
  readonly beforeFirst?: string
  readonly between?: string
  readonly after?: string
  readonly afterLast?: string
  readonly close?: string
  /** How a row is shown on a terminal, where its text could act. Everything else gets the bytes as they are. */
  readonly onTerminal: (row: string) => string
}

export function framedWriter(frame: Frame, target: Sink): Writer {
  const sink = bufferSink(target)
  let rows = 0
  const put = async (text: string | undefined) => {
    if (text) await sink.write(text)
  }
  return {
    begin: () => put(frame.open),
    async row(row) {
      await put(rows++ === 0 ? frame.beforeFirst : frame.between)
      await sink.write(sink.isTty ? frame.onTerminal(Buffer.from(row).toString()) : row)
      await put(frame.after)
    },
    async end() {
      if (rows > 0) await put(frame.afterLast)
      await put(frame.close)
      await sink.flush()
    },
  }
}
