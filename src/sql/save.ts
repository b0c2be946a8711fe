// Writes a database file that appears complete or not at all.

import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { nameBeside } from '../util/name-beside.ts'
import { unfinished } from '../util/unfinished.ts'
import { UsageError } from '../util/usage-error.ts'
import type { Database } from './duckdb.ts'

/** Throws UsageError if no file can be created at the path. */
export async function saveDatabase(database: Database, path: string, cwd: string): Promise<void> {
  const target = resolve(cwd, path)
  const found = await stat(target).catch(() => undefined)
  if (found !== undefined && !found.isFile())
    throw new UsageError(`${path}: is not a file`, 'choose another name')
  const temporary = nameBeside(target)
  const log = `${temporary}.wal`
  const done = [temporary, log].map(unfinished)
  try {
    await database.save(temporary)
    await rename(temporary, target)
  } catch (error) {
    // As of any other disk; DuckDB has a message of its own, without a code.
    if (error instanceof Error && /No space left on device|not enough space on the disk/i.test(error.message))
      throw Object.assign(new Error(error.message), { code: 'ENOSPC' })
    const why = error instanceof Error ? error.message.replace(/^DuckDB: /, '') : String(error)
    throw new UsageError(`${path}: cannot be written: ${why}`, 'choose an existing, writable folder')
  } finally {
    await rm(temporary, { force: true })
    await rm(log, { force: true })
    for (const one of done) one()
  }
}
