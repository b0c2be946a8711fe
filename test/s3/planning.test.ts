// What a question costs on a large bucket: requests are counted, never timed.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { type S3Server, startS3Server } from '../helpers/s3-server.ts'
import { ACCOUNTS, NOW, REGIONS, yearBucket } from '../helpers/year-bucket.ts'

const ENV = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' }

let server: S3Server
beforeAll(async () => {
  server = await startS3Server({ buckets: { logs: yearBucket() } })
})
afterAll(() => server.close())
beforeEach(() => {
  server.requests.length = 0
})

const lookup = (...args: string[]) =>
  runCli(['lookup', 's3://logs', '--endpoint-url', server.endpoint, '-o', 'jsonl', ...args], {
    env: ENV,
    now: NOW,
  })

const read = () =>
  server.requests.filter((request) => request.kind === 'GetObject').map((request) => request.key)

describe('a bucket of 12 accounts × 17 Regions × 365 days', () => {
  test('--last 2h --region lists by account, not by day or object, and reads only that window', async () => {
    const { code, stdout } = await lookup('--last', '2h', '--region', 'us-east-1')
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(ACCOUNTS.length)
    // Three levels above the accounts; of each account itself, its CloudTrail folder, and one day of one Region.
    expect(server.count('ListObjectsV2')).toBe(3 + ACCOUNTS.length * 3)
    expect(read()).toHaveLength(ACCOUNTS.length)
    for (const key of read()) expect(key).toMatch(/us-east-1_20240818T1130Z/)
  })

  test('one account and one Region cost a handful of requests', async () => {
    const { stdout } = await lookup('--last', '2h', '--region', 'eu-west-1', '--account', ACCOUNTS[3]!)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(server.count('ListObjectsV2')).toBe(3 + 3)
    expect(read()).toHaveLength(1)
  })

  test('-n 20 over the whole bucket reads no more than a few files of each account and Region', async () => {
    const { code, stdout } = await lookup('-n', '20')
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(20)
    const partitions = ACCOUNTS.length * REGIONS.length
    expect(read().length).toBeLessThanOrEqual(partitions * 2)
    for (const key of read()) expect(key).toContain('/2024/08/18/')
    // Year, month and day of each partition are listed once, and a day more to know what comes next.
    expect(server.count('ListObjectsV2')).toBeLessThanOrEqual(3 + ACCOUNTS.length * 2 + partitions * 5)
  })

  test('a day in the middle of the year is found without listing the days around it', async () => {
    const { stdout } = await lookup(
      '--start',
      '2024-02-10',
      '--end',
      '2024-02-10T23:59:59Z',
      '--region',
      'us-west-2',
    )
    expect(stdout.trim().split('\n')).toHaveLength(ACCOUNTS.length * 2)
    // The whole Region at once: its files are fewer than a page holds.
    expect(server.count('ListObjectsV2')).toBe(3 + ACCOUNTS.length * 3)
  })
})
