// Events → a private temporary file → DuckDB. The file is always removed.

import { chmod, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RowFormat, RowRun } from '../format/row.ts'
import type { Database } from './duckdb.ts'

/** Returns rows of a format in order. */
export interface RowReader<T> {
  rows(row: RowFormat, onRows: (rows: RowRun) => Promise<void>): Promise<T>
}

/** Loads the reader's rows as table `events`, unless the run failed. */
export async function loadEvents<T extends { readonly failure: unknown }>(
  reader: RowReader<T>,
  database: Database,
  raw: boolean,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'trail-explore-'))
  try {
    await chmod(folder, 0o700)
    const path = join(folder, 'events.jsonl')
    const file = await open(path, 'wx', 0o600)
    let longest = 0
    let result: T
    try {
      result = await reader.rows({ kind: raw ? 'table-row-raw' : 'table-row' }, async (rows) => {
        for (let i = 0; i < rows.count; i++) longest = Math.max(longest, rows.row(i).length)
        await file.writeFile(rows.bytes)
      })
    } finally {
      await file.close()
    }
    if (result.failure === undefined) await database.load(path, { raw, longest })
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
