// Many trees at once: where chains are found, from where one may point, and copies that were reshaped.

import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf, publicKeyFile, signatureFor } from '../../../samples/build/signing.js'
import type { Finding } from '../../../src/integrity/finding.ts'
import { parseSavedKeys, savedKeyFinder } from '../../../src/integrity/keys.ts'
import { startReport } from '../../../src/integrity/report.ts'
import { collectVerdicts } from '../../../src/integrity/verdicts.ts'
import { verify, type VerifyOptions } from '../../../src/integrity/verify.ts'
import { diskSource } from '../../../src/source/disk.ts'
import { SourceError, type Source } from '../../../src/source/source.ts'
import {
  bucketSource,
  signedTree,
  START,
  testSigner,
  writeTree,
  type SignedTree,
} from '../../helpers/signed-tree.ts'

const HOUR = 3_600_000
const spki = testSigner('first', 'spki')
const keys = savedKeyFinder(parseSavedKeys(publicKeyFile(testSigner(), spki), 'keys.json').keys)

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'verify-'))))
afterEach(() => rm(folder, { recursive: true }))

async function findings(source: Source | readonly Source[], options: Partial<VerifyOptions> = {}) {
  const found: Finding[] = []
  const sources = Array.isArray(source) ? (source as readonly Source[]) : [source as Source]
  for await (const finding of verify(sources, { keys, ...options })) found.push(finding)
  return found
}

/** `{ 'digest valid': 4, … }` */
function counts(found: readonly Finding[]): Record<string, number> {
  const result: Record<string, number> = {}
  for (const { subject, reason } of found) {
    result[`${subject} ${reason}`] = (result[`${subject} ${reason}`] ?? 0) + 1
  }
  return result
}

const ALL_VALID = { 'digest valid': 4, 'log valid': 8 }

const manyChains = () =>
  signedTree(
    {},
    { region: 'us-gov-west-1', signer: spki },
    { trail: 'Other-Trail', homeRegion: 'eu-west-1' },
    { backfill: true, hours: 2 },
    { account: '000000000001' },
    { account: '210987654321', organization: 'o-abcdef1234', prefix: 'a/prefix/' },
  )

describe('chains', () => {
  it.each(['bucket', 'disk'])('of many accounts, Regions and trails are found in a %s', async (kind) => {
    const tree = manyChains()
    await writeTree(tree, folder)
    const found = await findings(kind === 'disk' ? diskSource(folder, '/') : bucketSource(tree))
    expect(counts(found)).toEqual({ 'digest valid': 22, 'log valid': 44 })
    const report = startReport()
    for (const finding of found) report.add(finding)
    expect(report.chains().map(({ chain }) => chain.id)).toEqual([
      '000000000001/eu-west-1/my_trail@us-east-1',
      '123456789012/eu-west-1/Other-Trail@eu-west-1',
      '123456789012/eu-west-1/my_trail@us-east-1',
      '123456789012/eu-west-1/my_trail@us-east-1 (backfill)',
      '123456789012/us-gov-west-1/my_trail@us-east-1',
      '210987654321/eu-west-1/my_trail@us-east-1',
    ])
    expect(report.chains().every(({ digests, logs }) => digests.valid * 2 === logs.valid)).toBe(true)
  })

  it('give the same findings in the same order at any width', async () => {
    const tree = manyChains()
    tree.objects.delete(tree.chains[0]!.logs[1]![0]!)
    tree.objects.delete(tree.chains[4]!.digests[2]!)
    const lines = async (concurrency: number) =>
      (await findings(bucketSource(tree), { concurrency })).map(({ reason, uri }) => `${reason} ${uri}`)
    const one = await lines(1)
    expect(await lines(3)).toEqual(one)
    expect(await lines(50)).toEqual(one)
  })

  it.each([
    ['account', { wantsAccount: (account: string) => account === '000000000001' }, 4],
    ['Region', { wantsRegion: (region: string) => region === 'us-gov-west-1' }, 4],
    ['trail', { wantsTrail: (trail: string) => trail === 'Other-Trail' }, 4],
    ['time', { start: START + 2.5 * HOUR, end: START + 2.6 * HOUR, uncovered: false }, 5],
  ])('are chosen by %s', async (_, options, digests) => {
    const found = await findings(bucketSource(manyChains()), options)
    expect(counts(found)).toEqual({ 'digest valid': digests, 'log valid': digests * 2 })
  })

  it('go on in another bucket', async () => {
    const tree = signedTree({ restarts: {} })
    const [oldest, second] = tree.chains[0]!.digests
    tree.objects.delete(oldest!)
    resign(tree, second!, (json) => ({ ...json, previousDigestS3Bucket: 'older-bucket' }))
    const found = await findings(bucketSource(tree), { uncovered: false })
    // The digest that follows remembers another content than that of the digest that was signed again.
    expect(found.filter(({ verdict }) => verdict !== 'valid').map(({ reason }) => reason)).toEqual([
      'link-mismatch',
    ])
    const alone = signedTree({ hours: 1 })
    const key = alone.chains[0]!.digests[0]!
    resign(alone, key, (json) => ({
      ...json,
      previousDigestS3Bucket: 'older-bucket',
      previousDigestS3Object: key.replace('T2101', 'T2001'),
      previousDigestSignature: 'ab',
    }))
    expect((await findings(bucketSource(alone))).map(({ reason, text }) => [reason, text])).toEqual([
      ['valid', 'valid'],
      ['valid', 'valid'],
      ['valid', 'valid'],
      ['continues-elsewhere', `continues at s3://older-bucket/${key.replace('T2101', 'T2001')}`],
    ])
  })
})

describe('where one points', () => {
  const accountFolder = 'AWSLogs/123456789012/'
  it.each([
    '',
    'AWSLogs/',
    accountFolder,
    `${accountFolder}CloudTrail/`,
    `${accountFolder}CloudTrail-Digest/`,
    `${accountFolder}CloudTrail-Digest/eu-west-1/`,
    `${accountFolder}CloudTrail/eu-west-1/`,
    `${accountFolder}CloudTrail/eu-west-1/2024/03/`,
  ])('%s has everything', async (start) => {
    const tree = signedTree()
    expect(counts(await findings(bucketSource(tree, start)))).toEqual(ALL_VALID)
    await writeTree(tree, folder)
    expect(counts(await findings(diskSource(start === '' ? '.' : start, folder)))).toEqual(ALL_VALID)
  })

  it('a day means that day', async () => {
    const tree = signedTree({ hours: 30 })
    const start = `${accountFolder}CloudTrail/eu-west-1/2024/03/11/`
    const found = await findings(bucketSource(tree, start), { uncovered: false })
    const ends = found
      .filter(({ subject }) => subject === 'digest')
      .map(({ key }) => /T(\d{4})/.exec(key)![1])
    expect(ends).toEqual(
      Array.from({ length: 25 }, (_, hour) => `${String((24 - hour) % 24).padStart(2, '0')}01`),
    )
  })

  it('other services are left alone', async () => {
    const tree = signedTree()
    const listed: string[] = []
    for (const key of [`${accountFolder}Config/eu-west-1/x`, `${accountFolder}README`, 'data/x']) {
      tree.objects.set(key, { body: Buffer.from('x'), metadata: {} })
    }
    const source = bucketSource(tree)
    const watched: Source = {
      ...source,
      list: (key) => {
        listed.push(key)
        return source.list(key)
      },
    }
    expect(counts(await findings(watched))).toEqual(ALL_VALID)
    expect(listed.filter((key) => /Config/.test(key))).toEqual([])
  })
})

describe('a copy on disk', () => {
  it.each(['AWSLogs/', 'AWSLogs/123456789012/', 'a/prefix/', ''])(
    'without %s is as good',
    async (without) => {
      const prefix = without === 'a/prefix/' ? without : ''
      await writeTree(signedTree({ prefix }), folder, { without })
      expect(counts(await findings(diskSource('.', folder)))).toEqual(ALL_VALID)
    },
  )

  it('needs no side-car but for the newest digest of each run', async () => {
    await writeTree(signedTree(), folder, { sidecars: 'newest' })
    expect(counts(await findings(diskSource('.', folder)))).toEqual(ALL_VALID)
  })

  it('may be flat, or flat in two folders', async () => {
    const tree = signedTree()
    await mkdir(join(folder, 'digests'))
    for (const [key, { body, metadata }] of tree.objects) {
      const file = join(folder, key.includes('Digest') ? 'digests' : '', basename(key))
      await writeFile(file, body)
      if (metadata['signature'])
        await writeFile(`${file}.metadata.json`, JSON.stringify({ Metadata: metadata }))
    }
    expect(counts(await findings(diskSource('.', folder)))).toEqual(ALL_VALID)
  })

  it('may be unzipped', async () => {
    const tree = signedTree()
    await writeTree(tree, folder)
    for (const [key, { body }] of tree.objects) {
      await rm(join(folder, key))
      await writeFile(join(folder, key.replace(/\.gz$/, '')), gunzipSync(body))
    }
    expect(counts(await findings(diskSource('.', folder)))).toEqual(ALL_VALID)
  })

  it('does not cover an unzipped file beside its zipped one', async () => {
    const tree = signedTree()
    await writeTree(tree, folder)
    const key = tree.chains[0]!.logs[0]![0]!.replace(/\.gz$/, '')
    await writeFile(join(folder, key), '{"Records":[]}')
    const source = diskSource('.', folder)
    const found = await findings(source)
    expect(counts(found)).toEqual({ ...ALL_VALID, 'log not-covered': 1 })
    const verdicts = collectVerdicts()
    for (const finding of found) verdicts.add(finding)
    const proved = found.find(({ subject, verdict }) => subject === 'log' && verdict === 'valid')!
    const other = found.find(({ verdict }) => verdict === 'uncovered')!
    const sha256 = hashOf(gunzipSync(await readFile(`/${proved.key}`)))
    expect(verdicts.of(source, proved.key)).toEqual({ reason: 'valid', sha256 })
    expect(verdicts.of(source, other.key)).toEqual({ reason: 'not-covered' })
    expect(verdicts.of(source, 'never/seen')).toEqual({ reason: 'not-covered' })
  })

  it('tells a file altered after it was unzipped', async () => {
    const tree = signedTree()
    await writeTree(tree, folder)
    const file = join(folder, tree.chains[0]!.logs[0]![0]!)
    await writeFile(file.replace(/\.gz$/, ''), gunzipSync(await readFile(file)))
    await rm(file)
    await appendFile(file.replace(/\.gz$/, ''), '\n')
    expect(counts(await findings(diskSource('.', folder)))['log hash-mismatch']).toBe(1)
  })

  it('takes a broken side-car for none', async () => {
    const tree = signedTree()
    await writeTree(tree, folder)
    const [oldest] = tree.chains[0]!.digests
    await writeFile(join(folder, `${oldest}.metadata.json`), '{')
    expect(counts(await findings(diskSource('.', folder)))).toEqual(ALL_VALID)
  })

  it('is not left, whatever a digest says', async () => {
    const tree = signedTree({ hours: 1, logsPerHour: 1 })
    const secret = Buffer.from('secret')
    await writeFile(join(folder, 'secret.json'), secret)
    const copy = join(folder, 'copy')
    const [key] = tree.chains[0]!.digests
    const escapes = [
      '../../secret.json',
      'AWSLogs/123456789012/../../../secret.json',
      '/etc/hosts',
      'AWSLogs//x',
      '..\\secret.json',
      'a\0b',
    ]
    resign(tree, key!, (json) => ({
      ...json,
      logFiles: escapes.map((s3Object) => ({ s3Bucket: tree.bucket, s3Object, hashValue: hashOf(secret) })),
    }))
    await writeTree(tree, copy)
    const read: string[] = []
    const source = diskSource('.', copy)
    const watched: Source = {
      ...source,
      read: (object, signal) => {
        read.push(object.key)
        return source.read(object, signal)
      },
    }
    expect(counts(await findings(watched, { uncovered: false }))).toEqual({
      'digest valid': 1,
      'log unsafe-key': escapes.length,
    })
    expect(read.every((key) => /_CloudTrail-Digest_[^/]*$/.test(key))).toBe(true)
  })

  it.each([
    ['nothing', () => ({ previousDigestS3Bucket: null, previousDigestS3Object: null })],
    ['another bucket', () => ({ previousDigestS3Bucket: 'elsewhere' })],
    ['an older one', (oldest: string) => ({ previousDigestS3Object: oldest })],
    [
      'one long ago',
      (oldest: string) => ({ previousDigestS3Object: oldest.replace('20240310T', '20200310T') }),
    ],
  ])('cannot hide deleted digests behind an unsigned one that remembers %s', async (_, change) => {
    const tree = signedTree({ hours: 5, logsPerHour: 0 })
    const { digests } = tree.chains[0]!
    tree.objects.delete(digests[2]!)
    tree.objects.delete(digests[3]!)
    // Only on disk, where a signature can get lost.
    resign(tree, digests[4]!, (json) => ({ ...json, ...change(digests[1]!) }))
    tree.objects.get(digests[4]!)!.metadata = {}
    await writeTree(tree, folder)
    const found = await findings(diskSource('.', folder))
    const missing = found.filter(({ verdict }) => verdict === 'missing').map(({ key }) => basename(key))
    expect(missing).toEqual([digests[3], digests[2]].map((key) => basename(key!)))
  })

  it('in two places is two copies', async () => {
    await writeTree(signedTree(), join(folder, 'one'))
    await writeTree(signedTree(), join(folder, 'two'))
    await rename(join(folder, 'two/AWSLogs'), join(folder, 'two/x')).then(() =>
      mkdir(join(folder, 'two/AWSLogs')),
    )
    await rename(join(folder, 'two/x/123456789012'), join(folder, 'two/AWSLogs/123456789012'))
    const found = await findings(diskSource('.', folder))
    expect(counts(found)).toEqual({ 'digest valid': 8, 'log valid': 16 })
    const report = startReport()
    for (const finding of found) report.add(finding)
    expect(report.chains()).toHaveLength(2)
  })
})

describe('trouble', () => {
  it('with one file is a finding; with credentials, the end', async () => {
    const tree = signedTree()
    const denied = tree.chains[0]!.logs[0]![0]!
    const source = bucketSource(tree)
    const failing = (code: 'denied' | 'credentials'): Source => ({
      ...source,
      read: (object) =>
        object.key === denied ? Promise.reject(new SourceError(code, 'no access')) : source.read(object),
    })
    const found = await findings(failing('denied'))
    expect(found.find(({ key }) => key === denied)).toMatchObject({
      verdict: 'unreadable',
      text: 'INVALID: could not be read: no access',
    })
    await expect(findings(failing('credentials'))).rejects.toThrow('no access')
  })

  it.each(['CloudTrail-Digest', 'CloudTrail'])(
    'with listing %s of one Region leaves the others',
    async (name) => {
      const source = bucketSource(signedTree({}, { region: 'us-east-1' }))
      const failing: Source = {
        ...source,
        list: (key) =>
          key.endsWith(`/${name}/us-east-1/`)
            ? Promise.reject(new SourceError('denied', 'no access'))
            : source.list(key),
      }
      const found = await findings(failing)
      expect(counts(found)).toMatchObject({ 'chain unlisted': 1 })
      expect(
        found.filter(({ verdict, chain }) => verdict === 'valid' && chain?.region === 'eu-west-1'),
      ).toHaveLength(12)
      expect(found.find(({ reason }) => reason === 'unlisted')?.text).toBe(
        'INVALID: could not be listed: no access',
      )
    },
  )

  it('a log file in a bucket that was not given', async () => {
    const tree = signedTree({ hours: 1, logsPerHour: 1 })
    const [key] = tree.chains[0]!.digests
    const [log] = tree.chains[0]!.logs[0]!
    const { body } = tree.objects.get(log!)!
    tree.objects.delete(log!)
    const s3Object = log!.replace('AWSLogs/', 'x/AWSLogs/')
    resign(tree, key!, (json) => ({
      ...json,
      logFiles: [{ s3Bucket: 'other', s3Object, hashValue: hashOf(gunzipSync(body)) }],
    }))
    expect(counts(await findings(bucketSource(tree)))).toEqual({ 'digest valid': 1, 'log other-bucket': 1 })
    const other: SignedTree = {
      bucket: 'other',
      objects: new Map([[s3Object, { body, metadata: {} }]]),
      chains: [],
    }
    expect(counts(await findings([bucketSource(tree), bucketSource(other, 'nothing/')]))).toEqual({
      'digest valid': 1,
      'log valid': 1,
    })
  })

  it('no more files at once than asked for', async () => {
    const source = bucketSource(signedTree({ hours: 20, logsPerHour: 10 }))
    let now = 0
    let most = 0
    const watched: Source = {
      ...source,
      async read(object) {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 1))
        now--
        return source.read(object)
      },
    }
    expect(counts(await findings(watched, { concurrency: 4 }))).toEqual({
      'digest valid': 20,
      'log valid': 200,
    })
    // The digests that are read ahead, and the log files.
    expect(most).toBeLessThanOrEqual(4 + 8)
  })

  it('an abort ends it', async () => {
    const abort = new AbortController()
    abort.abort()
    await expect(findings(bucketSource(signedTree()), { signal: abort.signal })).rejects.toThrow('aborted')
  })
})

/** Changes a digest and signs it again, as only CloudTrail could. */
function resign(
  tree: SignedTree,
  key: string,
  change: (json: Record<string, unknown>) => Record<string, unknown>,
): void {
  const object = tree.objects.get(key)!
  const json = change(JSON.parse(gunzipSync(object.body).toString()) as Record<string, unknown>)
  const text = JSON.stringify(json)
  const end = Date.parse(json['digestEndTime'] as string)
  const hash = hashOf(Buffer.from(text))
  const previous = (json['previousDigestSignature'] as string | null) ?? undefined
  object.body = gzipSync(text)
  object.metadata['signature'] = signatureFor(testSigner(), { end, bucket: tree.bucket, key, hash }, previous)
}
