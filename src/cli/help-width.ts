import type { Sink } from '../output/sink.ts'

/** Columns that help is laid out in: lines longer than this are hard to read, whatever the terminal. */
const MAX_WIDTH = 100

export function helpWidth(stream: Sink): number {
  return stream.isTty ? Math.min(stream.columns, MAX_WIDTH) : MAX_WIDTH
}
