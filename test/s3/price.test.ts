// What questions cost in a seeded organization of 12 accounts × 4 Regions × 60 days × 3 files: requests, never seconds.

import { gzipSync } from 'node:zlib'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { FOREIGN_LOGS } from '../helpers/foreign-logs.ts'
import { logKey } from '../helpers/log-tree.ts'
import { runCli } from '../helpers/run-cli.ts'
import { mapBucket } from '../helpers/s3-bucket.ts'
import { S3_ENV } from '../helpers/s3-cli.ts'
import { type S3Server, startS3Server } from '../helpers/s3-server.ts'

const ACCOUNTS = Array.from({ length: 12 }, (_, i) => String(100_000_000_001 + i))
const REGIONS = ['ap-south-1', 'eu-west-1', 'us-east-1', 'us-west-2']
const LANES = ACCOUNTS.length * REGIONS.length
const NEWEST = Date.UTC(2024, 7, 18)
const FILES = LANES * 60 * 3
/** Root, AWSLogs and organization. */
const ABOVE = 3

function organization(): Record<string, Buffer> {
  const files: Record<string, Buffer> = {}
  for (const account of ACCOUNTS) {
    for (const region of REGIONS) {
      for (let day = 0; day < 60; day++) {
        for (const hour of [2, 8, 11]) {
          const time = NEWEST - day * 86_400_000 + hour * 3_600_000
          const delivered = new Date(time).toISOString()
          const key = logKey({ account, region, delivered }).replace('AWSLogs/', 'AWSLogs/o-exampleorgid/')
          const record = {
            eventVersion: '1.08',
            eventTime: new Date(time - 180_000).toISOString().replace('.000', ''),
            eventName: 'StopInstances',
            eventID: key,
            awsRegion: region,
            recipientAccountId: account,
          }
          files[key] = gzipSync(JSON.stringify({ Records: [record] }), { level: 1 })
        }
      }
    }
  }
  return files
}

let server: S3Server
const folder = mkdtempSync(join(tmpdir(), 'trail-explore-price-'))
beforeAll(async () => {
  server = await startS3Server({ buckets: { logs: mapBucket(organization()) } })
}, 120_000)
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  server.requests.length = 0
})

async function cost(...argv: readonly string[]) {
  const { code, stdout, stderr } = await runCli([...argv, '--endpoint-url', server.endpoint], {
    env: S3_ENV,
    now: '2024-08-18T12:00:00Z',
    cwd: folder,
  })
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return { lists: server.count('ListObjectsV2'), gets: server.count('GetObject'), stdout, stderr }
}

const lookup = ['lookup', 's3://logs', '-o', 'jsonl', '--read-only', 'any', '-q']

test('a file that is stored larger than one may be inflated is not fetched', async () => {
  const large = await startS3Server({
    buckets: {
      logs: mapBucket({ 'a.json': Buffer.alloc(5000, ' '), 'b.json': '{"Records":[{"eventName":"A"}]}' }),
    },
  })
  const { code, stdout, stderr } = await runCli(
    ['lookup', 's3://logs', '-o', 'jsonl', '--max-inflated', '2000', '--endpoint-url', large.endpoint],
    { env: S3_ENV },
  )
  await large.close()
  expect([code, large.count('GetObject')]).toEqual([1, 1])
  expect(stdout).toContain('"A"')
  expect(stderr).toContain('unreadable: s3://logs/a.json: unpacks to more than 2000 bytes')
})

test('a folder of access logs with a prefix costs two GETs, and is named', async () => {
  const [logs] = FOREIGN_LOGS
  const key = logKey({ account: ACCOUNTS[0]!, region: 'us-east-1', delivered: '2024-08-18T10:05:00Z' })
  const files: Record<string, string> = { [key]: '{"Records":[{"eventName":"A","eventID":"1"}]}' }
  for (let n = 0; n < 1500; n++) files[`access/web/${logs!.name(n)}`] = logs!.line
  const shared = await startS3Server({ buckets: { logs: mapBucket(files) } })
  const command = ['lookup', 's3://logs', '-o', 'jsonl', '--endpoint-url', shared.endpoint]
  const { code, stdout, stderr } = await runCli(command, { env: S3_ENV })
  const gets = shared.count('GetObject')
  const { stdout: all } = await runCli([...command, '--ignore-names'], { env: S3_ENV })
  await shared.close()
  expect({ code, gets, all: shared.count('GetObject') - gets }).toEqual({ code: 0, gets: 3, all: 1501 })
  expect([stdout, all]).toEqual([files[key]!.slice(12, -2) + '\n', files[key]!.slice(12, -2) + '\n'])
  expect(stderr).toContain(
    'note: 1,498 files in s3://logs/access/web/ left unread: S3 server access logs by name, as are the first and last file; --ignore-names reads all',
  )
}, 120_000)

describe('an account with forty files a day in each of two Regions', () => {
  let account: S3Server
  const regions = ['eu-west-1', 'us-east-1']
  const DAYS = 60
  const A_DAY = 40
  beforeAll(async () => {
    const files: Record<string, Buffer> = {}
    for (const region of regions)
      for (let day = 0; day < DAYS; day++)
        for (let n = 0; n < A_DAY; n++) {
          const time = NEWEST - day * 86_400_000 + n * 17 * 60_000
          const eventTime = new Date(time - 180_000).toISOString().replace('.000', '')
          const record = {
            eventVersion: '1.08',
            eventTime,
            eventName: 'StopInstances',
            eventID: `${region}-${time}`,
          }
          const key = logKey({ account: ACCOUNTS[0]!, region, delivered: new Date(time).toISOString() })
          files[key] = gzipSync(JSON.stringify({ Records: [record] }), { level: 1 })
        }
    account = await startS3Server({ buckets: { logs: mapBucket(files) } })
  }, 120_000)
  afterAll(() => account.close())

  async function asked(...argv: readonly string[]) {
    account.requests.length = 0
    const options = { env: S3_ENV, now: '2024-08-18T12:00:00Z', cwd: folder }
    const { code, stdout } = await runCli([...argv, '--endpoint-url', account.endpoint], options)
    expect(code).toBe(0)
    const lists = account.count('ListObjectsV2')
    return { lists, gets: account.count('GetObject'), lines: stdout.split('\n').length - 1 }
  }

  // Above the Regions, a look into each Region, then its years and months: these tell what else is there.
  const tops = (months: number) => 5 + regions.length * (3 + months)

  test.each([
    { name: 'all of it', question: [], days: DAYS, lists: Math.ceil((regions.length * DAYS * A_DAY) / 1000) },
    { name: 'three days', question: ['--last', '3d'], days: 3.5, lists: tops(1) + regions.length },
    {
      name: 'a month',
      question: ['--start', '2024-07-01', '--end', '2024-07-31'],
      days: 31,
      // Two pages of July, and the days before and after it for what is delivered late or early.
      lists: tops(3) + regions.length * (2 + 2),
    },
  ])('$name: pages of files, not a listing of each day', async ({ question, days, lists }) => {
    const found = await asked(...lookup, '--no-index', ...question)
    expect(found.lists).toBeLessThanOrEqual(lists)
    expect(found.lines).toBeGreaterThanOrEqual(Math.floor(days - 1) * A_DAY * regions.length)
    expect(found.lines).toBeLessThanOrEqual(Math.ceil(days) * A_DAY * regions.length)
  })
})

test('days too large for pages are listed by themselves, and nothing is lost', async () => {
  const files: Record<string, string> = {}
  for (const day of ['15', '16', '17', '18'])
    for (let n = 0; n < 1100; n++)
      files[
        `AWSLogs/100000000001/CloudTrail/us-east-1/2024/08/${day}/100000000001_CloudTrail_us-east-1_202408${day}T0100Z_${String(n).padStart(16, 'a')}.json.gz`
      ] = ''
  const large = await startS3Server({ buckets: { logs: mapBucket(files) } })
  const command = ['ls', 's3://logs', '--last', '60h', '-o', 'json', '--endpoint-url', large.endpoint]
  const { code, stdout } = await runCli(command, { env: S3_ENV, now: '2024-08-18T12:00:00Z' })
  await large.close()
  expect(code).toBe(0)
  const days = large.requests.flatMap(({ key }) => /2024\/08\/(\d\d)\/$/.exec(key)?.[1] ?? [])
  // The pages for all days held the first of them, and a part of the next.
  expect(new Set(days)).toEqual(new Set(['17', '18']))
  expect(stdout).toContain('"files":3300')
})

describe('an organization', () => {
  test('the newest event: two lists and two GETs an account and Region at most', async () => {
    const { lists, gets, stdout } = await cost(...lookup, '-n', '1')
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(lists).toBeLessThanOrEqual(ABOVE + ACCOUNTS.length * 2)
    // All of them deliver in the same minute, and no older file can hold a newer event.
    expect(gets).toBe(LANES)
  })

  test('the last two hours: one list an account and Region at most, and no other file', async () => {
    const { lists, gets } = await cost(...lookup, '--last', '2h')
    expect(lists).toBeLessThanOrEqual(LANES)
    expect(gets).toBe(LANES)
  })

  test('the last two hours of one account and Region: a handful', async () => {
    const question = ['--last', '2h', '--account', ACCOUNTS[5]!, '--region', 'us-east-1']
    const { lists, gets } = await cost(...lookup, ...question)
    expect([lists, gets]).toEqual([ABOVE + 3, 1])
  })

  test('a name in all of it: every file once, and a page of listing for every thousand', async () => {
    const { lists, gets, stdout } = await cost(...lookup, '--event-name', 'ConsoleLogin', '--no-index')
    expect([lists, gets, stdout]).toEqual([Math.ceil(FILES / 1000), FILES, ''])
  })

  test('a day in the middle: its files and those of the day after, and few lists', async () => {
    const { lists, gets } = await cost(...lookup, '--start', '2024-07-20', '--end', '2024-07-20')
    // Three files a day.
    expect(gets).toBe(LANES * 6)
    expect(lists).toBeLessThanOrEqual(ABOVE + LANES * 2)
  })

  test.each([[], ['--gaps']])('ls %j: a page for every thousand objects', async (...flags) => {
    const { lists, gets, stderr } = await cost('ls', 's3://logs', ...flags)
    expect(stderr).toContain('8,640 log files')
    expect([lists, gets]).toEqual([Math.ceil(FILES / 1000), 0])
  })

  test('a second download: those pages and nothing else', async () => {
    await cost('download', 's3://logs', 'copy', '--last', '2h')
    server.requests.length = 0
    const { lists, gets } = await cost('download', 's3://logs', 'copy', '--dry-run', '-q')
    expect([lists, gets]).toEqual([Math.ceil(FILES / 1000), 0])
  })
})
