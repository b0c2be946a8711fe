import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/sql/duckdb.ts'
import { saveDatabase } from '../../../src/sql/save.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Fails after a part of the file, in DuckDB's words. */
function failing(why: string): Database {
  const database: Partial<Database> = {
    async save(path) {
      writeFileSync(path, 'a part')
      writeFileSync(`${path}.wal`, 'a part')
      throw new UsageError(`DuckDB: ${why}`, '')
    },
  }
  return database as Database
}

it('tells a full disk as every command does', async () => {
  const full = failing(
    'TransactionContext Error: Failed to commit: Could not write file "a.wal": No space left on device',
  )
  await expect(saveDatabase(full, 'a.duckdb', folder)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(readdirSync(folder)).toEqual([])
})

it('tells anything else in the words of DuckDB', async () => {
  const denied = failing('IO Error: Cannot open file')
  await expect(saveDatabase(denied, 'a.duckdb', folder)).rejects.toThrow(
    'a.duckdb: cannot be written: IO Error: Cannot open file',
  )
  expect(readdirSync(folder)).toEqual([])
})

it('a name of 255 bytes is no name too long', async () => {
  const name = `${'x'.repeat(248)}.duckdb`
  const database: Partial<Database> = { save: async (path) => writeFileSync(path, 'whole') }
  await saveDatabase(database as Database, name, folder)
  expect(readdirSync(folder)).toEqual([name])
})
