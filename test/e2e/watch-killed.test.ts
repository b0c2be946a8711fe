// `watch --state` killed again and again with SIGKILL while a bucket that misbehaves gets files: no event is lost, and at
// most the last one before each kill is printed twice.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { logKey } from '../helpers/log-key.ts'
import { BIN } from '../helpers/program.ts'
import { folderBucket } from '../helpers/s3-bucket.ts'
import { S3_ENV } from '../helpers/s3-cli.ts'
import { FAULTS, randomly } from '../helpers/s3-faults.ts'
import { startS3Server } from '../helpers/s3-server.ts'

const KILLS = 6
const A_FILE = 40

test('no event is lost, and none comes twice but the last before a kill', { timeout: 180_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'trail-explore-killed-'))
  const state = join(root, 'state')
  const logs = join(root, 'logs')
  const server = await startS3Server({ buckets: { logs: folderBucket(logs) } })
  const { slowDown, internalError, short } = FAULTS
  server.misbehave = randomly(5, 0.05, [slowDown, internalError, short])
  const started = Date.now()
  let events = 0
  let files = 0
  const deliver = (): void => {
    const delivered = Date.now() - 60_000
    const key = logKey({
      account: '123456789012',
      region: files % 2 === 0 ? 'eu-west-1' : 'us-east-1',
      delivered,
      unique: `unique${String(++files).padStart(10, '0')}`,
    })
    // Some of the file before come again in it.
    const first = Math.max(events - 5, 0)
    events += A_FILE
    const records = Array.from({ length: events - first }, (_, i) => ({
      eventName: `Call${first + i}`,
      eventTime: new Date(started - 3_600_000 + (first + i) * 1000).toISOString(),
      eventID: `00000000-0000-4000-8000-${String(first + i).padStart(12, '0')}`,
      recipientAccountId: '123456789012',
    }))
    const path = join(logs, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, gzipSync(JSON.stringify({ Records: records })))
  }
  deliver()

  const argv = ['watch', 's3://logs', '--endpoint-url', server.endpoint, '--state', state, '--every', '1']
  const begun = [...argv, '--last', '2d', '-o', 'jsonl', '-q']
  const run = (more: readonly string[], kill: ((lines: number) => boolean) | undefined): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [BIN, ...begun, ...more], {
        env: { PATH: process.env['PATH'] ?? '', HOME: root, ...S3_ENV },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let text = ''
      child.stdout.on('data', (chunk) => {
        text += String(chunk)
        if (kill?.(text.split('\n').length)) child.kill('SIGKILL')
      })
      child.on('close', () => resolve(text))
    })

  let printed = ''
  for (let i = 0; i < KILLS; i++) {
    deliver()
    const enough = 1 + Math.floor(Math.random() * A_FILE)
    // A line that was cut by the kill is not one.
    printed += (await run([], (lines) => lines > enough)).replace(/[^\n]*$/, '')
  }
  // Until two looks in a row find nothing new: a file whose requests all failed comes in the next one.
  for (let quiet = 0; quiet < 2;) {
    const more = await run(['--once'], undefined)
    printed += more
    quiet = more === '' ? quiet + 1 : 0
  }
  await server.close()
  rmSync(root, { recursive: true, force: true })

  const counts = new Map<string, number>()
  for (const line of printed.trimEnd().split('\n')) {
    const { eventName } = JSON.parse(line) as { eventName: string }
    counts.set(eventName, (counts.get(eventName) ?? 0) + 1)
  }
  expect(counts.size).toBe(events)
  const again = [...counts.values()].reduce((sum, n) => sum + n - 1, 0)
  expect(again).toBeLessThanOrEqual(KILLS)
})
