// Event counts over time, in at most as many steps as there are columns.

import type { Found } from './data/found.ts'

export interface Timeline {
  /** Start of the first step, epoch milliseconds. */
  readonly start: number
  /** Length of a step, in milliseconds. */
  readonly step: number
  readonly counts: readonly number[]
  /** Events earlier than the first step or later than the last one. */
  readonly outside: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  364 * DAY,
]

/** Undefined if no event has a time. */
export function timelineOf(found: Found, columns: number): Timeline | undefined {
  const span = spanOf(found)
  if (span === undefined) return undefined
  const step =
    STEPS.find((one) => stepsOf(span, one) <= columns) ?? Math.ceil((span.end - span.start) / (columns - 1))
  const start = Math.floor(span.start / step) * step
  const counts = Array.from({ length: Math.min(stepsOf(span, step), columns) }, (_, i) =>
    found.between(start + i * step, start + (i + 1) * step),
  )
  const timed = found.firstBefore(-Infinity)
  return { start, step, counts, outside: timed - counts.reduce((sum, n) => sum + n, 0) }
}

/** One record with a wrong clock must not make all others one step: beyond this many times the middle it is left out. */
const FAR = 20

function spanOf(found: Found): { readonly start: number; readonly end: number } | undefined {
  const { span } = found
  if (span === undefined) return undefined
  const timed = found.firstBefore(-Infinity)
  const timeAt = (share: number): number => found.timeAt(Math.min(Math.floor(timed * share), timed - 1))
  const [late, early] = [timeAt(0.005), timeAt(0.995)]
  const middle = Math.max(late - early, HOUR)
  const isFar = span.end - span.start > middle * FAR && timed > 200
  return isFar ? { start: early, end: late } : span
}

function stepsOf({ start, end }: { readonly start: number; readonly end: number }, step: number): number {
  return Math.floor(end / step) - Math.floor(start / step) + 1
}
