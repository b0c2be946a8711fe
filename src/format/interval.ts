// Intervals by which events are counted over time, in the reader's time zone.

import { formatTime } from '../event/event-time.ts'
import type { Interval } from './interval-names.ts'
import { timeFormatter } from './time-zone.ts'

const DAY = 86_400_000

/**
 * The start of the interval that contains a time: `2024-08-18T11:05`, `2024-08-18T11`, `2024-08-18` (for weeks: the
 * Monday), …
 */
export function intervalStart(length: Interval, timeZone: string | undefined): (time: number) => string {
  const format = timeFormatter(timeZone)
  return (time) => startOf(format(time), length)
}

/** Takes a time as formatted by timeFormatter; its year may have more than four digits. */
export function startOf(time: string, length: Interval): string {
  const at = time.indexOf('T')
  const day = time.slice(0, at)
  switch (length) {
    case 'minute':
      return time.slice(0, at + 6)
    case 'hour':
      return time.slice(0, at + 3)
    case 'day':
      return day
    case 'week':
      return mondayOf(day)
    case 'month':
      return day.slice(0, -3)
    case 'year':
      return day.slice(0, -6)
  }
}

function mondayOf(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`)
  const afterMonday = (new Date(time).getUTCDay() + 6) % 7
  const monday = formatTime(time - afterMonday * DAY)
  return monday.slice(0, monday.indexOf('T'))
}
