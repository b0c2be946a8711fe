// Durations as people type them: 30m, 12h, 90d, 2w, 3mo, 1y, "5 days". Months and years are calendar months and years.

import { UsageError } from '../../util/usage-error.ts'
import { fromClock, toClock, type Zone } from '../../util/zone.ts'

export interface Duration {
  readonly months: number
  readonly milliseconds: number
}

const UNITS: readonly (readonly [words: RegExp, length: Duration])[] = [
  [/^(?:s|secs?|seconds?)$/, { months: 0, milliseconds: 1000 }],
  [/^(?:m|mins?|minutes?)$/, { months: 0, milliseconds: 60_000 }],
  [/^(?:h|hrs?|hours?)$/, { months: 0, milliseconds: 3_600_000 }],
  [/^(?:d|days?)$/, { months: 0, milliseconds: 86_400_000 }],
  [/^(?:w|wks?|weeks?)$/, { months: 0, milliseconds: 604_800_000 }],
  [/^(?:mo|mon|months?)$/, { months: 1, milliseconds: 0 }],
  [/^(?:y|yrs?|years?)$/, { months: 12, milliseconds: 0 }],
]

/** Throws UsageError. */
export function parseDuration(text: string): Duration {
  const m = /^(\d{1,5}) ?([a-z]+)$/.exec(text.trim())
  const unit = m ? UNITS.find(([words]) => words.test(m[2]!))?.[1] : undefined
  const count = Number(m?.[1] ?? 0)
  if (unit && count > 0) return { months: count * unit.months, milliseconds: count * unit.milliseconds }
  throw new UsageError(`'${text}' is not a duration`, 'write 30m, 12h, 90d, 2w, 3mo or 1y')
}

/** Subtracts a duration from a time, or adds it if `sign` is 1. Days are 24 hours. */
export function shift(time: number, { months, milliseconds }: Duration, sign: 1 | -1, zone: Zone): number {
  if (months === 0) return time + sign * milliseconds
  const clock = new Date(toClock(time, zone))
  const day = clock.getUTCDate()
  clock.setUTCDate(1)
  clock.setUTCMonth(clock.getUTCMonth() + sign * months)
  // A month without a 31st uses its last day.
  const last = new Date(Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth() + 1, 0)).getUTCDate()
  clock.setUTCDate(Math.min(day, last))
  return fromClock(clock.getTime(), zone)
}
