// Finds days without log files inside the period that a tree covers, for each account and Region. A gap proves nothing:
// CloudTrail delivers no log file when nothing happens. Digest files on such days show that the trail was on.

import { type Count, dayText } from './tree.ts'

export interface Gap {
  readonly tree: string
  readonly account: string
  readonly region: string
  /** First and last day without log files, `2024-08-18`. */
  readonly from: string
  readonly to: string
  readonly days: number
  /**
   * Before the first delivery of this account and Region, between two deliveries, after the last, or the whole period.
   */
  readonly where: 'before' | 'between' | 'after' | 'whole'
  /** Number of digest files on these days. */
  readonly digests: number
}

export interface Span {
  /** Requested times, epoch milliseconds; undefined means that the tree's first or last delivery is the limit. */
  readonly start?: number | undefined
  readonly end?: number | undefined
}

const DAY = 86_400_000

/** Finds the gaps of `regions`, a Tree's branches at the level `region`. */
export function findGaps(regions: readonly Count[], asked: Span = {}): readonly Gap[] {
  const spans = new Map<string, { first: number; last: number }>()
  for (const { tree, days } of regions) {
    const span = spans.get(tree) ?? {
      first: asked.start === undefined ? Infinity : Math.floor(asked.start / DAY),
      last: asked.end === undefined ? -Infinity : Math.floor(asked.end / DAY),
    }
    for (const day of days) {
      span.first = Math.min(span.first, day)
      span.last = Math.max(span.last, day)
    }
    spans.set(tree, span)
  }
  return regions.flatMap((region) => gapsOf(region, spans.get(region.tree)!))
}

function gapsOf(region: Count, span: { first: number; last: number }): readonly Gap[] {
  const days = [...region.days].sort((a, b) => a - b)
  const gaps: Gap[] = []
  let next = span.first
  for (const day of [...days, span.last + 1]) {
    if (day > next && Number.isFinite(next)) {
      gaps.push(gap(region, next, day - 1, whereOf(next === span.first, day > span.last)))
    }
    next = Math.max(next, day + 1)
  }
  return gaps
}

function whereOf(atStart: boolean, atEnd: boolean): Gap['where'] {
  if (atStart) return atEnd ? 'whole' : 'before'
  return atEnd ? 'after' : 'between'
}

function gap(region: Count, from: number, to: number, where: Gap['where']): Gap {
  let digests = 0
  for (const [day, n] of region.digestDays) if (day >= from && day <= to) digests += n
  return {
    tree: region.tree,
    account: region.account,
    region: region.region,
    from: dayText(from),
    to: dayText(to),
    days: to - from + 1,
    where,
    digests,
  }
}
