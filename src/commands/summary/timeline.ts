// Events over time: quarters of an hour gathered into hours, days, weeks, months or years of the reader's time zone.

import { timeFormatter } from '../../format/time-zone.ts'
import { QUARTER } from '../../query/tally-sum.ts'

export const INTERVALS = ['hour', 'day', 'week', 'month', 'year'] as const
export type Interval = (typeof INTERVALS)[number]

export interface Timeline {
  readonly interval: Interval
  /** Oldest first and without gaps, unless that would be very many. `2024-08-18T11`, `2024-08-18` (weeks: the Monday), `2024-08`, `2024`. */
  readonly buckets: readonly (readonly [start: string, events: number])[]
}

export interface TimelineOptions {
  readonly timeZone: string | undefined
  /** Absent: the finest with no more than `most` buckets. */
  readonly interval: Interval | undefined
  readonly most: number
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
/** Hours of more days than this are noise. */
const HOURLY = 3 * DAY
/** A wrong clock in one record must not make millions of empty buckets. */
const MOST_FILLED = 10_000

/** `quarters`: events by quarters of an hour since 1970. Throws UsageError for an unknown time zone. */
export function timeline(
  quarters: ReadonlyMap<number, number>,
  { timeZone, interval, most }: TimelineOptions,
): Timeline {
  const inOrder = [...quarters].sort((a, b) => a[0] - b[0])
  const first = (inOrder[0]?.[0] ?? 0) * QUARTER
  const last = (inOrder.at(-1)?.[0] ?? 0) * QUARTER
  const chosen = interval ?? fitting(last - first, most)
  const format = timeFormatter(timeZone)
  const startOf = (time: number): string => START[chosen](format(time))
  const buckets = new Map<string, number>()
  if ((last - first) / LENGTHS[chosen] <= MOST_FILLED) {
    // Half a bucket is a step that leaves out none; at least one of these lies in every month and year.
    const step = Math.min(LENGTHS[chosen] / 2, 14 * DAY)
    for (let time = first; time <= last; time += step) buckets.set(startOf(time), 0)
  }
  for (const [quarter, events] of inOrder) {
    const start = startOf(quarter * QUARTER)
    buckets.set(start, (buckets.get(start) ?? 0) + events)
  }
  return { interval: chosen, buckets: [...buckets] }
}

function fitting(span: number, most: number): Interval {
  const fits = (interval: Interval): boolean => span / LENGTHS[interval] + 2 <= most
  return INTERVALS.find((interval) => fits(interval) && !(interval === 'hour' && span > HOURLY)) ?? 'year'
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
  return dayOf(new Date(time - afterMonday * DAY).toISOString())
}
