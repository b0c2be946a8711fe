// Events → a private temporary file → DuckDB. The file is always removed.

import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RowFormat, RowRun } from '../format/row.ts'
import { unfinished } from '../util/unfinished.ts'
import type { Database } from './duckdb.ts'
import type { Needed } from './needed.ts'

/** Characters written at a time. */
const BATCH = 64 * 1024

/** Returns rows of a format in order. */
export interface RowReader<T> {
  rows(row: RowFormat, onRows: (rows: RowRun) => Promise<void>): Promise<T>
  /** Lines of JSON with the number of equal rows as `n`, in place of rows; undefined where there are too many. */
  counts?(
    columns: readonly string[],
  ): Promise<{ readonly result: T; readonly lines: Iterable<string> } | undefined>
}

/** Loads the reader's rows as table `events`, unless the run failed. `needed`: nothing else is filled. */
export async function loadEvents<T extends { readonly failure: unknown }>(
  reader: RowReader<T>,
  database: Database,
  raw: boolean,
  needed?: Needed,
): Promise<T> {
  const folder = join(tmpdir(), `trail-explore-${randomUUID()}`)
  // Registered first, and made before a signal can be heard.
  const done = unfinished(folder)
  try {
    mkdirSync(folder, { mode: 0o700 })
    const path = join(folder, 'events.jsonl')
    const columns = needed?.columns
    const counted = needed?.isCounted ? await reader.counts?.([...needed.columns]) : undefined
    const file = await open(path, 'wx', 0o600)
    let longest = 0
    let result: T
    try {
      if (counted !== undefined) {
        let batch = ''
        for (const line of counted.lines) {
          longest = Math.max(longest, line.length * 3)
          batch += line
          if (batch.length < BATCH) continue
          await file.writeFile(batch)
          batch = ''
        }
        await file.writeFile(batch)
        if (counted.result.failure === undefined)
          await database.load(path, { raw, longest, columns, isCounted: true })
        return counted.result
      }
      const row: RowFormat = columns
        ? { kind: 'table-row', tableColumns: [...columns] }
        : { kind: raw ? 'table-row-raw' : 'table-row' }
      result = await reader.rows(row, async (rows) => {
        for (let i = 0; i < rows.count; i++) longest = Math.max(longest, rows.row(i).length)
        await file.writeFile(rows.bytes)
      })
    } finally {
      await file.close()
    }
    if (result.failure === undefined) await database.load(path, { raw, longest, columns })
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
    done()
  }
}
