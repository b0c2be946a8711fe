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
  return {
    begin: async () => sink.put(frame.open ?? ''),
    row(row) {
      const before = (rows++ === 0 ? frame.beforeFirst : frame.between) ?? ''
      const text = sink.isTty ? frame.onTerminal(Buffer.from(row).toString()) : row
      const first = sink.put(before)
      const second = sink.put(text)
      return sink.put(frame.after ?? '') ?? second ?? first
    },
    async end() {
      if (rows > 0) await sink.put(frame.afterLast ?? '')
      await sink.put(frame.close ?? '')
      await sink.flush()
    },
  }
}
