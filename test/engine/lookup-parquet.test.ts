// `lookup` into one Parquet file that DuckDB reads back.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, runCli } from '../helpers/run-cli.ts'
import { hasPublicLogs, PUBLIC_LOGS, rowsOf } from './events.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function rawsIn(name: string): Promise<string> {
  const rows = await rowsOf(`select raw from '${join(folder, name)}'`)
  return rows.map(([raw]) => `${String(raw)}\n`).join('')
}

function lookup(argv: readonly string[], signal?: AbortSignal): Promise<CliResult> {
  return runCli(['lookup', ...argv], { cwd: folder, ...(signal && { signal }) })
}

const SAMPLES = join(import.meta.dirname, '../../samples/logs')

describe.each([SAMPLES, ...(hasPublicLogs ? [PUBLIC_LOGS] : [])])('%s', (source) => {
  it.each(
    [
      '',
      '--errors',
      '--event-name Delete* --read-only false --order asc',
      '--limit 7',
      '--order asc -n 3 --last 90d',
      '--duplicates',
      '--event-name NoSuch',
    ].map((words) => [words, words.split(' ').filter(Boolean)] as const),
  )(
    'has the records that jsonl has: %j',
    async (_, words) => {
      const { stdout } = await lookup([source, ...words, '-o', 'jsonl'])
      const { code, stderr } = await lookup([source, ...words, '--output-file', 'a.parquet'])
      expect(stderr).toContain(words.includes('NoSuch') ? '0 events' : 'written to a.parquet')
      expect(code).toBe(0)
      expect(await rawsIn('a.parquet')).toBe(stdout)
      expect(readdirSync(folder)).toEqual(['a.parquet'])
    },
    240_000,
  )
})

it('has the columns of export parquet, also without rows', async () => {
  expect((await runCli(['export', 'parquet', join(folder, 'all'), SAMPLES])).code).toBe(0)
  expect((await lookup([SAMPLES, '-o', 'parquet', '--output-file', 'one'])).code).toBe(0)
  expect((await lookup([SAMPLES, '--event-name', 'NoSuch', '--output-file', 'NONE.PARQUET'])).code).toBe(0)
  const described = (name: string): Promise<readonly (readonly unknown[])[]> =>
    rowsOf(`describe select * from read_parquet('${join(folder, name)}')`)
  const columns = await described('all/*.parquet')
  expect(columns.length).toBeGreaterThan(20)
  expect(await described('one')).toEqual(columns)
  expect(await described('NONE.PARQUET')).toEqual(columns)
  const all = `(select * from '${folder}/all/*.parquet')`
  const one = `(select * from read_parquet('${folder}/one'))`
  expect(await rowsOf(`select count(*) from (from ${all} except all from ${one})`)).toEqual([['0']])
  expect(await rowsOf(`select count(*) from (from ${one} except all from ${all})`)).toEqual([['0']])
})

it('writes a row group as soon as it is full, and what is in records cannot change the form', async () => {
  const records = Array.from({ length: 40 }, (_, n) => ({
    eventTime: `2024-08-18T10:00:${String(n).padStart(2, '0')}Z`,
    eventName: 'PutObject',
    eventID: `id-${n}`,
    // Keys and texts that mean something elsewhere.
    requestParameters: { ['__proto__']: n, text: '\u001b[2J=1+1,\u0000"\n', filler: 'x'.repeat(1 << 20) },
    serviceEventDetails: { a: 'UTF-8 ✓ 𝄞' },
  }))
  writeFileSync(join(folder, 'big.json'), JSON.stringify({ Records: records }))
  expect((await lookup(['big.json', '--output-file', 'big.parquet'])).code).toBe(0)
  const { stdout } = await lookup(['big.json', '-o', 'jsonl'])
  expect(await rawsIn('big.parquet')).toBe(stdout)
  const [groups] = await rowsOf(
    `select count(distinct row_group_id), max(row_group_num_rows) from parquet_metadata('${folder}/big.parquet')`,
  )
  // Each record is there twice, as a column and as raw: eight of a megabyte fill a group.
  expect(groups).toEqual(['5', '8'])
})

describe('is refused', () => {
  it.each<[string, string[], string, string]>([
    [
      'without a file',
      ['-o', 'parquet'],
      'error: -o parquet needs a file',
      'hint: parquet is not text, and is complete only at its end: add --output-file events.parquet',
    ],
    [
      'into a device',
      ['-o', 'parquet', '--output-file', '/dev/null'],
      'error: --output-file /dev/null: is not a regular file',
      'hint: name a new file, or one to replace',
    ],
    [
      'with columns',
      ['--columns', 'event-name', '--output-file', 'a.parquet'],
      "error: --columns 'event-name' cannot be combined with -o parquet",
      'hint: columns are for table, json, jsonl, csv and tsv',
    ],
  ])('%s', async (_, argv, error, hint) => {
    for (const tty of [false, true]) {
      const { code, stdout, stderr } = await runCli(['lookup', SAMPLES, ...argv], {
        cwd: folder,
        tty,
        env: { NO_COLOR: '1' },
      })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toBe(`${error}\n${hint}\n`)
      expect(readdirSync(folder)).toEqual([])
    }
  })
})

it('leaves nothing, and what was there before, when it cannot end', async () => {
  writeFileSync(join(folder, 'a.parquet'), 'before')
  const stop = new AbortController()
  stop.abort()
  const { code, stderr } = await lookup([SAMPLES, '--output-file', 'a.parquet'], stop.signal)
  expect(code).toBe(130)
  expect(stderr).toMatch(/^interrupted: nothing is written\n0 events read, and nothing written · /)
  expect(readdirSync(folder)).toEqual(['a.parquet'])
  expect(readFileSync(join(folder, 'a.parquet'), 'utf8')).toBe('before')
})
