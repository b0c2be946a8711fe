// Both ends of the output stage: the writer that takes rows, and the sink that takes text.

import type { RowRun } from '../format/row.ts'

/** `begin`, any number of `row`s, `end`; each call waits for the reader. After `end`, the sink has everything. */
export interface Writer {
  /** Rows may be overwritten once a call has ended. */
  readonly keepsNoRows?: boolean
  begin(): Promise<void>
  /** UTF-8, made by the RowMaker of this writer's format. Returns a promise only if there is something to wait for. */
  row(row: Uint8Array): Promise<void> | undefined
  /** The same for several rows, each followed by the format's separator. */
  rows(rows: RowRun): Promise<void> | undefined
  end(): Promise<void>
}

/** The standard streams of an Io, a file, or memory in tests. */
export interface Sink {
  /**
   * Resolves when the data is accepted (back-pressure); the bytes may then be overwritten. Rejects if it cannot be
   * accepted, for example because the reader of a pipe has gone away.
   */
  write(data: string | Uint8Array): Promise<void>
  readonly isTty: boolean
  /** Width in terminal columns. */
  readonly columns: number
}
