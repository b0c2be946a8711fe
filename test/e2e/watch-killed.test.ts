// `watch --state` killed again and again with SIGKILL while files are delivered late, out of order and twice, to a folder
// and to a bucket that misbehaves: into a file each event comes exactly once; into a pipe at most the last one before
// each kill comes again.

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { logKey } from '../helpers/log-key.ts'
import { BIN } from '../helpers/program.ts'
import { folderBucket } from '../helpers/s3-bucket.ts'
import { S3_ENV } from '../helpers/s3-cli.ts'
import { FAULTS, randomly } from '../helpers/s3-faults.ts'
import { randomOf } from '../helpers/random.ts'
import { startS3Server } from '../helpers/s3-server.ts'

const KILLS = Number(process.env['WATCH_KILLS'] ?? 12)
const SEED = Number(process.env['WATCH_SEED'] ?? 1)
const A_FILE = 40
const HOUR = 3_600_000

/** Pseudo-random numbers in [0, 1). */
function random(seed: number): () => number {
  const below = randomOf(seed)
  return () => below(2 ** 32) / 2 ** 32
}

/** Delivers files of consecutive events to a folder. */
function deliveries(logs: string, next: () => number) {
  const started = Date.now()
  let events = 0
  let files = 0
  const record = (i: number): object => ({
    eventName: `Call${i}`,
    eventTime: new Date(started - HOUR + i * 1000).toISOString(),
    eventID: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    recipientAccountId: '123456789012',
    requestParameters: { text: 'x'.repeat(Math.floor(next() * 2000)) },
  })
  const known: object[] = []
  return {
    count: () => events,
    deliver: (): void => {
      const key = logKey({
        account: '123456789012',
        region: files % 2 === 0 ? 'eu-west-1' : 'us-east-1',
        // Late, and out of order.
        delivered: Date.now() - Math.floor(next() * 12 * HOUR),
        unique: `unique${String(++files).padStart(10, '0')}`,
      })
      // Some events come again, of the file before and of any other.
      const again = [...known.slice(-5), ...known.filter(() => next() < 0.02)]
      const fresh = Array.from({ length: A_FILE }, () => record(events++))
      known.push(...fresh)
      const path = join(logs, key)
      mkdirSync(dirname(path), { recursive: true })
      // At once, as S3 does it.
      writeFileSync(`${logs}.part`, gzipSync(JSON.stringify({ Records: [...new Set([...again, ...fresh])] })))
      renameSync(`${logs}.part`, path)
    },
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Kills at a random time, or at a change of the state or of the output, which is when it matters. */
async function killAtRandom(
  child: ChildProcess,
  next: () => number,
  paths: readonly string[],
): Promise<void> {
  const [state, out] = paths.map(sizeOf)
  const watched = paths[next() < 0.5 ? 0 : 1]!
  const before = watched === paths[0] ? state! : out!
  const deadline = Date.now() + 200 + next() * 3000
  const grows = 1 + Math.floor(next() * 3)
  let seen = before
  for (let grown = 0; grown < grows && Date.now() < deadline && child.exitCode === null;) {
    const size = sizeOf(watched)
    if (size > seen) grown++
    seen = size
    await sleep(0)
  }
  await sleep(next() < 0.5 ? 0 : next() * 5)
  child.kill('SIGKILL')
}

for (const place of ['a folder', 'a bucket that misbehaves']) {
  for (const output of ['a file', 'a pipe']) {
    test(`from ${place} into ${output}`, { timeout: 180_000 + KILLS * 10_000 }, async () => {
      const next = random(SEED)
      const root = mkdtempSync(join(tmpdir(), 'trail-explore-killed-'))
      const [state, logs, out] = ['state', 'logs', 'out'].map((name) => join(root, name)) as [
        string,
        string,
        string,
      ]
      mkdirSync(logs)
      const server = await startS3Server({ buckets: { logs: folderBucket(logs) } })
      const { slowDown, internalError, short } = FAULTS
      server.misbehave = randomly(5, 0.05, [slowDown, internalError, short])
      const { deliver, count } = deliveries(logs, next)
      deliver()

      const source = place === 'a folder' ? [logs] : ['s3://logs', '--endpoint-url', server.endpoint]
      const argv = ['watch', ...source, '--state', state, '--every', '1', '--last', '2d', '-o', 'jsonl', '-q']
      const run = async (more: readonly string[], isKilled: boolean): Promise<void> => {
        const descriptor = openSync(out, 'a')
        const child = spawn(process.execPath, [BIN, ...argv, ...more], {
          env: { PATH: process.env['PATH'] ?? '', HOME: root, ...S3_ENV },
          stdio: ['ignore', output === 'a file' ? descriptor : 'pipe', 'ignore'],
        })
        const ended = new Promise((resolve) => child.on('close', resolve))
        let cut = ''
        child.stdout?.on('data', (chunk) => {
          // A line that was cut by the kill is not one.
          const text = cut + String(chunk)
          const whole = text.lastIndexOf('\n') + 1
          writeFileSync(descriptor, text.slice(0, whole))
          cut = text.slice(whole)
        })
        if (isKilled) await killAtRandom(child, next, [state, out])
        await ended
        closeSync(descriptor)
      }

      for (let i = 0; i < KILLS; i++) {
        deliver()
        await run([], true)
      }
      // Until two looks in a row find nothing new: a file whose requests all failed comes in the next one.
      for (let quiet = 0; quiet < 2;) {
        const before = sizeOf(out)
        await run(['--once'], false)
        quiet = sizeOf(out) === before ? quiet + 1 : 0
      }
      await server.close()
      const lines = readFileSync(out, 'utf8').trimEnd().split('\n')
      rmSync(root, { recursive: true, force: true })

      const names = lines.map((line) => (JSON.parse(line) as { eventName: string }).eventName)
      expect(new Set(names).size).toBe(count())
      expect(names.length - count()).toBeLessThanOrEqual(output === 'a file' ? 0 : KILLS)
    })
  }
}
