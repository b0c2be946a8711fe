// Archives through the command line, as people have them: named, or lying among log files.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterAll, describe, expect, it } from 'vitest'
import { insidePath } from '../../../../src/source/archive/archive.ts'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { zipOf } from '../../../helpers/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'trail-explore-archives-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record = (name: string) =>
  `{"eventVersion":"1.09","eventName":"${name}","eventTime":"2024-08-18T10:00:00Z","eventID":"${name}","readOnly":false}`
const day = (date: string, unique: string) =>
  `AWSLogs/123456789012/CloudTrail/eu-west-1/${date}/123456789012_CloudTrail_eu-west-1_${date.replaceAll('/', '')}T1005Z_${unique}.json.gz`
const logOf = (name: string) => gzipSync(`{"Records":[${record(name)}]}`)

interface File {
  readonly name: string
  readonly content: Uint8Array
}
const TREE: readonly File[] = [
  { name: day('2024/08/18', 'A'), content: logOf('InTree') },
  { name: day('2024/08/01', 'B'), content: gzipSync('damaged').subarray(0, 12) },
  { name: 'flat.json', content: Buffer.from(record('Flat')) },
]
const tarOf = async (files: readonly File[]) =>
  Buffer.from(
    await packTar(
      files.map(({ name, content }) => ({ header: { name, size: content.length }, body: content })),
    ),
  )

function put(name: string, content: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const mine = () => readdirSync(tmpdir()).filter((name) => /^trail-explore-[\da-f]{16}$/.test(name))

async function names(argv: readonly string[]): Promise<{ code: number; names: string[]; stderr: string }> {
  const { code, stdout, stderr } = await runCli(
    ['lookup', ...argv, '--read-only', 'any', '--columns', 'event-name', '-o', 'tsv'],
    { cwd: folder },
  )
  return { code, names: stdout.split('\n').slice(1, -1).sort(), stderr }
}

describe('an archive is a folder', () => {
  it.each([
    ['logs.zip', async () => zipOf(TREE)],
    ['logs.tar', async () => tarOf(TREE)],
    ['logs.tar.gz', async () => gzipSync(await tarOf(TREE))],
    ['logs.tgz', async () => gzipSync(await tarOf(TREE))],
    ['evidence', async () => zipOf(TREE)],
    ['evidence.gz', async () => gzipSync(await tarOf(TREE))],
  ])('%s', async (name, make) => {
    put(name, await make())
    const window = ['--start', '2024-08-17', '--end', '2024-08-19']
    // The damaged file of another day is not even read.
    expect(await names([name, ...window])).toMatchObject({ code: 0, names: ['Flat', 'InTree'] })
    const all = await names([name])
    expect(all).toMatchObject({ code: 1, names: ['Flat', 'InTree'] })
    expect(all.stderr).toMatch(/_B\.json\.gz: /)
    expect(await names([name, '--account', '999999999999'])).toMatchObject({ code: 0, names: [] })
    const ls = await runCli(['ls', name, '-o', 'json'], { cwd: folder })
    expect(JSON.parse(ls.stdout)).toMatchObject([{ account: '123456789012', region: 'eu-west-1', files: 2 }])
  })

  it('also where it lies among log files, and inside another', async () => {
    put('mixed/a.json', record('Beside'))
    put(
      'mixed/logs.zip',
      zipOf([...TREE.slice(0, 1), { name: 'inner.tgz', content: gzipSync(await tarOf(TREE.slice(2))) }]),
    )
    expect(await names(['mixed'])).toMatchObject({ code: 0, names: ['Beside', 'Flat', 'InTree'] })
  })

  it('in a bucket, when it is the source itself', async () => {
    const { options, server } = await serveBucket({
      'case/logs.zip': zipOf(TREE),
      'case/a.json': record('Beside'),
    })
    const lookup = (source: string) =>
      runCli(['lookup', source, ...options, '--read-only', 'any', '--columns', 'event-name'], { env: S3_ENV })
    const named = await lookup('s3://logs/case/logs.zip')
    expect(named.stdout.split('\n').slice(1, -1).sort()).toEqual(['Flat', 'InTree'])
    expect(named.stderr).toContain('s3://logs/case/logs.zip/AWSLogs/')
    const before = server.requests.length
    expect(await lookup('s3://logs/case/')).toMatchObject({ code: 0, stdout: 'Event name\nBeside\n' })
    // Elsewhere it may be anybody's, and as large as it likes.
    expect(server.requests.slice(before).map(({ key }) => key)).not.toContain('case/logs.zip')
  })

  it('from which files can be fetched', async () => {
    put('logs.zip', zipOf(TREE))
    const { code } = await runCli(['download', 'logs.zip', 'out'], { cwd: folder })
    expect(code).toBe(0)
    expect(existsSync(join(folder, 'out', day('2024/08/18', 'A')))).toBe(true)
  })
})

describe('names in an archive are harmless', () => {
  const HOSTILE = [
    '../../escape.json',
    '/etc/cron.json',
    'C:\\a\\b.json',
    './x/../../y.json',
    'a.json',
    'a.json',
  ]
  const files = HOSTILE.map((name, i) => ({ name, content: Buffer.from(record(`E${i}`)) }))

  it.each([
    ['h.zip', async () => zipOf(files)],
    ['h.tar', async () => tarOf(files)],
  ])('%s', async (name, make) => {
    put(name, await make())
    const { code, names: found } = await names([name])
    expect({ code, found }).toEqual({ code: 0, found: ['E0', 'E1', 'E2', 'E3', 'E4', 'E5'] })
    const before = readdirSync(folder)
    await runCli(['download', name, `${name}-out`], { cwd: folder })
    expect(readdirSync(folder).filter((entry) => !before.includes(entry))).toEqual([`${name}-out`])
    expect(existsSync(join(folder, '../escape.json'))).toBe(false)
  })

  it.each([
    ['../a', '%2E%2E/a'],
    ['/a/./b', 'a/b'],
    ['C:\\a', 'C:/a'],
    ['a/', ''],
    ['__proto__/constructor', '__proto__/constructor'],
  ])('%s is %s', (name, path) => {
    expect(insidePath(name)).toBe(path)
  })
})

describe('what cannot be read of an archive is named', () => {
  it('an archive that is none, and its neighbours are read', async () => {
    put('broken/logs.zip', 'PK\u0003\u0004 and nothing else')
    put('broken/logs.tar.gz', 'hello')
    put('broken/a.json', record('Beside'))
    const { code, names: found, stderr } = await names(['broken'])
    expect({ code, found }).toEqual({ code: 1, found: ['Beside'] })
    expect(stderr.split('\n').filter((line) => /broken (?:zip|tar) archive/.test(line))).toHaveLength(2)
  })

  it('other kinds of archives, and what they do not hide', async () => {
    put('kinds/a.json', record('Beside'))
    for (const name of ['a.7z', 'b.rar', 'c.bz2', 'd.tar.xz']) put(`kinds/${name}`, 'x')
    put('kinds/readme.pdf', 'x')
    const { code, names: found, stderr } = await names(['kinds'])
    expect({ code, found }).toEqual({ code: 1, found: ['Beside'] })
    expect(stderr.match(/^unreadable: .*: packed in a way that cannot be read$/gm)).toHaveLength(4)
    expect(stderr).toMatch(/^skipped: .*readme\.pdf/m)
  })

  it('an archive that is cut short, after what comes before', async () => {
    const whole = await tarOf(TREE.slice(0, 1).concat({ name: 'b.json', content: Buffer.alloc(4096, 0x20) }))
    put('cut.tar', whole.subarray(0, 2048))
    const { code, names: found, stderr } = await names(['cut.tar'])
    expect({ code, found }).toEqual({ code: 1, found: ['InTree'] })
    expect(stderr).toContain('rest of the archive: a broken tar archive')
  })

  it('an encrypted file, one that is larger than it says, and one that is too large', async () => {
    const content = Buffer.from(record('Secret'))
    put(
      'odd.zip',
      zipOf([
        { name: 'a.json', content, encrypted: true },
        { name: 'b.json', content, size: 3 },
        { name: 'c.json', content: Buffer.alloc(70_000, 0x20) },
        { name: 'd.json', content: Buffer.from(record('Plain')) },
      ]),
    )
    const { code, names: found, stderr } = await names(['odd.zip', '--max-inflated', '64K'])
    expect({ code, found }).toEqual({ code: 1, found: ['Plain'] })
    for (const what of ['a.json: encrypted', 'b.json: ', 'c.json: unpacks to more than'])
      expect(stderr).toContain(what)
  })

  it('leaves nothing behind', async () => {
    const before = mine()
    put('logs.tar', await tarOf(TREE))
    await names(['logs.tar'])
    expect(mine().filter((name) => !before.includes(name))).toEqual([])
  })
})

describe('an archive on standard input', () => {
  it.each([
    ['zip', async () => zipOf(TREE)],
    ['tar', async () => tarOf(TREE)],
    ['tar.gz', async () => gzipSync(await tarOf(TREE))],
  ])('%s is a tree', async (_, make) => {
    const { code, stdout, stderr } = await runCli(
      ['lookup', '-', '--columns', 'event-name,file', '-o', 'tsv'],
      { cwd: folder, stdin: await make() },
    )
    expect(stdout.split('\n').slice(1, -1).sort()).toEqual([
      'Flat\t-/flat.json',
      `InTree\t-/${day('2024/08/18', 'A')}`,
    ])
    // The file of another day is damaged.
    expect(stderr).toContain(`damaged: -/${day('2024/08/01', 'B')}`)
    expect(code).toBe(1)
  })

  it('is asked by time without opening what lies outside', async () => {
    const { code, stdout } = await runCli(['lookup', '-', '--count', '--start', '2024-08-17'], {
      cwd: folder,
      stdin: zipOf(TREE),
    })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2\n' })
  })
})

describe('what lies in an archive', () => {
  it.each([
    ['logs.zip', async () => zipOf(TREE)],
    ['logs.tar.gz', async () => gzipSync(await tarOf(TREE))],
  ])('%s: a file, a folder and a record of it can be named', async (name, make) => {
    put(`named/${name}`, await make())
    const inside = `named/${name}/${day('2024/08/18', 'A')}`
    expect(await names([inside])).toMatchObject({ code: 0, names: ['InTree'] })
    expect(await names([`named/${name}/AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/18`])).toMatchObject(
      {
        code: 0,
        names: ['InTree'],
      },
    )
    const shown = await runCli(['show', `${inside}:1`, '-o', 'json'], { cwd: folder })
    expect(JSON.parse(shown.stdout)).toMatchObject({ eventName: 'InTree' })
    const { stdout } = await runCli(
      ['lookup', `named/${name}`, '--event-name', 'InTree', '--columns', 'location', '-o', 'tsv', '-q'],
      { cwd: folder },
    )
    expect(stdout.trim().split('\n')[1]).toBe(`${inside}:1`)
    for (const missing of ['nope', 'AWSLogs/nope/', 'flat.json/x'])
      expect(await names([`named/${name}/${missing}`])).toMatchObject({ code: 1, names: [] })
  })
})

describe('archives in a bucket', () => {
  const bucket = {
    'AWSLogs/old/2023.zip': zipOf([{ name: 'a.json', content: record('Old') }]),
    'backup/cloudtrail-2022.zip': zipOf([{ name: 'b.json', content: record('Older') }]),
    'builds/code.zip': zipOf([{ name: 'c.json', content: record('Code') }]),
    'x.json': record('Plain'),
  }

  it('are read where their keys say that they are about CloudTrail, and told elsewhere', async () => {
    const { server, options } = await serveBucket(bucket)
    const { stdout, stderr, code } = await runCli(
      ['lookup', 's3://logs', ...options, '--columns', 'event-name', '-o', 'tsv'],
      { env: S3_ENV },
    )
    expect(stdout.split('\n').slice(1, -1).sort()).toEqual(['Old', 'Older', 'Plain'])
    expect(stderr).toContain(
      'skipped: s3://logs/builds/code.zip: an archive, which is opened only if it is named',
    )
    expect(code).toBe(0)
    expect(server.count('GetObject')).toBe(3)
  })

  it('are read when they are named, and so is what lies in them', async () => {
    const { options } = await serveBucket(bucket)
    for (const [uri, name] of [
      ['s3://logs/builds/code.zip', 'Code'],
      ['s3://logs/builds/code.zip/c.json', 'Code'],
      ['s3://logs/AWSLogs/old/2023.zip/a.json', 'Old'],
    ] as const) {
      const { stdout } = await runCli(
        ['lookup', uri, ...options, '--columns', 'event-name', '-o', 'tsv', '-q'],
        { env: S3_ENV },
      )
      expect(stdout.split('\n').slice(1, -1)).toEqual([name])
    }
  })
})
