// Pages of Event history from a service that takes its time to answer, in virtual time.

import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../../../src/source/history/history-event.ts'
import { PAGE, Pages, type AskPage } from '../../../../src/source/history/pages.ts'
import { TokenBucket } from '../../../../src/source/history/token-bucket.ts'
import { SourceError } from '../../../../src/source/source.ts'
import { virtualClock } from '../../../helpers/virtual-clock.ts'

const NOW = Date.UTC(2024, 7, 19)
const START = NOW - 10 * 86_400_000
const RATE = 2

interface Service {
  /** Milliseconds of each answer. */
  readonly latency: number
  /** Seconds before NOW at which events happened, ascending. */
  readonly ages: readonly number[]
  readonly misbehave?: (requests: number) => Error | undefined
}

async function readAll({ latency, ages, misbehave }: Service, maySplit = true) {
  const clock = virtualClock()
  const events = ages.map((age, n): HistoryEvent => ({
    EventId: `event-${n}`,
    EventTime: new Date(NOW - age * 1000),
  }))
  const asked: number[] = []
  const ask: AskPage = async (_, { start = -Infinity, end = Infinity }, token, signal) => {
    asked.push(clock.now())
    const error = misbehave?.(asked.length)
    await clock.sleep(latency, signal)
    if (error) throw error
    const within = events.filter(
      ({ EventTime }) =>
        EventTime!.getTime() >= Math.floor(start / 1000) * 1000 &&
        EventTime!.getTime() <= Math.ceil(end / 1000) * 1000,
    )
    const from = Number(token ?? 0)
    const more = from + PAGE < within.length
    return { events: within.slice(from, from + PAGE), token: more ? String(from + PAGE) : undefined }
  }
  const pages = new Pages({
    region: 'us-east-1',
    question: { category: 'Management', attribute: undefined },
    window: { start: START, end: NOW },
    ask,
    bucket: new TokenBucket(RATE, 1, clock),
    clock,
    endpoint: undefined,
    maxPages: Infinity,
    now: () => NOW,
    maySplit,
  })
  const ids: string[] = []
  let failure: unknown
  let isBounded = true
  try {
    for (let page = await pages.next(); page !== undefined; page = await pages.next()) {
      for (const { EventId } of page) ids.push(EventId!)
      const rest = events.slice(ids.length).map(({ EventTime }) => EventTime!.getTime())
      isBounded &&= rest.every((time) => time <= pages.notAfter)
    }
  } catch (error) {
    failure = error
  }
  clock.stop()
  return { ids, asked, failure, isBounded, seconds: clock.now() / 1000 }
}

const all = (n: number) => Array.from({ length: n }, (_, i) => `event-${i}`)
const even = Array.from({ length: 10_000 }, (_, i) => i * 86)
const bursts = Array.from(
  { length: 10_000 },
  (_, i) => Math.floor(i / 2500) * 200_000 + Math.floor((i % 2500) / 3),
)

describe('10,000 events', () => {
  it.each([
    { how: 'evenly', latency: 100 },
    { how: 'evenly', latency: 480 },
    { how: 'evenly', latency: 700 },
    { how: 'evenly', latency: 1000 },
    { how: 'evenly', latency: 1500 },
    { how: 'in bursts', latency: 1000 },
  ])(
    '$how spread, $latency ms an answer: complete, in order, at 95 %% of the permitted rate',
    async ({ how, latency }) => {
      const ages = how === 'evenly' ? even : bursts
      const { ids, asked, seconds, isBounded } = await readAll({ latency, ages })
      expect(ids.join() === all(ages.length).join()).toBe(true)
      expect(isBounded).toBe(true)
      // Requests: the last answer takes its time, and so do the first three, which are one chain.
      expect(asked.length / (seconds - (4 * latency) / 1000)).toBeGreaterThan(RATE * 0.95)
      // Events: the last page of each slice is not full, and slices of a wrong length cost some more.
      const ideal = ages.length / PAGE / RATE
      expect(seconds).toBeLessThan(ideal * (how === 'evenly' ? 1.06 : 1.25) + (4 * latency) / 1000)
      const most = asked.map((time) => asked.filter((other) => other >= time && other < time + 1000).length)
      expect(Math.max(...most)).toBeLessThanOrEqual(RATE)
    },
    120_000,
  )

  it('take longer in one chain', async () => {
    const { seconds } = await readAll({ latency: 1000, ages: even }, false)
    expect(seconds).toBeGreaterThan(190)
  }, 120_000)
})

it('reads each event once and in order, however they lie', async () => {
  const ages = array(record({ gap: constantFrom(0, 0, 0, 1, 7, 3600, 40_000), events: nat(120) }), {
    maxLength: 24,
  }).map((runs) => {
    let age = 0
    return runs.flatMap(({ gap, events }) => Array.from({ length: events }, () => (age += gap)))
  })
  await assert(
    asyncProperty(ages, async (ages) => {
      const kept = ages.filter((age) => age * 1000 <= NOW - START)
      const { ids, isBounded } = await readAll({ latency: 1500, ages: kept })
      expect([ids, isBounded]).toEqual([all(kept.length), true])
    }),
    { numRuns: 25 },
  )
}, 240_000)

it('keeps what was read before a slice fails, and says what is missing', async () => {
  const { ids, failure } = await readAll({
    latency: 1000,
    ages: even,
    misbehave: (requests) =>
      requests > 60 ? Object.assign(new Error('no'), { name: 'AccessDeniedException' }) : undefined,
  })
  expect(ids.length).toBeGreaterThan(500)
  expect(ids).toEqual(all(ids.length))
  expect(failure).toBeInstanceOf(SourceError)
  expect(failure).toMatchObject({
    code: 'denied',
    problemKind: 'incomplete',
    message: expect.stringMatching(/^older events before 2024-08-1\d.* were not read: access denied/),
  })
})
