// lookup on a bucket that misbehaves: what passes must not change the result, what does not must be named.

import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { mapBucket } from '../helpers/s3-bucket.ts'
import { type Fault, FAULTS, randomly } from '../helpers/s3-faults.ts'
import { type S3Server, startS3Server } from '../helpers/s3-server.ts'

const ENV = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' }
const FILES = 120

let server: S3Server
beforeEach(async () => {
  server = await startS3Server({ buckets: { logs: mapBucket(Object.fromEntries(files())) } })
})
afterEach(() => server.close())

const lookup = (...args: string[]) =>
  runCli(['lookup', 's3://logs', '--endpoint-url', server.endpoint, '-o', 'jsonl', ...args], { env: ENV })

function* files(): Generator<[string, Uint8Array]> {
  for (let i = 0; i < FILES; i++) {
    const minute = new Date(Date.UTC(2024, 7, 18, 0, i * 5))
      .toISOString()
      .slice(0, 16)
      .replaceAll(/[-:]/g, '')
    const name = `123456789012_CloudTrail_eu-west-1_${minute}Z_abcdefgh${String(i).padStart(8, '0')}.json.gz`
    const day = `${minute.slice(0, 4)}/${minute.slice(4, 6)}/${minute.slice(6, 8)}`
    const eventTime = new Date(Date.UTC(2024, 7, 18, 0, i * 5 - 2)).toISOString().replace('.000', '')
    const record = {
      eventVersion: '1.09',
      eventTime,
      eventName: 'StopInstances',
      eventID: `event-${i}`,
      readOnly: false,
    }
    yield [
      `AWSLogs/123456789012/CloudTrail/eu-west-1/${day}/${name}`,
      gzipSync(JSON.stringify({ Records: [record] })),
    ]
  }
}

const TRANSIENT: Readonly<Record<string, Fault>> = {
  slowDown: FAULTS.slowDown,
  internalError: FAULTS.internalError,
  reset: FAULTS.reset,
  short: FAULTS.short,
  drop: FAULTS.drop,
}

test('every object denied is one hint, and a header of CSV only above rows', async () => {
  server.misbehave = ({ kind }) => (kind === 'GetObject' ? FAULTS.accessDenied : undefined)
  const { code, stderr } = await lookup()
  expect(code).toBe(1)
  expect(stderr.match(/^hint: .*/gm)).toEqual([
    expect.stringContaining('s3:GetObject on arn:aws:s3:::logs/*'),
  ])
  server.misbehave = () => FAULTS.expiredToken
  const ended = await lookup('-o', 'csv')
  expect([ended.code, ended.stdout]).toEqual([1, ''])
})

describe('faults that pass', () => {
  test.each(Object.entries(TRANSIENT))('one request in ten: %s', async (_, fault) => {
    const quiet = await lookup()
    server.misbehave = randomly(7, 0.1, [fault])
    const stormy = await lookup()
    expect(stormy.stdout).toBe(quiet.stdout)
    expect(stormy.code).toBe(0)
    expect(quiet.stdout.trim().split('\n')).toHaveLength(FILES)
  })
})

describe('faults that stay', () => {
  test.each([
    ['denied', FAULTS.accessDenied, /s3:GetObject/],
    ['denied by the key', FAULTS.kmsDenied, /kms:Decrypt/],
    ['gone', FAULTS.noSuchKey, /hint|no such/i],
    ['archived', FAULTS.archived, /restore/],
  ] as const)('%s: exactly the files concerned are named, the rest is read', async (_, fault, told) => {
    const lost = /_abcdefgh0000001[23]\.json\.gz$/
    server.misbehave = (request) =>
      request.kind === 'GetObject' && lost.test(request.key) ? fault : undefined
    const { code, stdout, stderr } = await lookup()
    expect(code).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(FILES - 2)
    const named = [...stderr.matchAll(/_abcdefgh(\d{8})\.json\.gz/g)].map((m) => m[1])
    expect(new Set(named)).toEqual(new Set(['00000012', '00000013']))
    expect(stderr).toMatch(told)
  })

  test('credentials that expire in the middle stop the run; what was read is given', async () => {
    let gets = 0
    server.misbehave = (request) =>
      request.kind === 'GetObject' && ++gets > 40 ? FAULTS.expiredToken : undefined
    const { code, stderr } = await lookup('--concurrency', '4')
    expect(code).toBe(1)
    expect(stderr).toMatch(/expired/)
    expect(server.count('GetObject')).toBeLessThan(FILES)
  })

  test('a bucket that may not be listed says which permission is missing', async () => {
    server.misbehave = (request) => (request.kind === 'ListObjectsV2' ? FAULTS.accessDenied : undefined)
    const { code, stdout, stderr } = await lookup()
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/s3:ListBucket/)
  })
})

test('a prefix where nothing is says what is there and what was probably meant', async () => {
  const { code, stderr } = await runCli(
    ['lookup', 's3://logs/production/', '--endpoint-url', server.endpoint],
    { env: ENV },
  )
  expect(code).toBe(1)
  expect(stderr).toMatch(/s3:\/\/logs\/AWSLogs/)
})

test('S3 and a folder together', async () => {
  const { code, stdout } = await lookup(
    'samples/logs/tutorial',
    '--read-only',
    'any',
    '--event-name',
    'StopInstances',
    '--event-name',
    'ConsoleLogin',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('Mary_Major')
  expect(stdout.match(/StopInstances/g)).toHaveLength(FILES)
})

test.each([
  ['bare', []],
  ['with the value that the AWS CLI gives it', ['requester']],
])('--request-payer %s goes with every request and swallows no source', async (_, value) => {
  const argv = [
    'lookup',
    '--endpoint-url',
    server.endpoint,
    '-o',
    'jsonl',
    '--request-payer',
    ...value,
    's3://logs',
  ]
  const { code, stdout } = await runCli(argv, { env: ENV })
  expect(code).toBe(0)
  expect(stdout.trim().split('\n')).toHaveLength(FILES)
  for (const { headers } of server.requests) expect(headers['x-amz-request-payer']).toBe('requester')
})
