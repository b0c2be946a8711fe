// The Parquet files that are written here, read by a real Trino, whose reader is Athena's.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnTypes } from '../../src/engine/table-types.ts'
import { runCli } from '../helpers/run-cli.ts'
import { local, NO_TRINO, START_TIME, TREES, trinoRows, trinoUrl } from './trino.ts'

const COLUMNS = [...columnTypes('trino'), ['path', 'varchar'], ['raw', 'varchar'], ['raw_bytes', 'varbinary']]

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function rows(sql: string): ReturnType<typeof trinoRows> {
  return trinoRows(sql, 'parquet_test')
}

describe.skipIf(NO_TRINO !== undefined)('Parquet in Trino', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
    await trinoUrl()
    await trinoRows('create schema if not exists hive.parquet_test')
  }, START_TIME)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(TREES.map((tree, n) => [tree, n] as const))(
    'has the records and the columns: %s',
    async (tree, n) => {
      const target = join(folder, String(n))
      expect((await runCli(['export', 'parquet', target, tree])).code).toBe(0)
      await rows('drop table if exists events')
      await rows(
        `create table events (${COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')}) with (format = 'PARQUET', external_location = ${local(target)})`,
      )
      const { stdout } = await runCli(['lookup', tree, '--read-only', 'any', '-o', 'jsonl'])
      const lines = stdout.trimEnd().split('\n')
      // Byte for byte; Trino may read in any order.
      const raws = (await rows('select raw from events')).map(([raw]) => `${raw as string}\n`)
      expect(raws.length).toBe(lines.length)
      const wanted = lines.map((line) => `${line}\n`).sort(compareText)
      const [different] = raws.sort(compareText).filter((raw, n) => raw !== wanted[n])
      expect(different).toBe(undefined)
      const records = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
      const having = (of: (one: Readonly<Record<string, any>>) => unknown): number =>
        records.filter((one) => typeof of(one) === 'string').length
      const [counts] = await rows(
        `select count(eventname), count(errorcode), count(useridentity.sessioncontext.sessionissuer.arn), count(path),
           count(raw_bytes), count_if(eventname is distinct from json_extract_scalar(raw, '$.eventName')), sum(coalesce(cardinality(resources), 0))
         from events`,
      )
      expect(counts!.map(Number)).toEqual([
        having(({ eventName }) => eventName),
        having(({ errorCode }) => errorCode),
        having(({ userIdentity }) => userIdentity?.sessionContext?.sessionIssuer?.arn),
        records.length,
        0,
        0,
        records.reduce((sum, { resources }) => sum + (Array.isArray(resources) ? resources.length : 0), 0),
      ])
    },
    START_TIME,
  )
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})
