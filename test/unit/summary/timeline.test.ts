import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { INTERVALS } from '../../../src/format/interval-names.ts'
import { timeline } from '../../../src/summary/timeline.ts'

/** Events at these times, one each. */
function quarters(times: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const time of times) {
    const quarter = Math.floor(Date.parse(time) / 900_000)
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1)
  }
  return counts
}

const options = { timeZone: undefined, interval: undefined, most: 50 }

test.each<[string, string[], object, string, [string, number][]]>([
  ['nothing', [], {}, 'hour', []],
  ['one moment', ['2024-08-18T11:40:00Z'], {}, 'hour', [['2024-08-18T11', 1]]],
  [
    'hours, with what lies between',
    ['2024-08-18T11:40:00Z', '2024-08-18T11:59:59Z', '2024-08-18T14:00:00Z'],
    {},
    'hour',
    [
      ['2024-08-18T11', 2],
      ['2024-08-18T12', 0],
      ['2024-08-18T13', 0],
      ['2024-08-18T14', 1],
    ],
  ],
  [
    'days of the zone, by its quarters of an hour',
    ['2024-08-18T18:14:00Z', '2024-08-18T18:15:00Z'],
    { timeZone: 'Asia/Kathmandu', interval: 'day' },
    'day',
    [
      ['2024-08-18', 1],
      ['2024-08-19', 1],
    ],
  ],
  [
    'the days of a change of clocks',
    ['2024-10-26T22:00:00Z', '2024-10-27T22:59:00Z', '2024-10-28T22:59:00Z'],
    { timeZone: 'Europe/Berlin', interval: 'day' },
    'day',
    [
      ['2024-10-27', 2],
      ['2024-10-28', 1],
    ],
  ],
  [
    'weeks begin on Monday',
    ['2024-08-18T23:59:00Z', '2024-08-19T00:00:00Z', '2024-09-02T00:00:00Z'],
    { interval: 'week' },
    'week',
    [
      ['2024-08-12', 1],
      ['2024-08-19', 1],
      ['2024-08-26', 0],
      ['2024-09-02', 1],
    ],
  ],
  [
    'months',
    ['2024-01-31T00:00:00Z', '2024-03-01T00:00:00Z'],
    { interval: 'month' },
    'month',
    [
      ['2024-01', 1],
      ['2024-02', 0],
      ['2024-03', 1],
    ],
  ],
  [
    'a long time without events is a gap',
    ['2019-01-01T00:00:00Z', '2024-08-18T00:00:00Z'],
    {},
    'day',
    [
      ['2019-01-01', 1],
      ['', 0],
      ['2024-08-18', 1],
    ],
  ],
  [
    'the finest that fits',
    ['2024-01-01T00:00:00Z', '2024-01-11T00:00:00Z', '2024-01-21T00:00:00Z'],
    { most: 6 },
    'week',
    [
      ['2024-01-01', 1],
      ['2024-01-08', 1],
      ['2024-01-15', 1],
    ],
  ],
  [
    'years, if nothing fits',
    ['2023-01-01T00:00:00Z', '2024-01-01T00:00:00Z'],
    { most: 1 },
    'year',
    [
      ['2023', 1],
      ['2024', 1],
    ],
  ],
])('%s', (_, times, changes, interval, buckets) => {
  const found = timeline(quarters(times), { ...options, ...changes })
  expect(found.interval).toBe(interval)
  expect(found.buckets.map(({ start, events }) => [start, events])).toEqual(buckets)
})

test('every event is in one bucket, no two buckets are the same, and they stand in order', () => {
  const anyTime = fc.date({ min: new Date(-8.64e15), max: new Date(8.64e15), noInvalidDate: true })
  const near = fc.date({ min: new Date('2024-01-01'), max: new Date('2024-04-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      fc.array(fc.oneof(near, near, near, anyTime), { minLength: 1, maxLength: 40 }),
      fc.option(fc.constantFrom(...INTERVALS), { nil: undefined }),
      fc.constantFrom(undefined, 'Europe/Berlin', 'Asia/Kathmandu'),
      (times, interval, timeZone) => {
        const counts = quarters(times.map((time) => time.toISOString()))
        const { buckets } = timeline(counts, { timeZone, interval, most: 60 })
        expect(buckets.reduce((sum, { events }) => sum + events, 0)).toBe(times.length)
        const starts = buckets.map(({ start }) => start).filter((start) => start !== '')
        expect(new Set(starts).size).toBe(starts.length)
        const plain = starts.filter((start) => /^\d/.test(start))
        expect([...plain].sort()).toEqual(plain)
      },
    ),
  )
})
