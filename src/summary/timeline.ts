// Events over time, grouped into hours, days, weeks, months or years of the reader's time zone.

import { startOf } from '../format/interval.ts'
import { INTERVALS, type Interval } from '../format/interval-names.ts'
import { timeFormatter } from '../format/time-zone.ts'
import { QUARTER } from '../query/aggregate.ts'

export interface Timeline {
  readonly interval: Interval
  /** Oldest first, including empty buckets, so that quiet periods are visible. */
  readonly buckets: readonly Bucket[]
}

export interface Bucket {
  /**
   * `2024-08-18T11`, `2024-08-18` (for weeks: the Monday), `2024-08` or `2024`; empty beyond JavaScript's time range.
   */
  readonly start: string
  readonly events: number
  /** Stands for a long period without events; `start` is empty. */
  readonly isGap?: true
}

export interface TimelineOptions {
  readonly timeZone: string | undefined
  /** If absent, the finest interval that gives at most `most` buckets. */
  readonly interval: Interval | undefined
  readonly most: number
  readonly unit?: number
}

/**
 * `counts` maps times (in units of `unit` milliseconds since 1970, at most a quarter of an hour) to numbers of events.
 * Throws UsageError for an unknown time zone.
 */
export function timeline(
  counts: ReadonlyMap<number, number>,
  { timeZone, interval, most, unit = QUARTER }: TimelineOptions,
): Timeline {
  const format = timeFormatter(timeZone)
  const times = [...counts].sort((a, b) => a[0] - b[0]).map(([n, events]) => ({ time: n * unit, events }))
  for (const candidate of interval === undefined ? COARSE : [interval]) {
    const buckets = bucketsOf(times, candidate, format)
    const isDetail =
      candidate === 'hour' && (buckets.length > MAX_HOURS || buckets.some(({ isGap }) => isGap))
    const fits = buckets.length <= most && !isDetail
    if (fits || interval !== undefined || candidate === 'year') return { interval: candidate, buckets }
  }
  return { interval: 'day', buckets: [] }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LENGTHS: Readonly<Record<Interval, number>> = {
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
}
/** Minutes are used only on request. */
const COARSE = INTERVALS.filter((length) => length !== 'minute')
/** More hours than this, or hours with gaps, are shown as days instead. */
const MAX_HOURS = 48
/**
 * Maximum number of empty buckets in a row. A longer period becomes one gap, so that a single record with a wrong
 * clock cannot create a million empty days.
 */
const MAX_GAP = 14

function bucketsOf(
  times: readonly { readonly time: number; readonly events: number }[],
  interval: Interval,
  format: (time: number) => string,
): Bucket[] {
  const begin = (time: number): string => startOf(format(time), interval)
  const buckets: { start: string; events: number; isGap?: true }[] = []
  let before = 0
  for (const { time, events } of times) {
    const start = begin(time)
    let last = buckets.at(-1)
    if (last === undefined || last.start !== start) {
      if (last !== undefined) buckets.push(...between(before, time, interval, begin))
      last = { start, events: 0 }
      buckets.push(last)
    }
    last.events += events
    before = time
  }
  return buckets
}

/** The empty buckets, or one gap, between two buckets with events. */
function between(
  before: number,
  after: number,
  interval: Interval,
  begin: (time: number) => string,
): Bucket[] {
  const length = LENGTHS[interval]
  if ((after - before) / length > MAX_GAP) return [{ start: '', events: 0, isGap: true }]
  // Steps of half a bucket reach every bucket, despite months of different lengths and clock changes.
  const starts = new Set<string>()
  for (let time = before + length / 2; time < after; time += length / 2) starts.add(begin(time))
  starts.delete(begin(before))
  starts.delete(begin(after))
  return [...starts].map((start) => ({ start, events: 0 }))
}
