// `ls` as a person runs it, on disk and in S3, against counting by hand.

import * as fc from 'fast-check'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../../helpers/root.ts'
import { digestKey, filesBelow, logKey, writeFiles } from '../../../helpers/log-tree.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ls-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Row = Readonly<Record<string, string & number>>

async function rows(argv: readonly string[], cwd = folder): Promise<readonly Row[]> {
  const { stdout, stderr, code } = await runCli(['ls', ...argv, '-o', 'json'], { cwd, env: S3_ENV })
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringContaining('error') as string })
  return JSON.parse(stdout) as readonly Row[]
}

// The same tree has another name elsewhere.
const withoutTree = (row: Row): Row => ({ ...row, tree: undefined as never })

const sum = (all: readonly Row[], key: string): number => all.reduce((total, row) => total + row[key]!, 0)

describe('counts', () => {
  const DEPTHS = ['tree', 'account', 'region', 'year', 'month', 'day'] as const

  it.each(DEPTHS)('the samples as counting by hand does, by %s', async (depth) => {
    const logs = join(ROOT, 'samples/logs')
    const files = filesBelow(logs).filter((path) => /\/CloudTrail.*\.json\.gz$/.test(path))
    const bytes = files.reduce((total, path) => total + statSync(join(logs, path)).size, 0)
    const found = await rows(['samples/logs', '--depth', depth], ROOT)
    expect([sum(found, 'files') + sum(found, 'digests'), sum(found, 'bytes')]).toEqual([files.length, bytes])
    // Below a tree: account, CloudTrail, Region, year, month, day, file.
    const parts = { tree: 0, account: 1, region: 3, year: 4, month: 5, day: 6 }[depth]
    const groups = new Set(
      files.map((path) => {
        const [, root, below] = /^(.*AWSLogs\/(?:o-\w+\/)?)(\d{12}\/.*)$/.exec(path)!
        return (
          root +
          below!
            .split('/')
            .slice(0, parts)
            .join('/')
            .replace(/CloudTrail[^/]*/, '')
        )
      }),
    )
    expect(found).toHaveLength(groups.size)
  })

  it('any tree alike on disk and in S3, whole or from any level', async () => {
    const name = fc.record({
      account: fc.constantFrom('000000000001', '123456789012'),
      region: fc.constantFrom('us-east-1', 'eu-west-1'),
      folder: fc.constantFrom('CloudTrail', 'CloudTrail-Insight'),
      delivered: fc
        .date({ min: new Date('2023-12-30'), max: new Date('2024-01-03'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      unique: fc.stringMatching(/^[A-Za-z0-9]{16}$/),
      prefix: fc.constantFrom('', 'a/b/'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 30 }), async (names) => {
        const root = mkdtempSync(join(folder, 'any-'))
        const files = Object.fromEntries(names.map((each, i) => [logKey(each), 'x'.repeat(i)]))
        await writeFiles(root, files)
        const { server, options } = await serveBucket(files)
        const onDisk = await rows([root, '--depth', 'day'])
        const inS3 = await rows(['s3://logs', '--depth', 'day', ...options])
        await server.close()
        expect(inS3.map(withoutTree)).toEqual(onDisk.map(withoutTree))
        expect(sum(onDisk, 'files')).toBe(Object.keys(files).length)
        expect(sum(onDisk, 'bytes')).toBe(Object.values(files).join('').length)
        const account = names[0]!.account
        const below = await rows([join(root, names[0]!.prefix, 'AWSLogs', account)])
        const byHand = Object.keys(files).filter((key) => {
          return key.startsWith(`${names[0]!.prefix}AWSLogs/${account}/`)
        })
        expect(sum(below, 'files')).toBe(byHand.length)
      }),
      { numRuns: 15 },
    )
  })

  it('digest files beside log files, and first and last delivery of both', async () => {
    await writeFiles(folder, {
      [logKey({ delivered: '2024-08-18T11:40' })]: 'four',
      [logKey({ delivered: '2024-08-17T01:05' })]: 'four',
      [digestKey('2024-08-18T12:00:00')]: 'sixsix',
      [`${digestKey('2024-08-18T12:00:00')}.metadata.json`]: '{}',
    })
    expect(await rows(['.'])).toEqual([
      {
        tree: 'AWSLogs/',
        account: '123456789012',
        region: 'us-east-1',
        days: 2,
        files: 2,
        digests: 1,
        bytes: 14,
        first: '2024-08-17T01:05:00Z',
        last: '2024-08-18T12:00:00Z',
      },
    ])
  })

  it('files without CloudTrail names, and archived ones', async () => {
    await writeFiles(folder, { 'events.json': '{}' })
    expect(await rows(['.'])).toMatchObject([{ account: '', region: '', days: 0, files: 1, bytes: 2 }])
    const { options } = await serveBucket({
      [logKey({ delivered: '2024-08-18T11:40' })]: { bytes: Buffer.from('x'), storageClass: 'GLACIER' },
    })
    const { code, stdout, stderr } = await runCli(['ls', 's3://logs', ...options, '-o', 'csv'], {
      env: S3_ENV,
    })
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout:
        'tree,account,region,days,files,digests,bytes,first,last\r\n' +
        's3://logs/AWSLogs/,123456789012,us-east-1,1,1,0,1,2024-08-18T11:40:00Z,2024-08-18T11:40:00Z\r\n',
      stderr: expect.stringMatching(
        /^1 log file · 1 B · 1 account · 1 Region · .*\nnote: 1 file in an archive storage class/,
      ) as string,
    })
  })
})

describe('what is counted', () => {
  beforeEach(() =>
    writeFiles(
      folder,
      Object.fromEntries([
        ...['us-east-1', 'eu-west-1'].flatMap((region) =>
          ['2021-03-01T10:00', '2024-08-16T23:59', '2024-08-17T00:00', '2024-08-17T12:00', '2024-08-18T00:00']
            .map((delivered) => logKey({ region, delivered }))
            .map((key) => [key, 'x'] as const),
        ),
        [logKey({ delivered: '2024-08-17T12:30', folder: 'CloudTrail-Insight' }), 'x'],
        [logKey({ delivered: '2024-08-17T12:30', account: '999999999999' }), 'x'],
        [digestKey('2024-08-17T12:00:00'), 'x'],
      ]),
    ),
  )

  it.each([
    [['--start', '2024-08-17', '--end', '2024-08-17T23:59:59Z'], 6, 1],
    [['--start', '2024-08-17T12:00:30Z'], 6, 0], // names tell the minute only
    [['--end', '2024-08-16T23:59:00Z'], 4, 0],
    [['--region', 'us-east-1'], 7, 1], // although old files of other Regions may hold its events
    [['--region', '!us-*'], 5, 0],
    [['--account', '999999999999'], 1, 0],
    [['--kind', 'insight'], 1, 0],
    [['--kind', 'digest'], 0, 1],
    [['--kind', 'insight', '--kind', 'digest'], 1, 1],
    [['--kind', 'data'], 11, 0],
    [['--last', '12h'], 2, 0],
  ])('%j', async (argv, files, digests) => {
    const found = await runCli(['ls', '.', '-o', 'json', ...argv], {
      cwd: folder,
      now: '2024-08-18T02:00:00Z',
    })
    const all = JSON.parse(found.stdout) as readonly Row[]
    expect([sum(all, 'files'), sum(all, 'digests')]).toEqual([files, digests])
  })

  it('a Region asked for is the only one that is listed in S3', async () => {
    const { server, options } = await serveBucket(
      Object.fromEntries(filesBelow(folder).map((key) => [key, 'x'])),
    )
    await runCli(['ls', 's3://logs', '--region', 'us-east-1', '--last', '2d', ...options], {
      env: S3_ENV,
      now: '2024-08-18T02:00:00Z',
    })
    expect(server.requests.filter(({ key }) => key.includes('eu-west-1'))).toEqual([])
    expect(server.requests.filter(({ key }) => key.includes('/2021/'))).toEqual([])
  })

  it('says what was left out when that is everything', async () => {
    const { code, stdout, stderr } = await runCli(['ls', '.', '--account', '1*'.padEnd(13, '0')], {
      cwd: folder,
    })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/other accounts.*123456789012, 999999999999/)
  })
})

describe('gaps', () => {
  beforeEach(() =>
    writeFiles(
      folder,
      Object.fromEntries(
        [
          ...['10', '11', '12', '13', '14'].map((day) => logKey({ delivered: `2024-08-${day}T11:40` })),
          ...['11', '14'].map((day) => logKey({ region: 'eu-west-1', delivered: `2024-08-${day}T11:40` })),
          logKey({ account: '000000000001', delivered: '2024-08-12T11:40' }),
          digestKey('2024-08-12T10:00:00', 'eu-west-1'),
          digestKey('2024-08-13T10:00:00', 'eu-west-1'),
          digestKey('2024-08-13T11:00:00', 'eu-west-1'),
          digestKey('2024-08-13T11:00:00', 'sa-east-1'),
        ].map((key) => [key, 'x'] as const),
      ),
    ),
  )
  const GAPS = [
    ['000000000001', 'us-east-1', '2024-08-10', '2024-08-11', 2, 'before', 0],
    ['000000000001', 'us-east-1', '2024-08-13', '2024-08-14', 2, 'after', 0],
    ['123456789012', 'eu-west-1', '2024-08-10', '2024-08-10', 1, 'before', 0],
    ['123456789012', 'eu-west-1', '2024-08-12', '2024-08-13', 2, 'between', 3],
    ['123456789012', 'sa-east-1', '2024-08-10', '2024-08-14', 5, 'whole', 1],
  ]

  it('are the days of the covered span without log files, and no error', async () => {
    const found = await rows(['.', '--gaps'])
    expect(found.map((gap) => Object.values(gap).slice(1))).toEqual(GAPS)
  })

  it('reach to the ends of the time asked for', async () => {
    const found = await rows(['.', '--gaps', '--start', '2024-08-09', '--end', '2024-08-15'])
    expect(
      found
        .filter(({ region }) => region === 'us-east-1')
        .map(({ account, from, to }) => [account, from, to]),
    ).toEqual([
      ['000000000001', '2024-08-09', '2024-08-11'],
      ['000000000001', '2024-08-13', '2024-08-15'],
      ['123456789012', '2024-08-09', '2024-08-09'],
      ['123456789012', '2024-08-15', '2024-08-15'],
    ])
  })

  it('are told in words', async () => {
    const { stdout } = await runCli(['ls', '.', '--gaps', '--region', 'eu-west-1'], { cwd: folder })
    expect(stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
      'Account Region From To Days Digests Where',
      expect.stringMatching(/^─+$/),
      '123456789012 eu-west-1 2024-08-12 2024-08-13 2 3 in between',
      '',
    ])
    const none = await runCli(['ls', '.', '--gaps', '--end', '2024-08-10'], { cwd: folder })
    expect(none.stdout).toBe('no gaps\n')
  })

  it('do not go with a level', async () => {
    const { code, stderr } = await runCli(['ls', '.', '--gaps', '--depth', 'year'], { cwd: folder })
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--depth year') as string,
    })
  })
})

describe('output', () => {
  it('a table that fits a terminal, with what it comes to on stderr', async () => {
    await writeFiles(folder, { [logKey({ delivered: '2024-08-18T11:40' })]: 'x'.repeat(2000) })
    const { stdout, stderr } = await runCli(['ls'], {
      cwd: folder,
      tty: true,
      columns: 90,
      env: { NO_COLOR: '1' },
    })
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Account      Region    Days Files   Size First (UTC)       Last (UTC)',
      expect.stringMatching(/^─+$/),
      '123456789012 us-east-1    1     1 2.0 kB 2024-08-18T11:40Z 2024-08-18T11:40Z',
    ])
    expect(stderr).toMatch(/reading \.\/AWSLogs\n1 log file · 2\.0 kB · 1 account · 1 Region · /)
  })

  it('a table for each tree, under its name', async () => {
    const key = logKey({ delivered: '2024-08-18T11:40' })
    await writeFiles(folder, { [key]: 'x', [`other/${key}`]: 'x', LICENSE: 'not a log file' })
    const { stdout, stderr } = await runCli(['ls', '.'], { cwd: folder })
    expect(stdout.split('\n').filter((line) => !line.startsWith('─'))).toEqual([
      'AWSLogs/',
      expect.stringMatching(/^Account/),
      expect.stringMatching(/^123456789012/),
      '',
      'other/AWSLogs/',
      expect.stringMatching(/^Account/),
      expect.stringMatching(/^123456789012/),
      '',
    ])
    expect(stderr).toMatch(/^2 log files · 2 B · 2 trees · /)
    expect(stderr).toContain('note: 1 file not counted: not a CloudTrail file name\n')
  })

  it('of files as lines that nothing is cut from', async () => {
    const key = logKey({ delivered: '2024-08-18T11:40' })
    await writeFiles(folder, { [key]: 'x' })
    const asked = ['ls', '.', '--depth', 'file']
    const table = await runCli(asked, { cwd: folder, tty: true, columns: 60 })
    expect(table.stdout).toBe(`2024-08-18T11:40Z      1 B  ${key}\n`)
    const csv = await runCli([...asked, '-o', 'csv'], { cwd: folder })
    expect(csv.stdout).toBe(
      `file,kind,delivered,bytes,storageClass\r\n${key},CloudTrail,2024-08-18T11:40:00Z,1,\r\n`,
    )
  })

  it('in which no key can act', async () => {
    await writeFiles(folder, { 'a\u001b[31m\u202e/x.json': '{}' })
    for (const format of ['table', 'csv', 'json']) {
      for (const depth of ['tree', 'file']) {
        const { stdout } = await runCli(['ls', '.', '--depth', depth, '-o', format], {
          cwd: folder,
          tty: true,
          env: { NO_COLOR: '1' },
        })
        expect(stdout).toContain('x1b'.slice(format === 'json' ? 1 : 0, 3))
        // oxlint-disable-next-line no-control-regex
        expect(stdout).not.toMatch(/[\u001b\u202e]/)
      }
    }
  })

  it('says where nothing is', async () => {
    const { code, stderr } = await runCli(['ls', folder])
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`no CloudTrail log files under ${folder}`) as string,
    })
  })
})
