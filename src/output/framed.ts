// The formats that put something around and between rows and nothing else. Rows stream: nothing is held.

import type { RowRun } from '../format/row.ts'
import { bufferSink } from './buffered.ts'
import type { Sink, Writer } from './sink.ts'

/** What stands where; absent is nothing. */
export interface Frame {
  readonly open?: string
  readonly beforeFirst?: string
  /** Follows every row, the last one only if it `endsRows`. ASCII. */
  readonly tail: string
  readonly endsRows?: boolean
  readonly afterLast?: string
  readonly close?: string
  /** How a row is shown on a terminal, where its text could act. Everything else gets the bytes as they are. */
  readonly onTerminal: (row: string) => string
}

export function framedWriter(frame: Frame, target: Sink): Writer {
  const sink = bufferSink(target)
  let isFirst = true

  // What stands before a row, where it is not part of the rows themselves.
  function before(): Promise<void> | undefined {
    const text = isFirst ? frame.beforeFirst : frame.endsRows ? undefined : frame.tail
    isFirst = false
    return text === undefined ? undefined : sink.put(text)
  }

  function row(row: Uint8Array): Promise<void> | undefined {
    const first = before()
    const second = sink.put(sink.isTty ? frame.onTerminal(Buffer.from(row).toString()) : row)
    return (frame.endsRows ? sink.put(frame.tail) : undefined) ?? second ?? first
  }

  async function oneByOne(rows: RowRun): Promise<void> {
    for (let i = 0; i < rows.count; i++) await row(rows.row(i))
  }

  return {
    begin: async () => sink.put(frame.open ?? ''),
    row,
    rows(rows) {
      if (sink.isTty) return oneByOne(rows)
      const first = before()
      const { bytes } = rows
      return sink.put(frame.endsRows ? bytes : bytes.subarray(0, bytes.length - frame.tail.length)) ?? first
    },
    async end() {
      if (!isFirst) await sink.put(frame.afterLast ?? '')
      await sink.put(frame.close ?? '')
      await sink.flush()
    },
  }
}
