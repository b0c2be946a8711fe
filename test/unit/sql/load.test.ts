import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Database, LoadOptions } from '../../../src/sql/duckdb.ts'
import { loadEvents } from '../../../src/sql/load.ts'

it.each([0, 1, 20_000])('loads %i lines of counts, each whole and once', async (count) => {
  const lines = Array.from({ length: count }, (_, n) => `{"eventname":"Ж${n}","n":${n}}\n`)
  let text = ''
  let options: LoadOptions | undefined
  const database: Partial<Database> = {
    async load(file, given) {
      text = readFileSync(file, 'utf8')
      options = given
    },
  }
  const result = { failure: undefined }
  const reader = {
    rows: () => Promise.reject(new Error('rows were read')),
    counts: async () => ({ result, lines }),
  }
  const needed = { columns: new Set(['eventname']), isCounted: true }
  expect(await loadEvents(reader, database as Database, false, needed)).toBe(result)
  expect(text).toBe(lines.join(''))
  expect(options).toMatchObject({ raw: false, isCounted: true, columns: needed.columns })
  for (const line of lines) expect(options!.longest).toBeGreaterThanOrEqual(Buffer.byteLength(line))
})
