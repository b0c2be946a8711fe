// What questions cost in a seeded organization of 12 accounts × 4 Regions × 60 days × 3 files: requests, never seconds.

import { gzipSync } from 'node:zlib'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
    expect(gets).toBe(LANES * 3)
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
