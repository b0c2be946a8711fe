import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ROOT } from '../helpers/root.ts'
import { runCli } from '../helpers/run-cli.ts'
import { hasPublicLogs, PUBLIC_LOGS, rowsOf } from './events.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it.each([['samples/logs'], ...(hasPublicLogs ? [[PUBLIC_LOGS]] : [])])(
  'is read back as it was: %s',
  async (source) => {
    const target = join(folder, 'events')
    const { code, stderr } = await runCli(['export', 'parquet', target, source])
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const sums =
      'count(*), count(distinct eventid), sum(length(requestparameters)), count(useridentity.sessioncontext.sessionissuer.arn), count(resources[1].arn), sum(len(resources)), sum(hash(raw) % 1000)'
    const [parquet] = await rowsOf(`select ${sums} from '${target}/*.parquet'`)
    const raws = await rowsOf(`select raw from '${target}/*.parquet'`)
    const { stdout } = await runCli(['lookup', source, '--read-only', 'any', '-o', 'jsonl'])
    // Byte for byte.
    expect(raws.map(([raw]) => `${String(raw)}\n`).join('')).toBe(stdout)
    expect(Number(parquet![0])).toBe(raws.length)
    expect(Number(parquet![3])).toBeGreaterThan(0)
  },
  240_000,
)

it('makes a folder for each account, Region and day', async () => {
  const target = join(folder, 'events')
  const argv = ['export', 'parquet', target, 'samples/logs', '--partition', 'account,region,day']
  expect((await runCli(argv)).code).toBe(0)
  const rows = await rowsOf(
    `select count(*), count(distinct day), bool_and(cast(day as varchar) = substr(eventtime, 1, 10)), bool_and(region = awsregion)
     from read_parquet('${target}/**/*.parquet', hive_partitioning = true)
     where region <> '__HIVE_DEFAULT_PARTITION__'`,
  )
  expect(rows[0]![2]).toBe(true)
  expect(rows[0]![3]).toBe(true)
  expect(
    readdirSync(target).every((name) => /^account=(?:\d{12}|__HIVE_DEFAULT_PARTITION__)$/.test(name)),
  ).toBe(true)
})

const record = (awsRegion: string, recipientAccountId: string): object => ({
  eventTime: '2024-08-18T10:00:00Z',
  eventName: 'X',
  eventID: awsRegion,
  awsRegion,
  recipientAccountId,
})

it('keeps hostile values out of paths', async () => {
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({ Records: [record('../../x', '../..'), record('a/b', '1')] }),
  )
  const target = join(folder, 'out')
  const argv = ['export', 'parquet', target, join(folder, 'a.json'), '--partition', 'account,region,day']
  expect((await runCli(argv)).code).toBe(0)
  expect(
    readdirSync(target, { recursive: true }).filter((name) => String(name).endsWith('.parquet')),
  ).toEqual([
    'account=__HIVE_DEFAULT_PARTITION__/region=__HIVE_DEFAULT_PARTITION__/day=2024-08-18/events-1.parquet',
  ])
})

it('leaves nothing behind when it cannot end, and nothing overwritten', async () => {
  const target = join(folder, 'events')
  mkdirSync(target)
  writeFileSync(join(target, 'mine'), '')
  const taken = await runCli(['export', 'parquet', target, 'samples/logs'])
  expect(taken).toMatchObject({ code: 2 })
  expect(taken.stderr).toContain('exists already and is not empty')
  const stop = new AbortController()
  stop.abort()
  const stopped = await runCli(['export', 'parquet', join(folder, 'other'), 'samples/logs'], {
    signal: stop.signal,
  })
  expect(stopped.code).toBe(130)
  expect(stopped.stderr).toContain('events read, and nothing written')
  expect(readdirSync(folder)).toEqual(['events'])
  expect(existsSync(join(ROOT, 'events'))).toBe(false)
  const wrong = await runCli([
    'export',
    'parquet',
    join(folder, 'x'),
    'samples/logs',
    '--partition',
    'account,hour',
  ])
  expect(wrong.stderr).toContain("--partition 'hour' does not exist")
})
