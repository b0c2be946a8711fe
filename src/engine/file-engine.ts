// A SQL engine that returns which files may contain matches, and counts events.

import type { Dialect } from './dialect-names.ts'

export interface Table {
  /** The table's quoted name in SQL. */
  readonly sql: string
  /** Column names in lower case, including partition columns. */
  readonly columns: ReadonlySet<string>
  /** Where the table's files are, if the engine states it. */
  readonly location?: string | undefined
}

export interface EngineAnswer {
  readonly rows: readonly (readonly (string | undefined)[])[]
  readonly scannedBytes: number
}

export interface FileEngine {
  readonly name: 'Athena' | 'Trino'
  readonly dialect: Dialect
  /** True if the engine may name files of this machine. */
  readonly localFiles: boolean
  /** Throws SourceError. */
  describe(signal?: AbortSignal): Promise<Table>
  /** The result of a query: its values as text, undefined for NULL. Throws SourceError. */
  ask(sql: string, signal?: AbortSignal): Promise<EngineAnswer>
  close(): void
}
