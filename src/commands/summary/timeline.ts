// Events over time: quarters of an hour gathered into hours, days, weeks, months or years of the reader's time zone.

import { formatTime } from '../../event/event-time.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { QUARTER } from '../../query/aggregate.ts'
import { INTERVALS, type Interval } from './intervals.ts'

export interface Timeline {
  readonly interval: Interval
  /** Oldest first; some are empty, so that what lies between events is seen. */
  readonly buckets: readonly Bucket[]
}

export interface Bucket {
  /** `2024-08-18T11`, `2024-08-18` (weeks: the Monday), `2024-08` or `2024`; empty beyond the end of JavaScript's time. */
  readonly start: string
  readonly events: number
  /** Stands for a long time without events; `start` is empty. */
  readonly isGap?: true
}

export interface TimelineOptions {
  readonly timeZone: string | undefined
  /** Absent: the finest with no more than `most` buckets. */
  readonly interval: Interval | undefined
  readonly most: number
}

/** `quarters`: events by quarters of an hour since 1970. Throws UsageError for an unknown time zone. */
export function timeline(
  quarters: ReadonlyMap<number, number>,
  { timeZone, interval, most }: TimelineOptions,
): Timeline {
  const format = timeFormatter(timeZone)
  const times = [...quarters]
    .sort((a, b) => a[0] - b[0])
    .map(([quarter, events]) => ({ time: quarter * QUARTER, events }))
  for (const candidate of interval === undefined ? INTERVALS : [interval]) {
    const buckets = bucketsOf(times, candidate, format)
    const isDetail =
      candidate === 'hour' && (buckets.length > MAX_HOURS || buckets.some(({ isGap }) => isGap))
    const fits = buckets.length <= most && !isDetail
    if (fits || interval !== undefined || candidate === 'year') return { interval: candidate, buckets }
  }
  return { interval: 'day', buckets: [] }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LENGTHS: Readonly<Record<Interval, number>> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
}
/** More hours than these, or hours with gaps, are better seen as days. */
const MAX_HOURS = 48
/** Longer times without events are one gap: a wrong clock in one record must not make a million empty days. */
const MAX_GAP = 14

function bucketsOf(
  times: readonly { readonly time: number; readonly events: number }[],
  interval: Interval,
  format: (time: number) => string,
): Bucket[] {
  const startOf = (time: number): string => START[interval](format(time))
  const buckets: { start: string; events: number; isGap?: true }[] = []
  let before = 0
  for (const { time, events } of times) {
    const start = startOf(time)
    let last = buckets.at(-1)
    if (last === undefined || last.start !== start) {
      if (last !== undefined) buckets.push(...between(before, time, interval, startOf))
      last = { start, events: 0 }
      buckets.push(last)
    }
    last.events += events
    before = time
  }
  return buckets
}

/** What lies between two buckets that have events. */
function between(
  before: number,
  after: number,
  interval: Interval,
  startOf: (time: number) => string,
): Bucket[] {
  const length = LENGTHS[interval]
  if ((after - before) / length > MAX_GAP) return [{ start: '', events: 0, isGap: true }]
  // Half a length is a step that meets every bucket, whatever the length of its month and the clocks' changes.
  const starts = new Set<string>()
  for (let time = before + length / 2; time < after; time += length / 2) starts.add(startOf(time))
  starts.delete(startOf(before))
  starts.delete(startOf(after))
  return [...starts].map((start) => ({ start, events: 0 }))
}

/** From a time as timeFormatter writes it, whose year may be longer than four digits. */
const START: Readonly<Record<Interval, (time: string) => string>> = {
  hour: (time) => time.slice(0, time.indexOf('T') + 3),
  day: dayOf,
  week: (time) => mondayOf(dayOf(time)),
  month: (time) => dayOf(time).slice(0, -3),
  year: (time) => dayOf(time).slice(0, -6),
}

function dayOf(time: string): string {
  return time.slice(0, time.indexOf('T'))
}

function mondayOf(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  const afterMonday = (new Date(time).getUTCDay() + 6) % 7
  return dayOf(formatTime(time - afterMonday * DAY))
}
