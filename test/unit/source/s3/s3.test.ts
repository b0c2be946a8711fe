// The real client against a loopback server, on good days and bad.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { S3Options } from '../../../../src/source/open.ts'
import { openSource } from '../../../../src/source/open.ts'
import type { Source, SourceErrorCode } from '../../../../src/source/source.ts'
import { SourceError } from '../../../../src/source/source.ts'
import type { Bucket, BucketFile } from '../../../helpers/s3-bucket.ts'
import { mapBucket, treeBucket } from '../../../helpers/s3-bucket.ts'
import type { Fault } from '../../../helpers/s3-faults.ts'
import { error, failing, FAULTS, randomly } from '../../../helpers/s3-faults.ts'
import type { RequestKind, S3Server, S3ServerOptions } from '../../../helpers/s3-server.ts'
import { etagOf, startS3Server } from '../../../helpers/s3-server.ts'
import { signatureFault } from '../../../helpers/sigv4.ts'

const ENV = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'us-east-1' }
const TEXT = 'the body of a file that is long enough to be cut in the middle'

const open: { close?(): unknown }[] = []
const warnings: unknown[] = []
// vitest's own warnings are not ours to judge.
const note = (warning: Error): void => {
  if (/AWS|SDK|smithy|socket|listener/i.test(warning.message)) warnings.push(warning)
}

beforeEach(() => {
  process.on('warning', note)
})

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close?.()
  process.off('warning', note)
  if (warnings.length > 0) throw new Error(`warned: ${String(warnings.splice(0))}`)
})

async function serve(
  bucket: Bucket | Readonly<Record<string, string | Uint8Array | BucketFile>>,
  options: Partial<S3ServerOptions> = {},
) {
  const isBucket = typeof bucket['list'] === 'function'
  const server = await startS3Server({
    buckets: { logs: isBucket ? (bucket as Bucket) : mapBucket(bucket as Record<string, string>) },
    ...options,
  })
  open.push(server)
  return server
}

async function connect(
  server: S3Server,
  uri = 's3://logs',
  options: S3Options = {},
  env: Readonly<Record<string, string>> = ENV,
): Promise<Source> {
  const source = await openSource(uri, {
    cwd: '/',
    env,
    stdin: async function* () {},
    s3: { endpointUrl: server.endpoint, backoff: 1, timeout: 60_000, ...options },
  })
  open.push(source)
  return source
}

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(SourceError)
  return error as SourceError
}

const textOf = async (source: Source, key: string): Promise<string> =>
  Buffer.from((await source.read({ key })).bytes).toString()

describe('listing', () => {
  test('one level, folders and objects apart, with what S3 tells about them', async () => {
    const server = await serve({
      'AWSLogs/': '',
      'AWSLogs/b.json': { bytes: Buffer.from('abc'), etag: '"e1"', modified: 1_700_000_000_000 },
      'AWSLogs/1/x': '1',
      'AWSLogs/1/y': '2',
      'AWSLogs/2/x': '3',
      'AWSLogs/cold': { bytes: Buffer.from('z'), etag: '"e2"', modified: 0, storageClass: 'GLACIER' },
      'AWSLogs/thawed': {
        bytes: Buffer.from('z'),
        etag: '"e3"',
        modified: 0,
        storageClass: 'GLACIER',
        restored: true,
      },
      elsewhere: '4',
    })
    const source = await connect(server)
    expect(await source.list('AWSLogs/')).toEqual({
      folders: ['AWSLogs/1/', 'AWSLogs/2/'],
      objects: [
        { key: 'AWSLogs/b.json', size: 3, modified: 1_700_000_000_000, etag: 'e1', storageClass: undefined },
        { key: 'AWSLogs/cold', size: 1, modified: 0, etag: 'e2', storageClass: 'GLACIER' },
        { key: 'AWSLogs/thawed', size: 1, modified: 0, etag: 'e3', storageClass: undefined },
      ],
    })
    expect(await source.list('nothing/')).toEqual({ folders: [], objects: [] })
    expect(await source.list('')).toMatchObject({ folders: ['AWSLogs/'], objects: [{ key: 'elsewhere' }] })
  })

  test('all pages, or about as many entries as asked for', async () => {
    const names = Array.from({ length: 2345 }, (_, i) => `d/${String(i).padStart(5, '0')}`)
    const server = await serve(Object.fromEntries(names.map((name) => [name, 'x'])))
    const source = await connect(server)
    expect((await source.list('d/')).objects.map(({ key }) => key)).toEqual(names)
    expect(server.count('ListObjectsV2')).toBe(3)
    expect((await source.list('d/', { atMost: 5 })).objects).toHaveLength(5)
    expect(server.count('ListObjectsV2')).toBe(4)
    expect((await source.list('d/', { startAfter: 'd/02340' })).objects.map(({ key }) => key)).toEqual(
      names.slice(2341),
    )
    expect(server.count('ListObjectsV2')).toBe(5)
  })

  test('startAfter leaves out folders up to and with it, as on disk', async () => {
    const server = await serve({ 'r/2023/01/a': '', 'r/2024/01/a': '', 'r/2024/02/a': '', 'r/2025/01/a': '' })
    const source = await connect(server)
    const after = async (startAfter: string) => (await source.list('r/', { startAfter })).folders
    expect(await after('r/2023/')).toEqual(['r/2024/', 'r/2025/'])
    expect(await after('r/2024')).toEqual(['r/2024/', 'r/2025/'])
    expect(await after('r/2024/01/')).toEqual(['r/2025/'])
    expect((await source.list('r/2024/', { startAfter: 'r/2024/01/' })).folders).toEqual(['r/2024/02/'])
  })

  test('a folder of a year costs one request, however much is below', async () => {
    const days = Array.from({ length: 365 }, (_, i) => `${String(i).padStart(3, '0')}/`)
    const files = Array.from({ length: 50 }, (_, i) => `${i + 100}.json.gz`)
    const depth: readonly (readonly string[])[] = [days, files]
    const bucket = treeBucket(
      (folder) => depth[folder.split('/').length - 1] ?? [],
      (key) => Buffer.from(key),
    )
    const server = await serve(bucket)
    const source = await connect(server)
    expect((await source.list('')).folders).toEqual(days)
    expect((await source.list('200/')).objects).toHaveLength(50)
    expect((await source.list('', { startAfter: '360/' })).folders).toEqual(['361/', '362/', '363/', '364/'])
    expect(await textOf(source, '200/120.json.gz')).toBe('200/120.json.gz')
    expect(server.count('ListObjectsV2')).toBe(3)
  })

  test.each([
    'a b',
    'a+b',
    'a%20b',
    'a%2Fb',
    '100%',
    'ü/ñ',
    '日本',
    '😀',
    'a&b<c>"d\'',
    'tab\tnewline\nbell\u0007',
    'a//b',
    '/lead',
    '../../up',
    'q?x=1#y',
    'a=b;c:d@e,f!$*()',
  ])('the key %j comes back as it is and can be read, by requests that are signed', async (key) => {
    const server = await serve({ [key]: TEXT, [`in/${key}`]: 'below' }, { secret: ENV.AWS_SECRET_ACCESS_KEY })
    const source = await connect(server)
    const folder = key.slice(0, key.lastIndexOf('/') + 1)
    expect((await source.list(folder)).objects.map((object) => object.key)).toEqual([key])
    expect(await textOf(source, key)).toBe(TEXT)
    expect(await textOf(await connect(server, `s3://logs/in/${key}`), `in/${key}`)).toBe('below')
  })

  test.each([
    ['a page of HTML', '<html><body>Sign in to the network</body></html>', '<html><body>Sign in'],
    ['half a listing', '<ListBucketResult><Contents><Key>a</Key>', '<ListBucketResult>'],
    ['nothing', '', "begins with ''"],
  ])('%s in place of a listing', async (_, page, words) => {
    const http = createServer((_request, response) => response.end(page))
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => http.close() })
    const endpointUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const context = { cwd: '/', env: ENV, stdin: async function* () {} }
    const source = await openSource('s3://logs', { ...context, s3: { endpointUrl, backoff: 1 } })
    open.push(source)
    const error = await failure(source.list(''))
    expect(error).toMatchObject({ code: 'unreachable', hint: 'check --endpoint-url and AWS_ENDPOINT_URL' })
    expect(error.message).toContain(words)
  })

  test('a server that sends the same page for ever is left', async () => {
    const names = Array.from({ length: 1500 }, (_, i) => [`k${String(i).padStart(5, '0')}`, ''])
    const list = mapBucket(Object.fromEntries(names))
    const server = await serve({ ...list, list: (prefix) => list.list(prefix, '') })
    const source = await connect(server)
    expect(await failure(source.list(''))).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('again'),
    })
  })
})

describe('where a prefix points', () => {
  const files = { 'AWSLogs/111/x.json.gz': '1', 'AWSLogs-old/y': '2', both: '3', 'both/z': '4' }
  test.each([
    ['s3://logs', '', 0],
    ['s3://logs/', '', 0],
    ['S3://logs/AWSLogs/', 'AWSLogs/', 0],
    ['s3://logs/AWSLogs', 'AWSLogs/', 1],
    ['s3://logs/AWSLogs/111/x.json.gz', 'AWSLogs/111/x.json.gz', 1],
    ['s3://logs/both', 'both/', 1],
  ])('%s is %j, for %d requests', async (uri, start, requests) => {
    const server = await serve(files)
    expect((await connect(server, uri)).start).toBe(start)
    expect(server.requests).toHaveLength(requests)
  })

  test('a folder is found behind a page of names that sort before it', async () => {
    const names = Array.from({ length: 1200 }, (_, i) => `log-${i}`)
    const server = await serve({ ...Object.fromEntries(names.map((name) => [name, ''])), 'log/x': '' })
    expect((await connect(server, 's3://logs/log')).start).toBe('log/')
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['s3://logs/AWSLogs/1', 'did you mean s3://logs/AWSLogs/111/?'],
    ['s3://logs/AWSLogs/9', 's3://logs/AWSLogs/ has 111/'],
    ['s3://logs/other/deep/place', 's3://logs/ has AWSLogs-old/, AWSLogs/, both/, both'],
  ])('nothing at %s: %s', async (uri, hint) => {
    const server = await serve(files)
    expect(await failure(connect(server, uri))).toMatchObject({ code: 'not-found', hint })
  })

  test('who may not list may still name one object', async () => {
    const server = await serve(files)
    server.misbehave = failing(FAULTS.accessDenied, 'ListObjectsV2')
    expect((await connect(server, 's3://logs/both')).start).toBe('both')
    expect(await failure(connect(server, 's3://logs/nope'))).toMatchObject({ code: 'denied' })
  })
})

describe('reading', () => {
  test('bytes, metadata, and a buffer that may be transferred', async () => {
    const server = await serve({
      a: {
        bytes: Buffer.from(TEXT),
        metadata: { 'signature-algorithm': 'SHA256withRSA', signature: 'beef' },
      },
      empty: '',
    })
    const source = await connect(server)
    const { bytes, metadata } = await source.read({ key: 'a' })
    expect(Buffer.from(bytes).toString()).toBe(TEXT)
    expect(bytes.buffer.byteLength).toBe(bytes.length)
    expect(metadata).toEqual({ 'signature-algorithm': 'SHA256withRSA', signature: 'beef' })
    expect((await source.read({ key: 'empty' })).bytes).toHaveLength(0)
  })

  test('archived objects are not even asked for, unless a listing could not tell', async () => {
    const server = await serve({ cold: { bytes: Buffer.from('x'), storageClass: 'DEEP_ARCHIVE' } })
    const source = await connect(server)
    const [object] = (await source.list('')).objects
    expect(await failure(source.read(object ?? { key: '' }))).toMatchObject({ code: 'archived' })
    expect(server.count('GetObject')).toBe(0)
    expect(await failure(source.read({ key: 'cold' }))).toMatchObject({ code: 'archived' })
  })

  test('gzip that S3 marks as Content-Encoding stays gzip, and what a server inflated is taken as it is', async () => {
    const packed = gzipSync(TEXT)
    const server = await serve({ stored: { bytes: packed, contentEncoding: 'gzip' }, inflated: TEXT })
    const source = await connect(server)
    const size = packed.length
    expect(Buffer.from((await source.read({ key: 'stored', size })).bytes)).toEqual(packed)
    server.misbehave = () => ({ kind: 'no-length' })
    expect(Buffer.from((await source.read({ key: 'inflated', size, etag: 'other' })).bytes).toString()).toBe(
      TEXT,
    )
  })

  test('the rest of a broken body is asked for by range, and only of the same object', async () => {
    const bytes = gzipSync(TEXT)
    const server = await serve({ a: { bytes, contentEncoding: 'gzip' } })
    server.misbehave = failing(FAULTS.reset, 'GetObject', 2)
    const source = await connect(server)
    const [object] = (await source.list('')).objects
    const read = await source.read({ ...(object ?? { key: '' }), size: bytes.length })
    expect(Buffer.from(read.bytes)).toEqual(bytes)
    const gets = server.requests.filter(({ kind }) => kind === 'GetObject')
    expect(gets.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=10-', 'bytes=20-'])
    expect(gets.map(({ headers }) => headers['if-match'])).toEqual([undefined, etagOf(bytes), etagOf(bytes)])
  })

  test('an object that no memory holds is refused by its size, before a byte of it is asked for', async () => {
    const server = await serve({ a: 'abc' })
    const source = await connect(server)
    const error = await failure(source.read({ key: 'a', size: 4_500_000_000 }))
    expect(error).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('4,500,000,000 bytes'),
    })
    expect(server.count('GetObject')).toBe(0)
    expect(await textOf(source, 'a')).toBe('abc')
  })

  test('an object that changed between two parts is read again from its beginning', async () => {
    const files: Record<string, BucketFile> = { a: { bytes: Buffer.from('old old old old') } }
    const server = await serve({
      list: (prefix, after) => mapBucket(files).list(prefix, after),
      get: (key) => mapBucket(files).get(key),
    })
    const cut = failing(FAULTS.reset, 'GetObject', 1)
    server.misbehave = (request) => {
      if (request.headers.range !== undefined)
        files['a'] = { bytes: Buffer.from('new and longer than before') }
      return cut(request)
    }
    expect(await textOf(await connect(server), 'a')).toBe('new and longer than before')
  })

  test('many at once, over sockets that are kept', async () => {
    const keys = Array.from({ length: 200 }, (_, i) => `k${i}`)
    const server = await serve(Object.fromEntries(keys.map((key) => [key, key])))
    server.misbehave = () => ({ kind: 'slow', chunk: 100, everyMs: 5 })
    const source = await connect(server, 's3://logs', { concurrency: 12 })
    expect(await Promise.all(keys.map((key) => textOf(source, key)))).toEqual(keys)
    expect(server.mostAtOnce).toBeGreaterThanOrEqual(12)
    expect(server.connections).toBeLessThanOrEqual(24)
  })

  test('stops when it is told to', async () => {
    const server = await serve({ a: TEXT })
    server.misbehave = () => ({ kind: 'hang', after: 10 })
    const source = await connect(server)
    const abort = new AbortController()
    const reading = source.read({ key: 'a' }, abort.signal)
    setTimeout(() => abort.abort(), 50)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    await expect(source.list('', { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})

const TRANSIENT: Readonly<Record<string, Fault>> = {
  SlowDown: FAULTS.slowDown,
  'an internal error': FAULTS.internalError,
  'a connection closed before the answer': FAULTS.drop,
  'a reset in mid-body': FAULTS.reset,
  'a body shorter than its head says': FAULTS.short,
  'a body that stops coming': { kind: 'hang', after: 10 },
  'no answer': { kind: 'stall' },
}

describe('trouble that passes', () => {
  test.each(Object.entries(TRANSIENT))('%s', async (_, fault) => {
    const server = await serve({ a: TEXT })
    for (const kind of ['GetObject', 'ListObjectsV2'] as const) {
      server.misbehave = failing(fault, kind, 2)
      const source = await connect(server, 's3://logs', { timeout: 1000 })
      expect((await source.list('')).objects).toHaveLength(1)
      expect(await textOf(source, 'a')).toBe(TEXT)
      expect(server.count(kind)).toBeGreaterThanOrEqual(3)
    }
  })

  test('slow bytes are waited for as long as they come', async () => {
    const server = await serve({ a: TEXT })
    server.misbehave = () => ({ kind: 'slow', chunk: 2, everyMs: 100 })
    // The whole body takes longer than the time-out.
    expect(await textOf(await connect(server, 's3://logs', { timeout: 2500 }), 'a')).toBe(TEXT)
    expect(server.count('GetObject')).toBe(1)
  })

  test('one request in ten failing changes nothing but the number of requests', async () => {
    const keys = Array.from({ length: 200 }, (_, i) => `day/${String(i).padStart(3, '0')}`)
    const server = await serve(Object.fromEntries(keys.map((key) => [key, key.repeat(50)])))
    const readAll = async () => {
      const source = await connect(server)
      const { objects } = await source.list('day/')
      return Promise.all(
        objects.map(async (object) => Buffer.from((await source.read(object)).bytes).toString('hex')),
      )
    }
    const quiet = await readAll()
    expect(server.count('GetObject')).toBe(200)
    const { slowDown, internalError, drop, reset, short } = FAULTS
    server.misbehave = randomly(7, 0.1, [slowDown, internalError, drop, reset, short])
    expect(await readAll()).toEqual(quiet)
    expect(server.count('GetObject')).toBeGreaterThan(410)
  })

  test('a body that breaks often, but moves on', async () => {
    const body = TEXT.repeat(20_000)
    const server = await serve({ a: body })
    server.misbehave = ({ kind }) =>
      kind === 'GetObject' ? { kind: 'cut', after: 100_000, reset: true } : undefined
    expect(await textOf(await connect(server), 'a')).toBe(body)
    expect(server.count('GetObject')).toBeGreaterThan(8)
  })

  test('an outage in the middle of a run', async () => {
    const server = await serve({ a: TEXT })
    const source = await connect(server, 's3://logs', { backoff: 30 })
    await source.list('')
    const { port } = new URL(server.endpoint)
    await server.close()
    const reading = textOf(source, 'a')
    await new Promise((resolve) => setTimeout(resolve, 700))
    const again = await startS3Server({ buckets: { logs: mapBucket({ a: TEXT }) }, port: Number(port) })
    open.push(again)
    expect(await reading).toBe(TEXT)
  })

  test.each([
    [
      '501',
      error(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented'),
    ],
    ['400', error(400, 'InvalidArgument', 'x-amz-optional-object-attributes')],
  ])('a server that refuses what goes beside a listing, with %s', async (_, refusal) => {
    const server = await serve({ a: TEXT, b: TEXT })
    server.misbehave = ({ headers }) =>
      headers['x-amz-optional-object-attributes'] === undefined ? undefined : refusal
    const source = await connect(server)
    expect((await source.list('')).objects).toHaveLength(2)
    expect((await source.list('')).objects).toHaveLength(2)
    expect(await textOf(source, 'a')).toBe(TEXT)
    expect(server.count('ListObjectsV2')).toBe(3)
  })

  test('a policy that lets list below a folder, and not the folder by name', async () => {
    const server = await serve({ 'p/AWSLogs/a': TEXT })
    server.misbehave = ({ kind, key }) =>
      kind === 'ListObjectsV2' && !key.startsWith('p/') ? FAULTS.accessDenied : undefined
    expect((await connect(server, 's3://logs/p')).start).toBe('p/')
  })
})

describe('trouble that stays', () => {
  test('what the server cannot do is asked once', async () => {
    const server = await serve({ a: TEXT })
    const source = await connect(server)
    server.misbehave = () => error(501, 'NotImplemented', 'no')
    expect(await failure(source.read({ key: 'a' }))).toMatchObject({ code: 'unreadable' })
    expect(server.count('GetObject')).toBe(1)
  })

  test.each(Object.entries(TRANSIENT))('%s', async (_, fault) => {
    const server = await serve({ a: TEXT })
    const source = await connect(server, 's3://logs', { timeout: 30 })
    // A body that breaks again and again, but moves on, comes to its end; one that does not is given up.
    server.misbehave = () => ('after' in fault ? { ...fault, after: 0 } : fault)
    expect(await failure(source.read({ key: 'a' }))).toMatchObject({
      code: 'unreachable',
      hint: expect.any(String),
    })
    server.misbehave = () => fault
    expect(await failure(source.list(''))).toMatchObject({ code: 'unreachable' })
  })

  test.each<[name: string, fault: Fault, on: RequestKind, code: SourceErrorCode, words: string]>([
    [
      'AccessDenied on a listing',
      FAULTS.accessDenied,
      'ListObjectsV2',
      'denied',
      's3:ListBucket on arn:aws:s3:::logs',
    ],
    [
      'AccessDenied on an object',
      FAULTS.accessDenied,
      'GetObject',
      'denied',
      's3:GetObject on arn:aws:s3:::logs/a',
    ],
    ['a KMS key', FAULTS.kmsDenied, 'GetObject', 'denied', 'kms:Decrypt'],
    ['NoSuchKey', FAULTS.noSuchKey, 'GetObject', 'not-found', 'no such object'],
    ['NoSuchBucket', FAULTS.noSuchBucket, 'ListObjectsV2', 'not-found', "no bucket named 'logs'"],
    ['an expired token', FAULTS.expiredToken, 'GetObject', 'credentials', 'expired'],
    ['an unknown key', FAULTS.invalidAccessKey, 'ListObjectsV2', 'credentials', 'access key'],
    ['a wrong secret', FAULTS.badSignature, 'GetObject', 'credentials', 'secret key'],
    ['a wrong clock', FAULTS.clockSkew, 'GetObject', 'credentials', 'clock'],
    ['an archived tier', FAULTS.archived, 'GetObject', 'archived', 'archive'],
  ])('%s', async (_, fault, on, code, words) => {
    const server = await serve({ a: TEXT })
    server.misbehave = failing(fault, on)
    const source = await connect(server)
    const error = await failure(on === 'GetObject' ? source.read({ key: 'a' }) : source.list(''))
    expect(error).toMatchObject({ code, hint: expect.any(String) })
    expect(`${error.message} ${error.hint}`).toContain(words)
    expect(server.count(on)).toBeLessThanOrEqual(fault === FAULTS.clockSkew ? 8 : 1)
  })

  test('only the object that it happens to is lost', async () => {
    const server = await serve({ a: TEXT, b: TEXT, c: TEXT })
    server.misbehave = failing({ kind: 'cut', after: 0, reset: false }, 'GetObject', Infinity, 'b')
    const source = await connect(server)
    const reads = await Promise.allSettled(['a', 'b', 'c'].map((key) => textOf(source, key)))
    expect(reads.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('an S3 that is down does not cost every object its retries', async () => {
    const server = await serve({})
    server.misbehave = () => FAULTS.internalError
    const source = await connect(server)
    const keys = Array.from({ length: 120 }, (_, i) => `k${i}`)
    await Promise.allSettled(keys.map((key) => source.read({ key })))
    expect(server.count('GetObject')).toBeLessThanOrEqual(120 + 500)
  })

  test('nobody listens at the endpoint', async () => {
    const server = await serve({})
    await server.close()
    const error = await failure((await connect(server)).list(''))
    expect(error).toMatchObject({ code: 'unreachable', hint: expect.stringContaining('--endpoint-url') })
    expect(error.message).toContain(server.endpoint)
  })
})

describe('who asks, and whom', () => {
  test('the Region of the bucket is learned from the first answer', async () => {
    const server = await serve({ a: TEXT }, { region: 'eu-west-1' })
    const source = await connect(server)
    await Promise.all([source.list(''), source.list('')])
    expect(await textOf(source, 'a')).toBe(TEXT)
    expect(server.requests.map(({ signedFor }) => signedFor)).toEqual([
      'us-east-1',
      'us-east-1',
      'eu-west-1',
      'eu-west-1',
      'eu-west-1',
    ])
  })

  test('--bucket-region saves that request', async () => {
    const server = await serve({ a: TEXT }, { region: 'eu-west-1' })
    await (await connect(server, 's3://logs', { bucketRegion: 'eu-west-1' })).list('')
    expect(server.requests.map(({ signedFor }) => signedFor)).toEqual(['eu-west-1'])
  })

  test('a redirect that names no Region says what to do', async () => {
    const server = await serve({})
    server.misbehave = () => ({ kind: 'error', status: 301, code: 'PermanentRedirect', message: 'Elsewhere' })
    const error = await failure((await connect(server)).list(''))
    expect(error).toMatchObject({ code: 'unreachable', hint: expect.stringContaining('--bucket-region') })
  })

  test('--no-sign-request asks as nobody', async () => {
    const server = await serve({ a: TEXT })
    const source = await connect(server, 's3://logs', { noSignRequest: true }, {})
    expect(await textOf(source, 'a')).toBe(TEXT)
    expect(server.requests[0]?.headers.authorization).toBeUndefined()
  })

  test('--request-payer goes with every request', async () => {
    const server = await serve({ a: TEXT })
    const source = await connect(server, 's3://logs/a', { requestPayer: true })
    expect(await textOf(source, 'a')).toBe(TEXT)
    expect(server.requests.map(({ headers }) => headers['x-amz-request-payer'])).toEqual([
      'requester',
      'requester',
    ])
  })

  test('a clock that is wrong by hours is corrected by the first answer', async () => {
    const server = await serve({ a: TEXT })
    const ahead = 3 * 3_600_000
    server.misbehave = ({ headers }) => {
      const [date, time] = String(headers['x-amz-date']).split('T')
      const iso = `${date!.replace(/(....)(..)/, '$1-$2-')}T${time!.replace(/(..)(..)/, '$1:$2:')}`
      const there = Date.now() + ahead
      if (Math.abs(Date.parse(iso) - there) < 900_000) return undefined
      return { ...FAULTS.clockSkew, headers: { date: new Date(there).toUTCString() } }
    }
    const source = await connect(server)
    await source.list('')
    expect(await textOf(source, 'a')).toBe(TEXT)
    expect(server.requests.map(({ kind }) => kind)).toEqual(['ListObjectsV2', 'ListObjectsV2', 'GetObject'])
  })

  test('a bucket that needs a session of the SDK is left to it', async () => {
    const server = await serve({})
    await failure((await connect(server, 's3://logs--use1-az4--x-s3')).list(''))
    expect(server.requests[0]?.query.has('session')).toBe(true)
  })

  test('the bucket is a part of the host where a profile says so, and its port is signed with it', async () => {
    const home = mkdtempSync(join(tmpdir(), 'trail-explore-style-'))
    open.push({ close: () => rmSync(home, { recursive: true }) })
    writeFileSync(join(home, 'config'), '[default]\ns3 =\n  addressing_style = virtual\n')
    const hosts: (string | undefined)[] = []
    const http = createServer((request, response) => {
      hosts.push(request.headers.host, signatureFault(request, ENV.AWS_SECRET_ACCESS_KEY))
      response.end('<ListBucketResult/>')
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => http.close() })
    const { port } = http.address() as AddressInfo
    // Names below localhost are this machine.
    const endpointUrl = `http://localhost:${port}`
    const env = { ...ENV, AWS_CONFIG_FILE: join(home, 'config'), HTTP_PROXY: `http://127.0.0.1:${port}` }
    const context = { cwd: '/', env, stdin: async function* () {} }
    const source = await openSource('s3://logs', { ...context, s3: { endpointUrl, backoff: 1 } })
    open.push(source)
    const tunnels: string[] = []
    http.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '')
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      http.emit('connection', socket)
    })
    await source.list('')
    expect(hosts).toEqual([`logs.localhost:${port}`, undefined])
    expect(tunnels).toEqual([`logs.localhost:${port}`])
  })

  test('keys from the environment, with their session token', async () => {
    const server = await serve({ a: TEXT }, { secret: ENV.AWS_SECRET_ACCESS_KEY })
    await (
      await connect(server, 's3://logs', {}, { ...ENV, AWS_PROFILE: 'other', AWS_SESSION_TOKEN: 'tok' })
    ).list('')
    expect(server.requests[0]?.headers.authorization).toContain('Credential=AKIAEXAMPLE/')
    expect(server.requests[0]?.headers['x-amz-security-token']).toBe('tok')
  })

  test('AWS_ENDPOINT_URL_S3 before AWS_ENDPOINT_URL, and --endpoint-url before both', async () => {
    const server = await serve({ a: TEXT })
    const { endpoint } = server
    const wrong = 'http://127.0.0.1:1'
    const list = async (endpointUrl: string | undefined, env: Readonly<Record<string, string>>) =>
      (await connect(server, 's3://logs', { endpointUrl }, { ...ENV, ...env })).list('')
    await list(undefined, { AWS_ENDPOINT_URL: endpoint })
    await list(undefined, { AWS_ENDPOINT_URL_S3: endpoint, AWS_ENDPOINT_URL: wrong })
    await list(endpoint, { AWS_ENDPOINT_URL_S3: wrong })
    expect(server.count('ListObjectsV2')).toBe(3)
  })

  test('a profile that is not there', async () => {
    const server = await serve({ a: TEXT })
    const error = await failure(connect(server, 's3://logs', { profile: 'no-such-profile' }, {}))
    expect(error).toMatchObject({ code: 'credentials', message: "there is no profile 'no-such-profile'" })
    expect(server.requests).toEqual([])
  })
})
