// Athena from end to end: its real client, its API on a loopback port, and a real Trino that runs the SQL over the files
// that the same S3 serves.

import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../helpers/root.ts'
import { type CliResult, runCli } from '../helpers/run-cli.ts'
import { folderBucket } from '../helpers/s3-bucket.ts'
import { S3_ENV } from '../helpers/s3-cli.ts'
import { type S3Server, startS3Server } from '../helpers/s3-server.ts'
import { type AthenaOverTrino, serveAthenaOverTrino } from '../helpers/athena-trino.ts'
import { NO_TRINO, START_TIME } from './trino.ts'

const TABLE = 'athena://audit/default.cloudtrail_logs'
const QUESTIONS = [
  '--errors',
  '--event-name ConsoleLogin',
  '--event-name Delete* --read-only false',
  '--user-name !root',
  '--source-ip internet --start 2024-08-17 --end 2024-08-17',
  '--account 000123456789 --region eu-west-1',
  '--contains bucket',
  '--resource-name *',
  '--start 2024-08-18 --mfa false',
  '--event-name NoSuch',
].map((words) => words.split(' '))

describe.skipIf(NO_TRINO !== undefined)('Athena over Trino', () => {
  let folder: string
  let athena: AthenaOverTrino
  let s3: S3Server
  let made: CliResult
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
    cpSync(join(ROOT, 'samples/logs/organization'), folder, { recursive: true })
    athena = await serveAthenaOverTrino('athena_test', 'logs', folder, 7)
    s3 = await startS3Server({ buckets: { logs: folderBucket(folder) } })
    made = await cli(['athena', 'ddl', 's3://logs', '--run', '--workgroup', 'audit'])
  }, START_TIME)
  afterAll(async () => {
    await athena.server.close()
    await s3.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function cli(argv: readonly string[], signal?: AbortSignal): Promise<CliResult> {
    const env = { ...S3_ENV, AWS_ENDPOINT_URL_ATHENA: athena.server.url }
    return runCli([...argv, '--endpoint-url', s3.endpoint], { env, ...(signal && { signal }) })
  }

  it('makes the table and the views', () => {
    expect(made).toMatchObject({ code: 0 })
    expect(made.stdout.match(/^done: CREATE/gm)).toHaveLength(3)
    expect(athena.tables.size).toBe(1)
  })

  it.each(QUESTIONS.map((words) => [words.join(' '), words] as const))(
    'lookup gives what the bucket gives: %s',
    async (_, words) => {
      for (const output of ['jsonl', 'csv']) {
        const asked = await cli(['lookup', TABLE, ...words, '-o', output])
        const read = await cli(['lookup', 's3://logs', ...words, '-o', output])
        expect(asked).toMatchObject({ stdout: read.stdout, code: read.code })
        expect(asked.stderr).toMatch(/^Athena: about .*B to scan, \$0\.0\d+ at \$5 a TB$/m)
        expect(asked.stderr).toMatch(
          /^Athena: \d+ files? can hold events of the filter · .*B scanned, \$0\.0\d+ at \$5 a TB$/m,
        )
      }
    },
  )

  it.each(['events', 'event_resources'])('takes the view %s too', async (view) => {
    const argv = ['--errors', '--start', '2024-08-16', '-o', 'jsonl']
    const asked = await cli(['lookup', `athena://audit/default.${view}`, ...argv])
    const read = await cli(['lookup', 's3://logs', ...argv])
    expect(asked.stderr).toContain('Athena: about ')
    expect(asked).toMatchObject({ stdout: read.stdout, code: 0 })
    expect(read.stdout).not.toBe('')
  })

  it.each([
    ['--by', 'event-name'],
    ['--by', 'user-name,event-source', '--errors'],
    ['--by', 'region', '--by', 'account', '--start', '2024-08-17'],
  ])('counts what is counted here: %s', async (...argv) => {
    const asked = await cli(['summary', TABLE, ...argv, '-o', 'csv'])
    const read = await cli(['summary', 's3://logs', ...argv, '-o', 'csv'])
    expect(asked.stderr).toContain(' · by Athena, duplicates by event ID, no file read here · ')
    expect(asked.stderr).toMatch(/^Athena: .*B scanned, \$0\.0\d+ at \$5 a TB$/m)
    expect(asked).toMatchObject({ stdout: read.stdout, code: 0 })
  })

  it('refuses to count what would cost too much', async () => {
    const before = athena.server.queries.length
    const { stderr, code } = await cli(['summary', TABLE, '--by', 'event-name', '--max-scan', '1'])
    expect(code).toBe(2)
    expect(stderr).toContain('no more than 1 B is allowed')
    expect(athena.server.queries).toHaveLength(before)
  })

  it('shows an event by its ID, and by the beginning of it', async () => {
    const { stdout } = await cli(['lookup', 's3://logs', '--errors', '-n', '1', '-o', 'jsonl'])
    const { eventID } = JSON.parse(stdout) as { eventID: string }
    for (const id of [eventID, eventID.slice(0, 8)]) {
      const shown = await cli(['show', id, TABLE])
      expect(shown).toMatchObject({ stdout, code: 0 })
      expect(athena.server.queries.at(-1)).toContain(id)
      expect(shown.stderr).toMatch(/Athena: [12] files? can hold/)
    }
  })

  it('stops the query when it is interrupted', async () => {
    const stop = new AbortController()
    const stops = athena.server.stopped()
    const asked = cli(['lookup', TABLE, '--errors'], stop.signal)
    const before = athena.server.queries.length
    while (athena.server.queries.length === before) await new Promise((resolve) => setTimeout(resolve, 5))
    stop.abort()
    expect((await asked).code).toBe(130)
    expect(athena.server.stopped()).toBe(stops + 1)
  })

  it('names a damaged file, asks without it, and exits 1', async () => {
    const { stdout } = await cli([
      'lookup',
      's3://logs',
      '--errors',
      '--columns',
      'file',
      '-n',
      '1',
      '-o',
      'tsv',
    ])
    const file = stdout.split('\n')[1]!
    const path = join(folder, file.replace('s3://logs/', ''))
    const whole = readFileSync(path)
    truncateSync(path, Math.floor(whole.length / 2))
    const asked = await cli(['lookup', TABLE, '--errors', '-o', 'jsonl'])
    const read = await cli(['lookup', 's3://logs', '--errors', '-o', 'jsonl'])
    expect(asked.stderr).toContain(`warning: Athena cannot read ${file}; it is read here`)
    expect(asked).toMatchObject({ stdout: read.stdout, code: 1 })
    expect(asked.stderr).toContain(`warning: Athena cannot read ${file}; it is read here`)
    const counted = await cli(['summary', TABLE, '--errors', '--by', 'event-name', '-o', 'csv'])
    const local = await cli(['summary', 's3://logs', '--errors', '--by', 'event-name', '-o', 'csv'])
    expect(counted).toMatchObject({ stdout: local.stdout, code: 1 })
    expect(counted.stderr).toContain(`Athena: Athena cannot read ${file}; counted here, from the files`)
  })
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})
