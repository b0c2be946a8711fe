// An SQL engine that says which files can hold what is asked for.

import type { Dialect } from './dialect-names.ts'

export interface Table {
  /** As SQL names it, in quotes. */
  readonly sql: string
  /** In lower case, those of partitions among them. */
  readonly columns: ReadonlySet<string>
  /** Where its files lie, if the engine says. */
  readonly location?: string | undefined
}

export interface FileEngine {
  readonly name: 'Athena' | 'Trino'
  readonly dialect: Dialect
  /** Files of this machine may be meant. */
  readonly localFiles: boolean
  /** Throws SourceError. */
  describe(signal?: AbortSignal): Promise<Table>
  /** The first column of a query. Throws SourceError. */
  files(
    sql: string,
    signal?: AbortSignal,
  ): Promise<{ readonly files: readonly string[]; readonly scannedBytes: number }>
  close(): void
}
