// Both ends of the output stage: what rows are handed to, and where text goes.

import type { RowRun } from '../format/row.ts'

/** `begin`, any number of `row`s, `end`; each waits for the reader. After `end` everything is with the sink. */
export interface Writer {
  begin(): Promise<void>
  /** UTF-8, as made by the RowMaker of this writer's format. A promise only when there is something to wait for. */
  row(row: Uint8Array): Promise<void> | undefined
  /** The same for several rows, each followed by the format's separator. */
  rows(rows: RowRun): Promise<void> | undefined
  end(): Promise<void>
}

/** The standard streams of an Io, a file, or memory in tests. */
export interface Sink {
  /**
   * Resolves when the data is accepted (back-pressure), after which bytes may be written over; rejects when it cannot be,
   * as when the reader of a pipe went away.
   */
  write(data: string | Uint8Array): Promise<void>
  readonly isTty: boolean
  /** Width in characters. */
  readonly columns: number
}
