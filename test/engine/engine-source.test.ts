// An SQL engine as a source: what it answers is read and decided as from any other.

import { afterEach, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { runCli } from '../helpers/run-cli.ts'
import { S3_ENV, serveBucket } from '../helpers/s3-cli.ts'
import { type AthenaServer, serveAthena, type ServerOptions } from '../helpers/athena-server.ts'

const DAY = 'AWSLogs/111122223333/CloudTrail/us-east-1/2024/08/18'
const key = (n: number): string =>
  `${DAY}/111122223333_CloudTrail_us-east-1_20240818T10${n}0Z_abcdefghijklmno${n}.json.gz`
const file = (n: number): Buffer =>
  gzipSync(
    JSON.stringify({
      Records: [
        {
          eventTime: `2024-08-18T10:0${n}:00Z`,
          eventName: n === 1 ? 'DeleteTrail' : 'GetTrail',
          eventID: `${n}`,
        },
        { eventTime: `2024-08-18T10:0${n}:01Z`, eventName: 'Other', eventID: `1${n}` },
      ],
    }),
  )
const FILES = { [key(1)]: file(1), [key(2)]: file(2), [key(3)]: file(3).subarray(0, 60) }
const TABLE = { columns: ['eventname', 'day'], location: 's3://logs/AWSLogs/' }

let athena: AthenaServer | undefined
afterEach(() => athena?.close())

async function ask(
  argv: readonly string[],
  answer: ServerOptions['answer'],
  signal?: AbortSignal,
): Promise<Awaited<ReturnType<typeof runCli>>> {
  athena = await serveAthena({ answer, table: TABLE, outputLocation: 's3://results/', pageSize: 2 })
  const { options } = await serveBucket(FILES)
  const env = { ...S3_ENV, AWS_ENDPOINT_URL_ATHENA: athena.url }
  return runCli(['lookup', 'athena://audit/default.trail', ...argv, ...options], {
    env,
    ...(signal && { signal }),
  })
}

describe('athena://', () => {
  it('asks for files and reads those alone; what they hold is decided here', async () => {
    const rows = [[`s3://logs/${key(1)}`], [`s3://logs/${key(2)}`], [`s3://logs/${key(1)}`]]
    const argv = [
      '--event-name',
      'DeleteTrail',
      '--start',
      '2024-08-18',
      '--end',
      '2024-08-18',
      '-o',
      'jsonl',
    ]
    const { stdout, stderr, code } = await ask(argv, async () => ({
      columns: ['$path'],
      rows,
      scannedBytes: 5000,
    }))
    expect(code).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { eventID: string }).eventID),
    ).toEqual(['1'])
    expect(athena!.queries).toHaveLength(1)
    expect(athena!.queries[0]).toMatch(
      /^select distinct "\$path" from "default"\."trail" where day >= '2024\/08\/17' and day <= '2024\/08\/19' and /,
    )
    expect(stderr).toContain('Athena: about ')
    expect(stderr).toContain('Athena: 2 files can hold events of the filter · 5.0 kB scanned')
    expect(stderr).toContain('2 files,')
  })

  it('can be the default source', async () => {
    athena = await serveAthena({
      answer: async () => ({ columns: ['$path'], rows: [[`s3://logs/${key(1)}`]] }),
      table: TABLE,
      outputLocation: 's3://results/',
    })
    const { options } = await serveBucket(FILES)
    const env = {
      ...S3_ENV,
      AWS_ENDPOINT_URL_ATHENA: athena.url,
      TRAIL_EXPLORE_SOURCE: 'athena://audit/default.trail',
    }
    const { stdout, stderr, code } = await runCli(['lookup', '-o', 'csv', ...options], { env })
    expect({ stderr: stderr.includes('error:'), code }).toEqual({ stderr: false, code: 0 })
    expect(stdout).toContain('DeleteTrail')
    expect(athena.queries).toHaveLength(1)
    const listed = await runCli(['ls', ...options], { env })
    expect(listed.code).toBe(2)
    expect(listed.stderr).toContain('is asked for events')
    const verified = await runCli(['lookup', '--verified-only', ...options], { env })
    expect(verified.code).toBe(2)
    expect(verified.stderr).toContain('--verified-only cannot be combined with')
  })

  it('has an answer where the engine names no file', async () => {
    const { stdout, stderr, code } = await ask(['--event-name', 'NoSuch', '-o', 'jsonl'], async () => ({
      columns: ['$path'],
    }))
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 })
    expect(stderr).toContain('Athena: 0 files can hold events of the filter')
    expect(stderr).not.toContain('error')
  })

  it('refuses what would cost too much, before it asks', async () => {
    const { stderr, code } = await ask(['--max-scan', '1'], () => Promise.reject(new Error('asked')))
    expect(code).toBe(2)
    expect(stderr).toMatch(/about \d+ B to scan, .* and no more than 1 B is allowed/)
    expect(athena!.queries).toEqual([])
  })

  it('leaves out a file that the engine cannot read, and reads and names it here', async () => {
    const damaged = `s3://logs/${key(3)}`
    const { stdout, stderr, code } = await ask(['--read-only', 'any', '-o', 'jsonl'], (sql) =>
      sql.includes(`<> '${damaged}'`)
        ? Promise.resolve({ columns: ['$path'], rows: [[`s3://logs/${key(1)}`]] })
        : Promise.reject(new Error(`HIVE_CURSOR_ERROR: Failed to read file at ${damaged}: truncated`)),
    )
    expect(code).toBe(1)
    expect(athena!.queries).toHaveLength(2)
    expect(stderr).toContain(`Athena cannot read ${damaged}; it is read here`)
    expect(stdout).toContain('DeleteTrail')
  })

  it('stops the query when it is interrupted', async () => {
    const stop = new AbortController()
    const { code } = await ask(
      ['--event-name', 'X'],
      () => {
        setTimeout(() => stop.abort(), 50)
        return new Promise(() => {})
      },
      stop.signal,
    )
    expect(code).toBe(130)
    expect(athena!.stopped()).toBe(1)
  })

  it('takes no file of this machine from a server elsewhere', async () => {
    const { stderr, code } = await ask([], async () => ({
      columns: ['p'],
      rows: [['file:///etc/passwd.json']],
    }))
    expect(code).toBe(1)
    expect(stderr).toContain('names a file that is not in S3')
  })

  it.each([['athena://x'], ['trino://h:1/a.b'], ["trino://h:1/a.b.c'; drop"]])(
    'is no address: %s',
    async (uri) => {
      const { stderr, code } = await runCli(['lookup', uri])
      expect(code).toBe(2)
      expect(stderr).toMatch(/^error: not an address of (?:Athena|Trino)/)
    },
  )

  it('has no files to list, and no digest files', async () => {
    const verified = await ask(['--verified-only'], async () => ({}))
    expect(verified.code).toBe(2)
    expect(verified.stderr).toContain('--verified-only cannot be combined with')
    const { stderr, code } = await runCli(['ls', 'athena://a/b.c'])
    expect(code).toBe(2)
    expect(stderr).toContain('is asked for events')
  })
})
