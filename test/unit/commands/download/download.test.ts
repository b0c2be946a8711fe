// `download` as a person runs it: the real client, a loopback server, a real folder. What matters is what lies in the
// folder afterwards, and how often the bucket was asked.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../../helpers/root.ts'
import { publicKeyFile } from '../../../../samples/build/signing.js'
import { UNFINISHED } from '../../../../src/commands/download/safe-path.ts'
import { digestKey, filesBelow, logBytes, logKey, readFiles, writeFiles } from '../../../helpers/log-tree.ts'
import { runCli, type CliOptions } from '../../../helpers/run-cli.ts'
import type { Bucket, BucketFile } from '../../../helpers/s3-bucket.ts'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'
import { failing, FAULTS, randomly } from '../../../helpers/s3-faults.ts'
import { etagOf } from '../../../helpers/s3-server.ts'
import { randomOf } from '../../../helpers/random.ts'
import { signedTree, testSigner, writeTree } from '../../../helpers/signed-tree.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const download = (argv: readonly string[], options: CliOptions = {}) =>
  runCli(['download', ...argv], { cwd: folder, env: S3_ENV, ...options })

type Files = Record<string, Buffer>

function manyFiles(count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const region = ['us-east-1', 'eu-west-1', 'ap-south-1'][i % 3]!
      const delivered = `2024-08-${String(10 + (i % 7)).padStart(2, '0')}T11:40`
      const key = logKey({ region, delivered, unique: `unique${String(i).padStart(10, '0')}` })
      return [key, logBytes(`${i}`.repeat(i % 50))]
    }),
  )
}

/** With the ETag and the modification that S3 would give. */
const stored = (files: Files): Record<string, BucketFile> =>
  Object.fromEntries(Object.entries(files).map(([key, bytes]) => [key, { bytes, etag: etagOf(bytes) }]))

const mirrored = (): Promise<Files> => readFiles(join(folder, 'to'))
const mirroredLogs = async () => Object.keys(await mirrored()).filter((name) => name.includes('/CloudTrail/'))

describe('a bucket', () => {
  it('is mirrored under its keys, and the second run fetches nothing', async () => {
    const files = {
      ...manyFiles(120),
      [logKey({ delivered: '2024-08-12T00:00', prefix: 'a/b c/' })]: logBytes('p'),
    }
    const { server, options } = await serveBucket(stored(files))
    const first = await download(['s3://logs', 'to', ...options])
    expect(first).toEqual({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^121 files fetched \(\d.*B\) · \d.*s\n$/) as string,
    })
    expect(await mirrored()).toEqual(files)
    expect(existsSync(join(folder, 'to', UNFINISHED))).toBe(false)
    expect(server.count('GetObject')).toBe(121)

    const lists = server.count('ListObjectsV2')
    const second = await download(['s3://logs', 'to', ...options])
    expect(second.stderr).toMatch(/^nothing new · 121 there already · /)
    expect([server.count('GetObject'), server.count('HeadObject')]).toEqual([121, 0])
    expect(server.count('ListObjectsV2')).toBe(lists * 2)
  })

  it('is fetched again only where it is new or of another size', async () => {
    const files = manyFiles(30)
    const keys = Object.keys(files)
    await writeFiles(
      join(folder, 'to'),
      Object.fromEntries(keys.slice(0, 20).map((key) => [key, files[key]!])),
    )
    await writeFiles(join(folder, 'to'), { [keys[3]!]: 'short', [keys[4]!]: '', 'of mine.txt': 'stays' })
    const { server, options } = await serveBucket(stored(files))
    const { stderr } = await download(['s3://logs', 'to', ...options])
    expect(stderr).toMatch(/^12 files fetched .* · 18 there already/)
    expect(new Set(server.requests.filter(({ kind }) => kind === 'GetObject').map(({ key }) => key))).toEqual(
      new Set([keys[3], keys[4], ...keys.slice(20)]),
    )
    expect(await mirrored()).toEqual({ ...files, 'of mine.txt': Buffer.from('stays') })
  })

  it('may be asked for what would be fetched', async () => {
    const files = manyFiles(3)
    const { server, options } = await serveBucket(stored(files))
    const { stdout, stderr, code } = await download(['s3://logs', 'to', '--dry-run', ...options])
    const lines = Object.entries(files).map(([key, bytes]) => `${bytes.length}\ts3://logs/${key}`)
    expect(new Set(stdout.trimEnd().split('\n'))).toEqual(new Set(lines))
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^3 files to be fetched/) as string,
    })
    expect(server.count('GetObject')).toBe(0)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is asked so many things at a time and no more', async () => {
    const { server, options } = await serveBucket(stored(manyFiles(60)))
    server.misbehave = ({ kind }) =>
      kind === 'GetObject' ? { kind: 'slow', chunk: 50, everyMs: 5 } : undefined
    await download(['s3://logs', 'to', '--concurrency', '4', ...options])
    expect(server.mostAtOnce).toBeGreaterThan(2)
    expect(server.mostAtOnce).toBeLessThanOrEqual(8) // listings go on beside the reads
  })

  it('shows a bar on a terminal only, and erases it', async () => {
    const { options } = await serveBucket(stored(manyFiles(40)))
    let now = 0
    const clock = () => (now += 100)
    const { stderr } = await download(['s3://logs', 'to', '--concurrency', '2', ...options], {
      tty: true,
      clock,
    })
    expect(stderr).toMatch(/\r\u001b\[2K\[█* *\] \d+ % {2}\d+ of 40 files, .*B\/s, .* left/)
    expect(stderr).toMatch(/\r\u001b\[2K40 files fetched/)
  })
})

describe('what is chosen', () => {
  const NAMES = {
    ...Object.fromEntries(
      ['us-east-1', 'eu-west-1'].flatMap((region) =>
        [
          '2021-01-05T10:00',
          '2024-08-16T23:59',
          '2024-08-17T12:00',
          '2024-08-18T00:05',
          '2024-08-19T00:05',
        ].map((delivered) => [`${region} ${delivered}`, logKey({ region, delivered })]),
      ),
    ),
    insight: logKey({ folder: 'CloudTrail-Insight', delivered: '2024-08-17T12:00' }),
    'other account': logKey({ account: '999999999999', delivered: '2024-08-17T12:00' }),
    'digest of the 17th, 23 h': digestKey('2024-08-18T00:00:00'),
    'digest of the 18th, 23 h': digestKey('2024-08-19T00:00:00'),
    'digest of the 19th, 0 h': digestKey('2024-08-19T01:00:00'),
    'digest of the 20th': digestKey('2024-08-20T12:00:00'),
    'renamed in its folder': logKey({ delivered: '2024-08-17T12:00' }).replace(/[^/]+$/, 'renamed.json'),
    config: 'AWSLogs/123456789012/Config/us-east-1/2024/8/17/a.json.gz',
    'access log': 'access/2024-08-17-12-00-00-ABCDEF',
    readme: 'README.txt',
  }
  const SOME = Object.keys(NAMES).filter((name) => /^(?:us|eu)/.test(name))

  it.each<readonly [readonly string[], readonly string[]]>([
    [[], Object.keys(NAMES).filter((name) => !['config', 'access log', 'readme'].includes(name))],
    [['--kind', 'insight'], ['insight']],
    [['--region', 'eu-west-1'], SOME.filter((name) => name.startsWith('eu'))],
    [['--account', '999*'], ['other account']],
    [
      ['--kind', 'digest', '--end', '2024-08-17'],
      ['digest of the 17th, 23 h', 'digest of the 18th, 23 h'],
    ],
    [
      ['--start', '2024-08-17', '--end', '2024-08-17T23:59:59Z', '--account', '123456789012'],
      [
        ...SOME.filter((name) => /-1[78]T/.test(name)),
        'us-east-1 2024-08-16T23:59', // clocks differ by as much
        'eu-west-1 2024-08-16T23:59',
        'insight',
        'digest of the 17th, 23 h',
        'digest of the 18th, 23 h', // of the last log files that are wanted
        'renamed in its folder',
      ],
    ],
    [
      ['--last', '2h', '--late-days', '0', '--account', '123456789012', '--kind', 'data', '--kind', 'digest'],
      [
        ...SOME.filter((name) => name.includes('-19T')),
        'digest of the 19th, 0 h',
        'digest of the 18th, 23 h',
        'digest of the 20th', // this machine's clock may be wrong
      ],
    ],
  ])('%j', async (argv, names) => {
    const { options } = await serveBucket(Object.fromEntries(Object.values(NAMES).map((key) => [key, 'x'])))
    const { code } = await download(['s3://logs', 'to', ...argv, ...options], { now: '2024-08-19T02:00:00Z' })
    expect(code).toBe(0)
    const found = filesBelow(join(folder, 'to'))
    expect(found).toEqual(names.map((name) => (NAMES as Record<string, string>)[name]!).sort())
  })

  it('is told when it is nothing', async () => {
    const { options } = await serveBucket({ [logKey({ delivered: '2024-08-17T12:00' })]: 'x', 'a.txt': 'x' })
    const none = await download(['s3://logs', 'to', '--account', '999999999999', ...options])
    expect(none.code).toBe(0)
    expect(none.stderr).toMatch(/^0 files fetched .*\nnote: .*other accounts.*123456789012/s)
    const empty = await download(['s3://logs/nowhere/', 'to', ...options])
    expect(empty).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no CloudTrail log files') as string,
    })
  })
})

describe('digest files', () => {
  it('bring their signatures, so that the mirror verifies like the bucket', async () => {
    const tree = signedTree({ hours: 3 })
    const objects = [...tree.objects].map(
      ([key, { body, metadata }]) => [key, { bytes: body, metadata }] as const,
    )
    const { server, options } = await serveBucket(Object.fromEntries(objects))
    const { stderr } = await download(['s3://logs', 'to', ...options])
    expect(stderr).toMatch(/^9 files fetched .* · 3 signatures kept · /)
    writeFileSync(join(folder, 'keys.json'), publicKeyFile(testSigner()))
    const verified = await runCli(['verify', 'to', '--public-keys', 'keys.json'], { cwd: folder })
    expect(verified).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('3/3 digest files valid') as string,
    })
    expect(verified.stdout).toContain('6/6 log files valid')

    const gets = server.count('GetObject')
    await download(['s3://logs', 'to', ...options])
    expect(server.count('GetObject')).toBe(gets)
    const digest = tree.chains[0]!.digests[1]!
    rmSync(join(folder, 'to', `${digest}.metadata.json`))
    await download(['s3://logs', 'to', ...options])
    expect(server.count('GetObject')).toBe(gets + 1)
    expect(existsSync(join(folder, 'to', `${digest}.metadata.json`))).toBe(true)
  })

  it('without a signature are told', async () => {
    const { options } = await serveBucket({ [digestKey('2024-08-18T00:00:00')]: gzipSync('{}') })
    const { code, stderr } = await download(['s3://logs', 'to', ...options])
    expect(code).toBe(0)
    expect(stderr).toContain('note: 1 digest file came without a signature')
  })

  it('keep their side-cars when a folder is copied', async () => {
    const tree = signedTree({ hours: 2 })
    await writeTree(tree, join(folder, 'from'), { sidecars: 'newest' })
    const copy = await download(['from/AWSLogs', 'to'])
    expect(copy.stderr).toMatch(/^6 files fetched .* · 1 signature kept/)
    const expected = await readFiles(join(folder, 'from'))
    expect(await mirrored()).toEqual(expected)
    expect((await download(['from', 'to'])).stderr).toMatch(/^nothing new · 6 there already/)
  })
})

describe('interrupted', () => {
  it('at random points and run again, ends with the same tree as the bucket', async () => {
    const files = manyFiles(80)
    const { server, options } = await serveBucket(stored(files))
    const random = randomOf(80)
    for (let run = 0; run < 8; run++) {
      const abort = new AbortController()
      let left = 1 + random(9)
      server.misbehave = ({ kind }) => {
        if (kind === 'GetObject' && --left === 0) abort.abort()
        return kind === 'GetObject' ? { kind: 'slow', chunk: 60, everyMs: 3 } : undefined
      }
      const { code, stderr } = await download(['s3://logs', 'to', '--concurrency', '6', ...options], {
        signal: abort.signal,
      })
      expect(code).toBe(130)
      expect(stderr).toMatch(/^interrupted: /)
      expect(stderr).not.toMatch(/error|damaged|unreadable/)
      // What is there is whole, and nothing else is there.
      for (const [path, bytes] of Object.entries(await mirrored())) expect(bytes).toEqual(files[path])
    }
    server.misbehave = () => undefined
    expect((await download(['s3://logs', 'to', ...options])).code).toBe(0)
    expect(await mirrored()).toEqual(files)
  })

  it('before it begins, writes nothing', async () => {
    const { options } = await serveBucket(stored(manyFiles(3)))
    const { code } = await download(['s3://logs/', 'to', ...options], { signal: AbortSignal.abort() })
    expect(code).toBe(130)
    expect(filesBelow(folder)).toEqual([])
  })

  it('by a kill, leaves what the next run removes', async () => {
    const files = manyFiles(3)
    await writeFiles(join(folder, 'to', UNFINISHED), { 'a.part': 'half', 'b.part': 'a file' })
    const { options } = await serveBucket(stored(files))
    await download(['s3://logs', 'to', ...options])
    expect(await mirrored()).toEqual(files)
  })
})

it('runs beside others into the same folder, and leaves what they have under way', async () => {
  const files = manyFiles(40)
  const { options } = await serveBucket(stored(files))
  // Of a process that lives: this one.
  const others = { [`${process.pid}-other/a.part`]: 'half' }
  await writeFiles(join(folder, 'to', UNFINISHED), { ...others, '999999999-dead/b.part': 'half' })
  const runs = await Promise.all([1, 2, 3].map(() => download(['s3://logs', 'to', ...options])))
  expect(runs.map(({ code, stderr }) => [code, /error|unexpected/.test(stderr)])).toEqual(
    runs.map(() => [0, false]),
  )
  expect(existsSync(join(folder, 'to', UNFINISHED, '999999999-dead'))).toBe(false)
  expect(existsSync(join(folder, 'to', UNFINISHED, `${process.pid}-other/a.part`))).toBe(true)
})

describe('a bad day', () => {
  it('that passes changes nothing', async () => {
    const files = manyFiles(60)
    const { server, options } = await serveBucket(stored(files))
    server.misbehave = randomly(7, 0.1, [
      FAULTS.slowDown,
      FAULTS.internalError,
      FAULTS.reset,
      FAULTS.short,
      FAULTS.drop,
    ])
    expect(await download(['s3://logs', 'to', ...options])).toMatchObject({ code: 0 })
    expect(await mirrored()).toEqual(files)
  })

  it('for some files is told by their names, and the others are fetched', async () => {
    const files = manyFiles(10)
    const [denied, gone, archived] = Object.keys(files)
    const objects = stored(files)
    objects[archived!] = { ...objects[archived!]!, storageClass: 'DEEP_ARCHIVE' }
    const { server, options } = await serveBucket(objects)
    const faults = [
      failing(FAULTS.accessDenied, 'GetObject', 9, denied),
      failing(FAULTS.noSuchKey, 'GetObject', 9, gone),
    ]
    server.misbehave = (request) => faults.map((fault) => fault(request)).find(Boolean)
    const { code, stderr } = await download(['s3://logs', 'to', ...options])
    expect(code).toBe(1)
    expect(stderr).toContain(`unreadable: s3://logs/${denied}: access denied`)
    expect(stderr).toContain(`unreadable: s3://logs/${gone}: no such object`)
    expect(stderr).toContain(`archived: s3://logs/${archived}: in storage class DEEP_ARCHIVE`)
    expect(stderr).toContain('7 files fetched')
    expect(server.requests.filter(({ kind, key }) => kind === 'GetObject' && key === archived)).toEqual([])
    expect(filesBelow(join(folder, 'to'))).toEqual(Object.keys(files).slice(3).sort())
  })

  it('for the credentials ends the run, and what is there is whole', async () => {
    const files = manyFiles(60)
    const { server, options } = await serveBucket(stored(files))
    let reads = 0
    server.misbehave = ({ kind }) => (kind === 'GetObject' && ++reads > 20 ? FAULTS.expiredToken : undefined)
    const { code, stderr } = await download(['s3://logs', 'to', '--concurrency', '4', ...options])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^\d+ files fetched .*\nerror: .*expired\nhint: /s)
    expect(server.count('GetObject')).toBeLessThan(40)
    for (const [path, bytes] of Object.entries(await mirrored())) expect(bytes).toEqual(files[path])
  })

  const KEY = logKey({ delivered: '2024-08-17T12:00' })
  const GOOD = logBytes('as it was put')

  /** Lists one thing and serves another. */
  let downloads = 0
  function liar(listed: Partial<BucketFile> & { readonly size?: number }, serve: () => Buffer): Bucket {
    const object = { key: KEY, size: GOOD.length, etag: etagOf(GOOD), ...listed }
    return {
      list: (_, startAfter) => (startAfter < KEY ? [object] : []),
      get: () => ({ bytes: serve(), object: { ...object, etag: '"other"' } }),
    }
  }

  it.each<readonly [what: string, bucket: Bucket, code: number, reads: number, said: string]>([
    ['fits its ETag', liar({}, () => GOOD), 0, 1, '1 file fetched'],
    ['has an ETag of parts', liar({ etag: `"${'0'.repeat(32)}-2"` }, () => GOOD), 0, 1, '1 file fetched'],
    ['is encrypted with KMS', liar({ etag: `"${'0'.repeat(32)}"` }, () => GOOD), 0, 1, '1 file fetched'],
    [
      'was damaged before it was encrypted with KMS',
      liar({ etag: `"${'0'.repeat(32)}"`, size: 20 }, () => GOOD.subarray(0, 20)),
      0,
      2,
      '1 file fetched',
    ],
    [
      'changes on the way',
      liar({}, () => Buffer.from(GOOD).fill(++downloads, 20, 40)),
      1,
      2,
      `unreadable: s3://logs/${KEY}: its content differs on every download`,
    ],
    [
      'is shorter than listed',
      liar({ size: 500 }, () => GOOD),
      1,
      1,
      `unreadable: s3://logs/${KEY}: ${GOOD.length} bytes arrived where the listing says 500`,
    ],
  ])('an object that %s', async (_, bucket, code, reads, said) => {
    const { server, options } = await serveBucket(bucket)
    const result = await download(['s3://logs', 'to', ...options])
    expect(result.stderr).toContain(said)
    expect(result.code).toBe(code)
    expect(server.count('GetObject')).toBe(reads)
    expect(filesBelow(join(folder, 'to'))).toEqual(code === 0 ? [KEY] : [])
  })
})

describe('nothing is written outside of the folder', () => {
  const NAME = '123456789012_CloudTrail_us-east-1_20240818T1140Z_abcdefghijklmnop.json.gz'

  it('whatever the keys are', async () => {
    const keys = [
      `../${NAME}`,
      `../../../../../../../../tmp/${NAME}`,
      `/etc/${NAME}`,
      `a/../../${NAME}`,
      `..\\..\\${NAME}`,
      `C:\\${NAME}`,
      `./${NAME}`,
      `a//${NAME}`,
      `con/${NAME}`,
      `a\u0000b/${NAME}`,
      `${'long'.repeat(100)}/${NAME}`,
      `${UNFINISHED}/${NAME}`,
      `a\nb/${NAME}`,
    ]
    const objects = keys.map((key): BucketFile & { key: string; size: number } => {
      return { key, size: 1, bytes: Buffer.from('x') }
    })
    const bucket: Bucket = {
      list: (prefix, startAfter) =>
        objects
          .filter(({ key }) => key.startsWith(prefix) && key > startAfter)
          .sort((a, b) => (a.key < b.key ? -1 : 1)),
      get: (key) => {
        const object = objects.find((each) => each.key === key)
        return object && { bytes: object.bytes, object }
      },
    }
    const { options } = await serveBucket(bucket)
    const { stderr } = await download(['s3://logs', 'deep/down/to', ...options])
    const found = filesBelow(folder)
    expect(found.filter((path) => !path.startsWith('deep/down/to/'))).toEqual([])
    expect(found.length).toBeGreaterThan(9)
    expect(existsSync(join('/etc', NAME)) || existsSync(join('/tmp', NAME))).toBe(false)
    // oxlint-disable-next-line no-control-regex
    expect(stderr).not.toMatch(/\u0000/)
  })

  it('through links that lie in it', async () => {
    const key = logKey({ delivered: '2024-08-17T12:00' })
    const other = logKey({ delivered: '2024-08-18T12:00', region: 'eu-west-1' })
    const files = { [key]: logBytes('1'), [other]: logBytes('2') }
    const account = key.split('/').slice(0, 3).join('/')
    mkdirSync(join(folder, 'outside'))
    mkdirSync(join(folder, 'to', account), { recursive: true })
    symlinkSync(join(folder, 'outside'), join(folder, 'to', account, 'us-east-1'))
    // The last part may be a link too: it is replaced, not followed.
    writeFileSync(join(folder, 'precious'), 'mine')
    mkdirSync(join(folder, 'to', other, '..'), { recursive: true })
    symlinkSync(join(folder, 'precious'), join(folder, 'to', other))
    const { options } = await serveBucket(stored(files))
    const { code, stderr } = await download(['s3://logs', 'to', ...options])
    expect(code).toBe(1)
    expect(stderr).toContain(`not written: s3://logs/${key}: ${account}/us-east-1 is a link`)
    expect(filesBelow(join(folder, 'outside'))).toEqual([])
    expect((await readFiles(folder))['precious']).toEqual(Buffer.from('mine'))
    expect((await mirrored())[other]).toEqual(files[other])
  })

  it('but the folder itself may be reached by a link', async () => {
    const files = manyFiles(2)
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', join(folder, 'to'))
    const { options } = await serveBucket(stored(files))
    expect((await download(['s3://logs', 'to', ...options])).code).toBe(0)
    expect(await readFiles(join(folder, 'real'))).toEqual(files)
  })

  it('and where a file has the name of a folder, that is told', async () => {
    const key = logKey({ delivered: '2024-08-17T12:00' })
    await writeFiles(join(folder, 'to'), { 'AWSLogs/123456789012': 'a file' })
    const { options } = await serveBucket({ [key]: 'x' })
    const { code, stderr } = await download(['s3://logs', 'to', ...options])
    expect(code).toBe(1)
    expect(stderr).toContain(`not written: s3://logs/${key}: AWSLogs/123456789012 is a file, not a folder`)
  })
})

describe('wrong usage', () => {
  it.each([
    [['from', 'from/below'], 'from/below lies inside from'],
    [['from', 's3://logs'], "cannot write to 's3://logs'"],
    [['from', 'from/a.json'], 'lies inside'],
    [['from/a.json', 'from/a.json'], 'is a file, not a folder'],
    [['from', 'to', '--kind', 'unicorns'], 'unicorns'],
  ])('%j', async (argv, said) => {
    await writeFiles(folder, { 'from/a.json': '{}' })
    const { code, stderr } = await download(argv)
    expect(stderr).toContain(said)
    expect(code).toBe(2)
    expect(filesBelow(folder)).toEqual(['from/a.json'])
  })
})

describe('--verified-only', () => {
  const keys = ['--verified-only', '--public-keys', join(ROOT, 'samples/public-keys.json')]

  it.each([
    ['log-added', 0, 4],
    ['log-altered', 1, 3],
    ['record-appended', 1, 3],
  ])('samples/tampered/%s: what is proved, with all digest files', async (way, status, logs) => {
    const { code, stderr } = await download([join(ROOT, 'samples/tampered', way), 'to', ...keys])
    expect(code).toBe(status)
    expect(stderr).toContain('1 log file left out: no valid digest file covers')
    expect(await mirroredLogs()).toHaveLength(logs)
    const copy = await runCli(['verify', 'to', ...keys.slice(1)], { cwd: folder })
    expect(copy.stdout).toContain('4/4 digest files valid')
  })

  it('fetches nothing where nothing can be verified', async () => {
    const { code } = await download([join(ROOT, 'samples/logs/tutorial'), 'to', ...keys])
    expect(code).toBe(3)
    expect(existsSync(join(folder, 'to'))).toBe(false)
  })
})
