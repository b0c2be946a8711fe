import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf } from '../../../src/filter/clause.ts'
import { dayFolder, parseKeyPath } from '../../../src/logfile/key-path.ts'
import { formatFileName, type LogFileName } from '../../../src/logfile/object-key.ts'
import {
  dayNotAfter,
  folderNotAfter,
  GLOBAL_SERVICES_MOVED,
  notAfter,
  skipFile,
  skipKeyPath,
  type WalkPlan,
} from '../../../src/logfile/plan.ts'
import { memorySource } from '../../helpers/memory-source.ts'
import { ask, PLAN } from '../../helpers/query.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const ACCOUNTS = ['123456789012', '000000000001']
const REGIONS = ['us-east-1', 'eu-west-1', 'us-west-2']

interface Delivered {
  readonly time: number
  readonly delivered: number
  readonly account: string
  /** Where it happened, and in whose folder it lies. */
  readonly region: string
  readonly folderRegion: string
}

/** Events around the day on which global services moved, delivered as late as allowed. */
const delivery = (lateDays: number): fc.Arbitrary<Delivered> =>
  fc
    .record({
      time: fc
        .integer({ min: -6 * 24 * 60, max: 8 * 24 * 60 })
        .map((n) => GLOBAL_SERVICES_MOVED + n * MINUTE),
      // The clock that stamps an event may be ahead of the one that delivers it.
      late: fc.oneof(
        fc.integer({ min: -5, max: 15 }),
        fc.integer({ min: -5, max: lateDays * 24 * 60 }),
        fc.constantFrom(-5, 0, lateDays * 24 * 60),
      ),
      account: fc.constantFrom(...ACCOUNTS),
      folderRegion: fc.constantFrom(...REGIONS),
      global: fc.boolean(),
    })
    .map(({ time, late, account, folderRegion, global }) => ({
      time,
      delivered: time + late * MINUTE,
      account,
      folderRegion,
      region: global && time < GLOBAL_SERVICES_MOVED ? 'us-east-1' : folderRegion,
    }))

const question = fc
  .record({
    start: fc.option(fc.integer({ min: -7 * 24 * 60, max: 9 * 24 * 60 }), { nil: undefined }),
    minutes: fc.option(fc.integer({ min: 0, max: 3 * 24 * 60 }), { nil: undefined }),
    account: fc.constantFrom(undefined, ...ACCOUNTS),
    region: fc.constantFrom(undefined, ...REGIONS),
    lateDays: fc.constantFrom(0, 1, 3),
  })
  .map(({ start, minutes, account, region, lateDays }) => {
    const from = start === undefined ? undefined : GLOBAL_SERVICES_MOVED + start * MINUTE
    return {
      start: from,
      end: minutes === undefined ? undefined : (from ?? GLOBAL_SERVICES_MOVED) + minutes * MINUTE,
      account,
      region,
      lateDays,
    }
  })

function treeOf(events: readonly Delivered[]): Record<string, Buffer> {
  const files: Record<string, Buffer> = {}
  events.forEach((event, n) => {
    const { account, folderRegion, delivered } = event
    const unique = `x${n}`
    const name = formatFileName({
      type: 'log',
      account,
      folder: 'CloudTrail',
      region: folderRegion,
      delivered,
      separator: 'Z_',
      unique,
      suffix: '.json.gz',
    })
    files[`AWSLogs/${account}/CloudTrail/${folderRegion}/${dayFolder(delivered)}/${name}`] = Buffer.from(
      `{"Records":[{"eventTime":"${new Date(event.time).toISOString()}","awsRegion":"${event.region}","eventID":"${n}","recipientAccountId":"${account}"}]}`,
    )
  })
  return files
}

/** An event a minute before the move, in another Region's folder and delivered a minute after it, where nothing is late. */
function justBeforeMidnight(region: string | undefined, end: number) {
  const [own = '', other = ''] = REGIONS.toSorted(
    (a, b) => Number(b === 'us-east-1') - Number(a === 'us-east-1'),
  )
  const [time, delivered] = [GLOBAL_SERVICES_MOVED - MINUTE, GLOBAL_SERVICES_MOVED + MINUTE]
  return {
    q: {
      start: GLOBAL_SERVICES_MOVED - 300 * MINUTE,
      end,
      account: undefined,
      region,
      lateDays: 0 as const,
    },
    events: [{ time, delivered, account: ACCOUNTS[0]!, folderRegion: other, region: own }],
    remote: false,
  }
}

const plan = (extra: Partial<WalkPlan>): WalkPlan => ({ ...PLAN, ...extra })

describe('pruning', () => {
  it('loses no event, from disk or from S3', async () => {
    const asked = question.chain((q) =>
      fc.record({
        q: fc.constant(q),
        events: fc.array(delivery(q.lateDays), { maxLength: 12 }),
        remote: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(asked, async ({ q, events, remote }) => {
        const source = memorySource(treeOf(events), { remote })
        const filter = allOf([
          { kind: 'time', start: q.start, end: q.end },
          ...(q.account === undefined
            ? []
            : [{ kind: 'text' as const, field: 'account' as const, values: [q.account] }]),
          ...(q.region === undefined
            ? []
            : [{ kind: 'text' as const, field: 'region' as const, values: [q.region] }]),
        ])
        const walk: Partial<WalkPlan> = {
          start: q.start,
          end: q.end,
          lateDays: q.lateDays,
          account: q.account === undefined ? undefined : (account) => account === q.account,
          region: q.region === undefined ? undefined : (region) => region === q.region,
        }
        const pruned = await ask({ sources: [source], filter, walk })
        const whole = await ask({ sources: [source], filter })
        expect(pruned.rows).toEqual(whole.rows)
        expect(pruned.report.files.read).toBeLessThanOrEqual(whole.report.files.read)
      }),
      {
        numRuns: 1000,
        examples: [
          [justBeforeMidnight('us-east-1', GLOBAL_SERVICES_MOVED + DAY)],
          [justBeforeMidnight(undefined, GLOBAL_SERVICES_MOVED - MINUTE)],
        ],
      },
    )
  })

  const start = Date.UTC(2024, 7, 18, 11, 40)
  const day = { start, end: start + 60 * MINUTE }
  const east = { region: (region: string) => region === 'us-east-1' }

  it.each([
    ['AWSLogs/123456789012/', {}, undefined],
    ['AWSLogs/123456789012/Config/', {}, undefined], // the walk knows whose it is
    ['AWSLogs/123456789012/cloudtrail-digest/', {}, 'kind'],
    ['AWSLogs/123456789012/CloudTrail-Insight/', {}, 'kind'],
    ['AWSLogs/123456789012/CloudTrail-Digest/', {}, 'kind'],
    ['AWSLogs/123456789012/', { account: () => false }, 'account'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/', { region: (r: string) => r === 'eu-west-2' }, 'region'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/', east, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/', { ...east, ...day }, 'region'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2021/11/23/', east, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2021/11/24/', east, 'region'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/', day, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2023/', day, 'time'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/07/', day, 'time'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/17/', day, 'time'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/18/', day, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/19/', day, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/20/', day, 'time'],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/20/', { ...day, lateDays: 2 }, undefined],
    ['AWSLogs/123456789012/CloudTrail/eu-west-1/2023/', { ...day, ignoreNames: true }, undefined],
    ['2024/08/17/', day, undefined], // not below a Region: somebody's own order
  ] as const)('of the folder %s with %j: %s', (folder, extra, reason) => {
    expect(skipKeyPath(parseKeyPath(folder), plan(extra))).toBe(reason)
  })

  const file: LogFileName = {
    type: 'log',
    account: '123456789012',
    folder: 'CloudTrail',
    region: 'eu-west-1',
    delivered: start,
    separator: 'Z_',
    unique: 'x',
    suffix: '.json.gz',
  }

  it.each([
    [{}, {}, undefined],
    [{ folder: 'CloudTrail-Insight' }, {}, 'kind'],
    [{}, { account: () => false }, 'account'],
    [{}, { region: (r: string) => r === 'eu-west-2' }, 'region'],
    [{ delivered: start - 6 * MINUTE }, day, undefined],
    [{ delivered: start - 7 * MINUTE }, day, 'time'],
    [{ delivered: Date.UTC(2024, 7, 19, 23, 59) }, day, undefined],
    [{ delivered: Date.UTC(2024, 7, 20) }, day, 'time'],
  ] as const)('of a file %j with %j: %s', (name, extra, reason) => {
    expect(skipFile({ ...file, ...name }, plan(extra))).toBe(reason)
  })

  it('knows the last moment of a name', () => {
    expect(notAfter(file)).toBe(start + 6 * MINUTE)
    expect(dayNotAfter('2024/08/18')).toBe(Date.UTC(2024, 7, 19, 0, 5))
  })

  it('knows the last moment of a dated folder', () => {
    const region = 'AWSLogs/123456789012/CloudTrail/eu-west-1/'
    const of = (folder: string) => folderNotAfter(parseKeyPath(region + folder))
    expect([of(''), of('2024/'), of('2024/08/'), of('2024/08/18/'), of('2024/08/18/11/')]).toEqual([
      undefined,
      Date.UTC(2025, 0, 1, 0, 5),
      Date.UTC(2024, 8, 1, 0, 5),
      Date.UTC(2024, 7, 19, 0, 5),
      Date.UTC(2024, 7, 19, 0, 5),
    ])
  })
})
