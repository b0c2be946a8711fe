// `watch` on a bucket: what a round costs, and what a bucket that misbehaves does to it, which must be nothing.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { logKey } from '../helpers/log-key.ts'
import { runCli } from '../helpers/run-cli.ts'
import { folderBucket } from '../helpers/s3-bucket.ts'
import { S3_ENV, serveBucket } from '../helpers/s3-cli.ts'
import { FAULTS, randomly } from '../helpers/s3-faults.ts'
import { randomOf } from '../helpers/random.ts'
import { ACCOUNTS, NOW, REGIONS, yearBucket } from '../helpers/year-bucket.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Runs until `isDone`, which is asked again and again with the number of events so far; then interrupts. */
async function watchUntil(isDone: (events: number) => boolean, argv: readonly string[]) {
  const interrupt = new AbortController()
  let events = 0
  const ended = runCli(
    ['watch', 's3://logs', '--every', '1', '--exec', 'count', '--max-calls', '1000', ...argv],
    {
      env: S3_ENV,
      now: NOW,
      signal: interrupt.signal,
      runCommand: async () => {
        events++
        return 0
      },
    },
  )
  const timer = setInterval(() => {
    if (isDone(events)) interrupt.abort()
  }, 20)
  try {
    return await ended
  } finally {
    clearInterval(timer)
  }
}

describe('a bucket of 12 accounts × 17 Regions × 365 days', () => {
  const partitions = ACCOUNTS.length * REGIONS.length

  test('costs one listing for each account and Region in a round, and no file is read that was there', async () => {
    const { server, options } = await serveBucket(yearBucket())
    // Three levels above the accounts, and of each account itself and its CloudTrail folder.
    const above = 3 + ACCOUNTS.length * 2
    const lists = () => server.requests.filter(({ kind }) => kind === 'ListObjectsV2')
    await watchUntil(() => lists().length >= above + 3 * partitions, options)
    const later = lists().slice(above + partitions, above + 3 * partitions)
    const listed = new Map<string, number>()
    for (const { query } of later) {
      expect(query.get('start-after')).toBe(`${query.get('prefix')}2024/08/17`)
      listed.set(query.get('prefix')!, (listed.get(query.get('prefix')!) ?? 0) + 1)
    }
    expect(listed.size).toBe(partitions)
    expect(new Set(listed.values())).toEqual(new Set([2]))
    expect(server.count('GetObject')).toBe(0)
  })

  test('costs one for each account where a Region is named', async () => {
    const { server, options } = await serveBucket(yearBucket())
    await runCli(['watch', 's3://logs', '--once', '--region', 'us-east-1', ...options], {
      env: S3_ENV,
      now: NOW,
    })
    expect(server.count('ListObjectsV2')).toBe(3 + ACCOUNTS.length * 3)
  })
})

test('files late, out of order and twice, from a bucket that misbehaves: each event once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'trail-explore-watch-s3-'))
  folders.push(root)
  const now = Date.parse(NOW)
  const HOUR = 3_600_000
  let files = 0
  const deliver = (delivered: number, ids: readonly number[], region = 'eu-west-1'): void => {
    const unique = `unique${String(++files).padStart(10, '0')}`
    const path = join(root, logKey({ account: '123456789012', region, delivered, unique }))
    mkdirSync(dirname(path), { recursive: true })
    const records = ids.map((id) => ({
      eventName: `Call${id}`,
      eventTime: new Date(now - 40 * HOUR - id * 1000).toISOString(),
      eventID: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
      recipientAccountId: '123456789012',
    }))
    writeFileSync(path, gzipSync(JSON.stringify({ Records: records })))
  }
  deliver(now - 600_000, [0])
  const { server, options } = await serveBucket(folderBucket(root))
  const { slowDown, internalError, reset, short, drop } = FAULTS
  server.misbehave = randomly(11, 0.15, [slowDown, internalError, reset, short, drop])

  const deliveries: (() => void)[] = [
    () => deliver(now - 60_000, [1, 2]),
    () => deliver(now - 2 * HOUR, [3]),
    () => deliver(now - 60_000, [2, 3, 4]),
    () => deliver(now - 30 * HOUR, [5]),
    () => deliver(now - 120_000, [6], 'us-east-1'),
    () => deliver(now - 13 * HOUR, [5, 6, 7]),
    () => deliver(now - 59_000, [8, 1]),
  ]
  const random = randomOf(11)
  let settled = Number.POSITIVE_INFINITY
  const { stdout } = await watchUntil(
    (events) => {
      if (events > 0 && deliveries.length > 0 && random(20) === 0) deliveries.shift()!()
      if (deliveries.length > 0 || events < 9) return false
      // Some rounds more, in which nothing may come again.
      settled = Math.min(settled, server.requests.length)
      return server.requests.length > settled + 8
    },
    [...options, '--last', '3d', '-o', 'jsonl'],
  )
  const names = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { eventName: string }).eventName)
  expect(names.toSorted()).toEqual(Array.from({ length: 9 }, (_, i) => `Call${i}`))
})
