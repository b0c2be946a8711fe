// The engine on Event history behind a server that refuses more than two requests a second, in virtual time.

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { FilterFlags, TypedText } from '../../../../src/cli/options/filter-options.ts'
import { select } from '../../../../src/cli/options/select-events.ts'
import type { TextField } from '../../../../src/event/field-table.ts'
import type { Filter } from '../../../../src/filter/clause.ts'
import { openSource } from '../../../../src/source/open.ts'
import type { Source } from '../../../../src/source/source.ts'
import { eventId, historyEvent } from '../../../helpers/history-events.ts'
import {
  type HistoryEntry,
  type HistoryServer,
  type HistoryServerOptions,
  startHistoryServer,
} from '../../../helpers/history-server.ts'
import { ask, type PartialQuery } from '../../../helpers/query.ts'
import { memorySource } from '../../../helpers/memory-source.ts'
import { S3_ENV } from '../../../helpers/s3-cli.ts'
import { type VirtualClock, virtualClock } from '../../../helpers/virtual-clock.ts'

const NOW = new Date('2024-08-19T00:00:00Z')
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

interface World {
  readonly server: HistoryServer
  readonly clock: VirtualClock
  readonly notices: string[]
  readonly open: (uri: string, maxPages?: number) => Promise<Source>
}

async function world(options: Omit<HistoryServerOptions, 'clock'>): Promise<World> {
  let pending = 0
  const clock = virtualClock(() => pending > 0)
  const server = await startHistoryServer({ ...options, clock })
  // Requests under way hold the time still, as they would take next to none.
  const begin = () => void pending++
  const end = () => void pending--
  subscribe('http.client.request.start', begin)
  subscribe('http.client.response.finish', end)
  cleanups.push(
    () => clock.stop(),
    () => server.close(),
  )
  cleanups.push(() => unsubscribe('http.client.request.start', begin))
  cleanups.push(() => unsubscribe('http.client.response.finish', end))
  const notices: string[] = []
  return {
    server,
    clock,
    notices,
    async open(uri, maxPages) {
      const source = await openSource(uri, {
        cwd: '/',
        env: { ...S3_ENV, AWS_ENDPOINT_URL: server.endpoint },
        stdin: async function* () {},
        history: { clock, maxPages, now: () => NOW, notice: (text) => notices.push(text) },
      })
      cleanups.push(() => source.close?.())
      return source
    },
  }
}

/** So many events, one every `step` seconds back from midnight, named after their number. */
function events(n: number, step: number, region = 'us-east-1', first = 0): HistoryEntry[] {
  return Array.from({ length: n }, (_, i) =>
    historyEvent({ time: NOW.getTime() / 1000 - 1 - i * step, id: eventId(first + i), region }),
  )
}

const times = (rows: readonly string[]) =>
  rows.map((row) => (JSON.parse(row) as { eventTime: string }).eventTime)
const run = (query: PartialQuery) =>
  ask({ ...query, walk: { folders: new Set(['CloudTrail']), ...query.walk } })
const equal = (
  field: string,
  ...values: string[]
): { filter: Filter; walk: NonNullable<PartialQuery['walk']> } => ({
  filter: { kind: 'text', field, values },
  walk: { equal: new Map([[field, values]]) },
})

describe('paging', () => {
  it('brings 10,000 events complete and in order, at 95 % of the permitted rate or more', async () => {
    const all = events(10_000, 7)
    const { server, clock, open } = await world({ events: { 'us-east-1': all } })
    const { rows, failure, report } = await run({ sources: [await open('history:us-east-1')], ...MANAGEMENT })
    expect(failure).toBeUndefined()
    expect(rows).toEqual(all.map(({ CloudTrailEvent }) => CloudTrailEvent))
    expect(report.problems.fails).toBe(false)
    const answered = server.requests.filter(({ isRefused }) => !isRefused).length
    expect(answered).toBe(200)
    expect(answered / (clock.now() / 1000)).toBeGreaterThanOrEqual(2 * 0.95)
  })

  it('asks Regions side by side: three take no longer than one', async () => {
    const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2']
    const by = Object.fromEntries(regions.map((name, i) => [name, events(1000, 60 + i, name, i * 1000)]))
    const { server, clock, open } = await world({ events: by })
    const { rows } = await run({ sources: [await open(`history:${regions.join(',')}`)], ...MANAGEMENT })
    expect(rows).toHaveLength(3000)
    expect(times(rows)).toEqual(times(rows).toSorted().toReversed())
    expect(server.requests).toHaveLength(60)
    expect(clock.now()).toBeLessThanOrEqual(12_000)
  })

  it('survives being throttled because others take from the quota', async () => {
    const all = events(500, 60)
    const { server, open } = await world({ events: { 'us-east-1': all }, rate: 0.7, burst: 1 })
    const { rows, report } = await run({ sources: [await open('history:us-east-1')], ...MANAGEMENT })
    expect(rows).toHaveLength(500)
    expect(report.problems.fails).toBe(false)
    expect(server.requests.some(({ isRefused }) => isRefused)).toBe(true)
  })

  it('costs one page a Region for the newest twenty', async () => {
    const by = { 'us-east-1': events(1000, 60), 'eu-west-1': events(1000, 50, 'eu-west-1', 1000) }
    const { server, open, notices } = await world({ events: by })
    const { rows, report } = await run({
      sources: [await open('history:us-east-1,eu-west-1')],
      limit: 20,
      ...MANAGEMENT,
    })
    const newest = [...by['us-east-1'], ...by['eu-west-1']].sort((a, b) => b.EventTime - a.EventTime)
    expect(times(rows)).toEqual(
      newest
        .slice(0, 20)
        .map(({ EventTime }) => new Date(EventTime * 1000).toISOString().replace('.000', '')),
    )
    expect(report.limited).toBe(true)
    expect(server.requests.map(({ region }) => region).sort()).toEqual(['eu-west-1', 'us-east-1'])
    expect(notices).toEqual([])
  })

  it('goes on where a token is not known any more', async () => {
    const all = events(300, 60)
    const { server, open } = await world({ events: { 'us-east-1': all } })
    server.misbehave = (_, answered) =>
      answered === 3 ? { status: 400, code: 'InvalidNextTokenException' } : undefined
    const { rows, failure } = await run({ sources: [await open('history:us-east-1')], ...MANAGEMENT })
    expect(failure).toBeUndefined()
    expect(new Set(rows)).toEqual(new Set(all.map(({ CloudTrailEvent }) => CloudTrailEvent)))
    expect(rows).toHaveLength(300)
  })

  it('tells what a long question takes, before its second page', async () => {
    const { open, notices } = await world({ events: { 'us-east-1': events(1000, 60) } })
    const start = NOW.getTime() - 1000 * 60_000
    await run({ sources: [await open('history:us-east-1')], walk: { start, ...MANAGEMENT.walk } })
    expect(notices).toEqual([
      expect.stringMatching(/up to about (?:19|20|21) pages of Event history and (?:9|10|11) s/),
    ])
  })
})

describe('what goes wrong', () => {
  it('keeps the pages that were read when credentials expire, and says what is missing', async () => {
    const all = events(500, 60)
    const { server, open } = await world({ events: { 'us-east-1': all } })
    server.misbehave = (_, answered) =>
      answered === 4 ? { status: 400, code: 'ExpiredTokenException' } : undefined
    const { rows, failure, report } = await run({ sources: [await open('history:us-east-1')], ...MANAGEMENT })
    expect(rows).toEqual(all.slice(0, 200).map(({ CloudTrailEvent }) => CloudTrailEvent))
    expect(failure).toMatchObject({ code: 'credentials', message: 'your credentials have expired' })
    expect(report.problems.fails).toBe(true)
  })

  it('names the Region that may not be asked, and reads the others', async () => {
    const by = { 'us-east-1': events(60, 60), 'eu-west-1': events(60, 60, 'eu-west-1', 100) }
    const { server, open } = await world({ events: by })
    server.misbehave = ({ region }) =>
      region === 'eu-west-1' ? { status: 400, code: 'AccessDeniedException' } : undefined
    const { rows, report } = await run({
      sources: [await open('history:us-east-1,eu-west-1')],
      ...MANAGEMENT,
    })
    expect(rows).toHaveLength(60)
    expect(report.problems.groups().flatMap(({ problems }) => problems)).toMatchObject([
      {
        kind: 'unlisted',
        file: 'history:eu-west-1',
        what: expect.stringContaining('cloudtrail:LookupEvents'),
      },
    ])
  })

  it('stops at --max-pages and names what is missing', async () => {
    const { server, open } = await world({ events: { 'us-east-1': events(500, 60) } })
    const { rows, report } = await run({ sources: [await open('history:us-east-1', 3)], ...MANAGEMENT })
    expect(rows).toHaveLength(150)
    expect(server.requests).toHaveLength(3)
    const [problem] = report.problems.groups().flatMap(({ problems }) => problems)
    expect(problem).toMatchObject({ kind: 'incomplete', file: 'history:us-east-1' })
    expect(problem?.what).toBe(
      'older events before 2024-08-18T21:30:59Z were not read, as --max-pages 3 stopped it',
    )
  })

  it('leaves out Regions that are not enabled, of all, and says so', async () => {
    const { open, notices } = await world({
      events: { 'us-east-1': events(5, 60) },
      disabled: ['af-south-1', 'me-south-1'],
    })
    const { rows, report, failure } = await run({ sources: [await open('history:all')], ...MANAGEMENT })
    expect(failure).toBeUndefined()
    expect(rows).toHaveLength(5)
    expect(report.problems.fails).toBe(false)
    expect(notices).toEqual(['Regions that are not enabled were left out: af-south-1, me-south-1'])
  })

  it('says that old events are not kept, and asks for none', async () => {
    const { server, open } = await world({ events: {} })
    const source = await open('history:us-east-1')
    const { failure } = await run({ sources: [source], walk: { end: Date.parse('2024-01-01') } })
    expect(failure).toMatchObject({ message: expect.stringContaining('90 days') })
    expect(server.requests).toEqual([])
  })
})

describe('what is asked', () => {
  it.each([
    ['event-name', ['ConsoleLogin'], [{ AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }]],
    ['event-source', ['ec2'], [{ AttributeKey: 'EventSource', AttributeValue: 'ec2.amazonaws.com' }]],
    ['user-name', ['alice'], [{ AttributeKey: 'Username', AttributeValue: 'alice' }]],
    [
      'event-name',
      ['A', 'B'],
      [
        { AttributeKey: 'EventName', AttributeValue: 'A' },
        { AttributeKey: 'EventName', AttributeValue: 'B' },
      ],
    ],
    ['event-name', ['A', 'B', 'C', 'D', 'E'], [undefined]],
    ['error-code', ['AccessDenied'], [undefined]],
  ])('%s %j', async (field, values, expected) => {
    const { server, open } = await world({ events: {} })
    const { filter, walk } = equal(field, ...values)
    await run({
      sources: [await open('history:us-east-1')],
      filter,
      walk: { ...MANAGEMENT.walk, ...merged(walk) },
    })
    expect(server.requests.map(({ attribute }) => attribute)).toEqual(expected)
  })

  it('sends the most selective of several', async () => {
    const { server, open } = await world({ events: {} })
    const wanted = new Map([
      ['read-only', ['false']],
      ['event-name', ['PutObject']],
      ['access-key-id', ['AKIAEXAMPLE']],
      ['event-category', ['Management']],
    ])
    await run({ sources: [await open('history:us-east-1')], walk: { equal: wanted } })
    expect(server.requests.map(({ attribute }) => attribute?.AttributeKey)).toEqual(['AccessKeyId'])
  })

  it('asks for Insights events where they are wanted, by what the service knows of them', async () => {
    const { server, open } = await world({ events: {} })
    const wanted = new Map([
      ['user-name', ['alice']],
      ['event-name', ['RunInstances']],
      ['event-category', ['Insight']],
    ])
    await run({ sources: [await open('history:us-east-1')], walk: { equal: wanted } })
    expect(server.requests).toMatchObject([
      { category: 'insight', attribute: { AttributeKey: 'EventName', AttributeValue: 'RunInstances' } },
    ])
  })

  it('sends the window in whole seconds around what is wanted', async () => {
    const { server, open } = await world({ events: {} })
    const start = Date.parse('2024-08-18T10:00:00.500Z')
    const end = Date.parse('2024-08-18T11:00:00.999Z')
    await run({ sources: [await open('history:us-east-1')], walk: { start, end, ...MANAGEMENT.walk } })
    expect(server.requests).toMatchObject([
      { start: Date.parse('2024-08-18T10:00:00Z') / 1000, end: Date.parse('2024-08-18T11:00:01Z') / 1000 },
    ])
  })

  it('does not ask Regions that are not wanted', async () => {
    const { server, open } = await world({ events: {} })
    const source = await open('history:us-east-1,eu-west-1')
    await run({ sources: [source], walk: { ...MANAGEMENT.walk, region: (region) => region === 'eu-west-1' } })
    expect(server.requests.map(({ region }) => region)).toEqual(['eu-west-1'])
  })
})

const day = (n: number) => `AWSLogs/123456789012/CloudTrail/us-east-1/2024/08/${n}/`
const file = (list: readonly HistoryEntry[]) =>
  Buffer.from(`{"Records":[${list.map(({ CloudTrailEvent }) => CloudTrailEvent).join(',')}]}`)

it('shows each event once beside a tree that has it too', async () => {
  const all = events(120, 3600)
  const { open } = await world({ events: { 'us-east-1': all } })
  const tree = memorySource({
    [`${day(18)}123456789012_CloudTrail_us-east-1_20240818T2359Z_aaaaaaaaaaaaaaaa.json`]: file(
      all.slice(0, 24),
    ),
    [`${day(17)}123456789012_CloudTrail_us-east-1_20240817T2359Z_bbbbbbbbbbbbbbbb.json`]: file(
      all.slice(24, 48),
    ),
  })
  for (const limit of [undefined, 30]) {
    const { rows, report } = await run({
      sources: [await open('history:us-east-1'), tree],
      limit,
      walk: MANAGEMENT.walk,
    })
    expect(rows).toEqual(all.slice(0, limit).map(({ CloudTrailEvent }) => CloudTrailEvent))
    expect(report.duplicates).toBe(limit ?? 48)
  }
})

const some = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })

it('gives what the same filters give on files, whatever of them the service is asked', async () => {
  const names = ['CreateUser', 'DeleteUser', 'DescribeInstances']
  const all = Array.from({ length: 180 }, (_, i) =>
    historyEvent({
      time: NOW.getTime() / 1000 - 60 - i * 600,
      id: eventId(i),
      name: names[i % 3]!,
      source: i % 3 === 2 ? 'ec2.amazonaws.com' : 'iam.amazonaws.com',
      user: ['alice', 'bob'][i % 2]!,
      readOnly: i % 3 === 2,
    }),
  )
  const { open } = await world({ events: { 'us-east-1': all }, rate: 1e6, burst: 1e6 })
  const history = await open('history:us-east-1')
  const files = memorySource({ 'events.json': file(all) })
  const texts = fc.record({
    'event-name': some(['CreateUser'], ['Create*'], ['CreateUser', 'DeleteUser'], ['!CreateUser']),
    'user-name': some(['alice'], ['al*'], ['nobody']),
    'event-source': some(['iam'], ['ec2.amazonaws.com'], ['!ec2']),
    'event-id': some([eventId(7)], [`${eventId(1).slice(0, 34)}*`]),
  } satisfies { readonly [field in TextField]?: unknown })
  const others = fc.record({
    readOnly: some('true' as const, 'false' as const),
    start: some('2024-08-18T06:00:00Z', '2024-08-18T10:30:30.500Z'),
    end: some('2024-08-18T12:00:00Z'),
    where: some(
      ['event-name = CreateUser or user-name = bob'],
      ['event-name = CreateUser and user-name = bob'],
    ),
  })
  await fc.assert(
    fc.asyncProperty(texts, others, async (typed, rest) => {
      const given: Partial<FilterFlags> = {
        ...(Object.fromEntries(
          Object.entries(rest).filter(([, value]) => value !== undefined),
        ) as Partial<FilterFlags>),
        texts: Object.entries(typed).flatMap(([field, values]): readonly TypedText[] =>
          values === undefined ? [] : [{ kind: 'text', field: field as TextField, values }],
        ),
      }
      const context = { now: NOW, hideReadOnly: false, onlyFiles: false }
      const { filter, walk } = select({ lateDays: 1, ...given }, context)
      const [live, saved] = [
        await ask({ sources: [history], filter, walk }),
        await ask({ sources: [files], filter, walk }),
      ]
      expect(live.failure).toBeUndefined()
      expect(live.rows).toEqual(saved.rows)
    }),
    { numRuns: 40 },
  )
}, 240_000)

const MANAGEMENT = { walk: { equal: new Map([['event-category', ['Management', 'Data']]]) } } as const

function merged(walk: NonNullable<PartialQuery['walk']>): Pick<NonNullable<PartialQuery['walk']>, 'equal'> {
  return { equal: new Map([...MANAGEMENT.walk.equal, ...(walk.equal ?? [])]) }
}
