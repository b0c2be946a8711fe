import { describe, expect, it } from 'vitest'
import type { LogFile } from '../../../src/logfile/accept.ts'
import { walk } from '../../../src/logfile/walk.ts'
import type { WalkBatch } from '../../../src/logfile/walk-batch.ts'
import type { WalkPlan } from '../../../src/logfile/plan.ts'
import { newReport } from '../../../src/query/report.ts'
import { SourceError } from '../../../src/source/source.ts'
import { countingSource } from '../../helpers/counting-source.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { PLAN } from '../../helpers/query.ts'

const A = '123456789012'
const B = '000000000001'

function log(
  account: string,
  region: string,
  minute: string,
  folder = 'CloudTrail',
  organization = '',
): string {
  const day = `${minute.slice(0, 4)}/${minute.slice(4, 6)}/${minute.slice(6, 8)}`
  const name = `${account}_${folder}_${region}_${minute}Z_abcdefghijklmnop.json.gz`
  return `AWSLogs/${organization}${account}/${folder}/${region}/${day}/${name}`
}

const KEYS = [
  log(A, 'us-east-1', '20240818T1140'),
  log(A, 'eu-west-1', '20240818T1150'),
  log(A, 'us-east-1', '20240817T2355'),
  log(A, 'us-east-1', '20231231T1200'),
]

function files(keys: readonly string[], prefix = ''): Record<string, Buffer> {
  return Object.fromEntries(keys.map((key) => [prefix + key, Buffer.from('{"Records":[]}')]))
}

interface Visit {
  readonly start?: string
  readonly remote?: boolean
  readonly plan?: Partial<WalkPlan>
}

async function visit(content: Record<string, Buffer>, { start = '', remote = true, plan }: Visit = {}) {
  const report = newReport()
  const { source, counts } = countingSource(memorySource(content, { start, remote }))
  const batches: WalkBatch[] = []
  const options = { concurrency: 4 }
  for await (const batch of walk([source], { ...PLAN, ...plan }, report.walk, options)) batches.push(batch)
  const found: LogFile[] = batches.flatMap((batch) => [...batch.files])
  const problems = report.problems
    .groups()
    .flatMap((group) => group.problems.map(({ file, what }) => `${file}: ${what}`))
  return { keys: found.map(({ object }) => object.key), batches, report, counts, problems }
}

describe('newest first', () => {
  const newest = [KEYS[1], KEYS[0], KEYS[2], KEYS[3]]

  it.each([
    ['the root', ''],
    ['behind a prefix', 'logs/of/us/'],
    ['behind a prefix that looks like an organization', 'o-abcdefghij/'],
    ['behind a landing zone', 'o-abcdefghij/AWSLogs/o-abcdefghij/'],
    ['behind dates', '2024/08/18/'],
  ])('%s', async (_, prefix) => {
    for (const remote of [true, false]) {
      expect((await visit(files(KEYS, prefix), { remote })).keys).toEqual(newest.map((key) => prefix + key))
    }
  })

  it.each([
    ['', newest],
    ['AWSLogs/', newest],
    [`AWSLogs/${A}/`, newest],
    [`AWSLogs/${A}/CloudTrail/`, newest],
    [`AWSLogs/${A}/CloudTrail/us-east-1/`, [KEYS[0], KEYS[2], KEYS[3]]],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/`, [KEYS[0], KEYS[2]]],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/08/`, [KEYS[0], KEYS[2]]],
    [`AWSLogs/${A}/CloudTrail/us-east-1/2024/08/18/`, [KEYS[0]]],
    [KEYS[0]!, [KEYS[0]]],
  ])('from %j', async (start, expected) => {
    for (const remote of [true, false]) {
      expect((await visit(files(KEYS), { start, remote })).keys).toEqual(expected)
    }
  })

  it('promises nothing later than it keeps', async () => {
    const { batches } = await visit(files([...KEYS, log(B, 'us-west-2', '20240818T0001'), 'loose.json']))
    for (const [n, { laterNotAfter }] of batches.entries()) {
      const later = batches
        .slice(n + 1)
        .flatMap((batch) => batch.files.map((file) => file.notAfter ?? Infinity))
      expect(laterNotAfter).toBeGreaterThanOrEqual(Math.max(-Infinity, ...later))
    }
    expect(batches[0]?.files.map(({ object }) => object.key)).toEqual(['loose.json'])
  })

  it('tells how much is to come, by the folders of days, months and years that are known', async () => {
    const days = ['20240818', '20240817', '20240816', '20240731', '20230101'].map((day) =>
      log(A, 'us-east-1', `${day}T0810`),
    )
    const toCome = async (plan: Partial<WalkPlan>): Promise<(number | undefined)[]> => {
      const all: (number | undefined)[] = []
      for await (const batch of walk([memorySource(files(days))], { ...PLAN, ...plan }, newReport().walk, {
        concurrency: 2,
      }))
        all.push(batch.toCome?.())
      return all
    }
    // The month of the next day has been listed.
    expect(await toCome({})).toEqual([2 + 30 + 365, (1 + 30 + 365) / 2, (1 + 365) / 3, 1 / 4, 0])
    const start = Date.UTC(2024, 7, 16)
    expect(await toCome({ start })).toEqual([2, 1 / 2, 0])
  })

  it('of several sources', async () => {
    const sources = [memorySource(files([KEYS[2]!])), memorySource(files([KEYS[0]!, KEYS[3]!]))]
    const keys: string[] = []
    for await (const batch of walk(sources, PLAN, newReport().walk, { concurrency: 2 }))
      keys.push(...batch.files.map(({ object }) => object.key))
    expect(keys).toEqual([KEYS[0], KEYS[2], KEYS[3]])
  })
})

const dated = (region: string, day: string): string =>
  `us-east-1/2024/08/${day}/${log(A, region, `202408${day}T0810`).split('/').at(-1)!}`

describe('layouts', () => {
  it('an account trail and an organization trail in one bucket', async () => {
    const both = [KEYS[0]!, log(A, 'us-east-1', '20240818T1130', 'CloudTrail', 'o-abcdefghij/')]
    const { keys, report } = await visit(
      files([...both, log(B, 'us-east-1', '20240818T1120', 'CloudTrail', 'o-abcdefghij/')]),
    )
    expect(keys).toHaveLength(3)
    expect([...report.walk.accounts].toSorted()).toEqual([B, A])
  })

  it('a flat folder of downloads, dated by their names', async () => {
    const flat = KEYS.map((key) => key.slice(key.lastIndexOf('/') + 1))
    const { keys, batches } = await visit(files(flat, 'downloads/'), { remote: false })
    expect(keys).toEqual([flat[1], flat[0], flat[2], flat[3]].map((name) => `downloads/${name}`))
    expect(batches).toHaveLength(3)
  })

  it.each([
    [
      'a tree',
      ['eu-west-1', 'us-east-1', 'sa-east-1'].map((r) => `AWSLogs/${A}/CloudTrail/region=${r}/year=2023/`),
    ],
    ['files of several Regions', ['', '', '']],
  ])('%s behind what looks like a day of the Region that some of them are of', async (_, folders) => {
    const names = ['eu-west-1', 'us-east-1', 'eu-west-1'].map((region) =>
      log(A, region, '20231231T0810').split('/').at(-1)!,
    )
    const keys = names.map((name, n) => `eu-west-1/2023/12/31/${folders[n]}${name}`)
    const plan = { region: (region: string) => region === 'us-east-1', start: Date.UTC(2023, 0) }
    for (const remote of [true, false])
      expect((await visit(files(keys), { remote, plan })).keys).toEqual([keys[1]])
  })

  it('dates first, behind what looks like the Region that the first file is of', async () => {
    const keys = [dated('us-east-1', '17'), dated('eu-west-1', '18'), dated('eu-west-1', '19')]
    const plan = {
      region: (region: string) => region === 'eu-west-1',
      end: Date.UTC(2024, 7, 18, 9),
      lateDays: 0,
    }
    for (const remote of [true, false])
      expect((await visit(files(keys), { remote, plan })).keys).toEqual([keys[1]])
  })

  it('as many prefixes as there are', async () => {
    const keys = Array.from({ length: 300 }, (_, n) => `team-${n}/${KEYS[0]}`)
    for (const remote of [true, false])
      expect((await visit(files(keys), { remote })).keys.toSorted()).toEqual(keys.toSorted())
  })

  it('what others write beside the logs is told by its name, and counted', async () => {
    const others = [
      'access/2024-08-18-10-00-09-ABCDEF0123456789',
      `AWSLogs/${A}/flows/${A}_vpcflowlogs_us-east-1_fl-1_20240818T1000Z_x.log.gz`,
      `${A}_waflogs_us-east-1_x_20240818T1000Z_x.log.gz`,
      'cdn/E2EXAMPLE1234.2024-08-18-10.0a1b2c3d.gz',
      `config/${A}_Config_us-east-1_ConfigHistory_AWS::S3::Bucket_20240818T100000Z_x.json.gz`,
    ]
    for (const remote of [true, false]) {
      const { keys, report } = await visit(files([KEYS[0]!, ...others]), { remote })
      expect(keys).toEqual([KEYS[0]])
      expect(report.walk.skipped).toEqual(new Map([['service', others.length]]))
      expect([...report.walk.services].toSorted()).toEqual([
        'CloudFront logs',
        'Config',
        'S3 server access logs',
        'WAF logs',
        'flows',
      ])
    }
  })

  it('a folder of more files than a call takes arguments', async () => {
    const objects = Array.from({ length: 200_000 }, (_, n) => ({
      key: `f${String(n).padStart(6, '0')}.json`,
    }))
    const source = { ...memorySource({}), list: () => Promise.resolve({ folders: [], objects }) }
    let found = 0
    for await (const { files } of walk([source], PLAN, newReport().walk, { concurrency: 2 }))
      found += files.length
    expect(found).toBe(objects.length)
  })

  it('files beside the days, and below them', async () => {
    const region = `AWSLogs/${A}/CloudTrail/us-east-1/`
    const name = (minute: string): string => log(A, 'us-east-1', minute).split('/').at(-1)!
    const strays = [
      `${region}${name('20240819T0001')}`,
      `${region}2024/${name('20240816T0001')}`,
      `${region}2024/08/18/11/40/deep/${name('20240818T0001')}`,
      `${region}backup/2020/01/01/${name('20200101T0001')}`,
    ]
    for (const remote of [true, false]) {
      const { keys, problems } = await visit(files([...KEYS, ...strays]), { remote })
      expect(keys.toSorted()).toEqual([...KEYS, ...strays].toSorted())
      expect(keys[0]).toBe(strays[0])
      expect(problems).toEqual([])
    }
  })

  it.each([
    [`AWSLogs/${A}/vpcflowlogs/us-east-1/`, 'service'],
    [`AWSLogs/${A}/Config/`, 'service'],
    [`AWSLogs/${A}/CloudTrail-Digest/us-east-1/`, 'kind'],
  ] as const)('nothing from %s', async (start, reason) => {
    const { keys, report, counts } = await visit(files([`${start}2024/08/18/x.log.gz`]), { start })
    expect(keys).toEqual([])
    expect(report.walk.skipped).toEqual(new Map([[reason, 1]]))
    expect(counts.lists).toEqual([])
  })

  it("other services' folders are named and not entered", async () => {
    const { keys, report, counts } = await visit(
      files([
        KEYS[0]!,
        `AWSLogs/${A}/Config/us-east-1/x.json.gz`,
        `AWSLogs/${A}/elasticloadbalancing/us-east-1/y.log.gz`,
      ]),
    )
    expect(keys).toEqual([KEYS[0]])
    expect([...report.walk.services]).toEqual(['Config', 'elasticloadbalancing'])
    expect(counts.lists.filter((folder) => /Config|elastic/.test(folder))).toEqual([])
  })

  it('what is no log file is named', async () => {
    const digest = `${A}_CloudTrail-Digest_us-east-1_trail_us-east-1_20240818T110000Z.json.gz`
    const { keys, problems } = await visit(files(['notes.json', 'notes.md', digest, 'x.png']))
    expect(keys).toEqual(['notes.json'])
    expect(problems).toEqual([
      `${digest}: a digest file, not a log file`,
      'notes.md: not the name of a log file',
      'x.png: not the name of a log file',
    ])
  })

  it('a file that was named is read, whatever its name', async () => {
    expect((await visit(files(['notes.md']), { start: 'notes.md' })).keys).toEqual(['notes.md'])
  })
})

describe('listings', () => {
  const many = Array.from({ length: 60 }, (_, n) => {
    const minute = new Date(Date.UTC(2024, 5, 1 + n, 12)).toISOString().replaceAll(/[-:]/g, '').slice(0, 13)
    return log(A, 'us-east-1', minute)
  })

  it('are made only as far as files are asked for', async () => {
    const { source, counts } = countingSource(memorySource(files(many), { remote: false }))
    const batches = walk([source], PLAN, newReport().walk, { concurrency: 4 })
    const first = await batches.next()
    expect(first.value?.files.map(({ object }) => object.key)).toEqual([many.at(-1)])
    expect(counts.lists.filter((folder) => /\/\d\d\/\d\d\/$/.test(folder))).toHaveLength(1)
    await batches.return()
  })

  it('shrink with the time asked for', async () => {
    const start = Date.UTC(2024, 6, 10, 12)
    const whole = await visit(files(many), { remote: false })
    const plan = { start, end: start + 3_600_000 }
    const { keys, counts } = await visit(files(many), { plan, remote: false })
    expect(keys).toEqual(many.filter((key) => /T1200Z/.test(key) && /_2024071[01]T/.test(key)).toReversed())
    expect(counts.lists.length).toBeLessThan(whole.counts.lists.length / 5)
    expect(counts.lists).toContain(`AWSLogs/${A}/CloudTrail/us-east-1/2024/07/10/`)
  })

  it('shrink with the account and the Region', async () => {
    const other = [log(B, 'us-east-1', '20240818T1140'), log(A, 'ap-south-1', '20240818T1140')]
    const plan = { account: (a: string) => a === A, region: (r: string) => r === 'eu-west-1' }
    const { keys, counts } = await visit(files([...KEYS, ...other]), { plan })
    expect(keys).toEqual([KEYS[1]])
    expect(counts.lists.filter((folder) => /us-east-1|ap-south|000000000001/.test(folder))).toEqual([])
  })

  it('are one for a tree of a page, and for each larger one those of its levels', async () => {
    expect((await visit(files(many))).counts.lists).toEqual([
      '',
      'AWSLogs/',
      `AWSLogs/${A}/`,
      `AWSLogs/${A}/CloudTrail/`,
    ])
    const minutes = Array.from({ length: 1001 }, (_, n) =>
      log(
        A,
        'eu-west-1',
        new Date(Date.UTC(2024, 7, 18) + n * 60_000).toISOString().replaceAll(/[-:]/g, '').slice(0, 13),
      ),
    )
    const { keys, counts } = await visit(files([...many, ...minutes]))
    expect(keys).toHaveLength(many.length + minutes.length)
    expect(counts.lists.filter((folder) => folder.includes('/us-east-1/'))).toHaveLength(1)
    expect(counts.lists.filter((folder) => folder.includes('/eu-west-1/'))).toHaveLength(5)
  })

  it('that fail are problems, except of the start and for want of credentials', async () => {
    const failing = (folder: string, code: 'denied' | 'credentials') => {
      const source = memorySource(files(KEYS), { remote: false })
      const list: typeof source.list = (asked, options) =>
        asked === folder ? Promise.reject(new SourceError(code, 'no')) : source.list(asked, options)
      return { ...source, list }
    }
    const keysOf = async (folder: string, code: 'denied' | 'credentials', report = newReport()) => {
      const keys: string[] = []
      for await (const batch of walk([failing(folder, code)], PLAN, report.walk, { concurrency: 2 }))
        keys.push(...batch.files.map(({ object }) => object.key))
      return { keys, unlisted: report.problems.count('unlisted') }
    }
    const day = `AWSLogs/${A}/CloudTrail/us-east-1/2024/08/18/`
    expect(await keysOf(day, 'denied')).toEqual({ keys: [KEYS[1], KEYS[2], KEYS[3]], unlisted: 1 })
    expect(await keysOf(`AWSLogs/${A}/`, 'denied')).toEqual({ keys: [], unlisted: 1 })
    await expect(keysOf('', 'denied')).rejects.toThrow('no')
    await expect(keysOf(day, 'credentials')).rejects.toThrow('no')
  })

  it('stop when asked to', async () => {
    const stop = new AbortController()
    const batches = walk([memorySource(files(many))], PLAN, newReport().walk, {
      concurrency: 4,
      signal: stop.signal,
    })
    await batches.next()
    stop.abort(new Error('enough'))
    await expect(batches.next()).rejects.toThrow('enough')
  })
})
