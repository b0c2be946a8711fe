// Turns aggregated counts into printable data: sorted, labelled, with times in the reader's zone. The dashboard, JSON
// and CSV are all made from it.

import { formatTime } from '../event/event-time.ts'
import { timeFormatter } from '../format/time-zone.ts'
import type { AggregateSum } from '../query/aggregate.ts'
import type { RankedValues, ValueCount } from '../query/value-counts.ts'
import type { SummaryPlan } from './plan.ts'
import type { Interval } from '../format/interval-names.ts'
import { timeline, type Timeline, type TimelineOptions } from './timeline.ts'

export interface Summary {
  readonly events: number
  readonly oldest: string | undefined
  readonly newest: string | undefined
  readonly timeline: Timeline | undefined
  readonly counts: readonly Count[]
  readonly lists: readonly {
    readonly name: string
    readonly title: string
    readonly labels: readonly string[]
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
}

/** The aggregated counts. */
export type Counted = Pick<
  AggregateSum,
  'count' | 'oldest' | 'newest' | 'columns' | 'quarters' | 'lists' | 'groups'
>

export interface Count {
  readonly field: string
  readonly title: string
  /** Events without a value are not shown to people: most events have no error code. */
  readonly omitsNone: boolean
  /** An empty value stands for events without one. */
  readonly values: RankedValues
}

export interface SummaryOptions {
  readonly timeZone: string | undefined
  readonly interval: Interval | undefined
  /** Maximum number of buckets in the timeline if no interval is given. */
  readonly buckets: number
}

export function summarize(
  aggregate: Counted,
  plan: SummaryPlan,
  { timeZone, interval, buckets }: SummaryOptions,
): Summary {
  const format = timeFormatter(timeZone)
  return {
    events: aggregate.count,
    oldest: format(aggregate.oldest) || undefined,
    newest: format(aggregate.newest) || undefined,
    timeline: plan.isDashboard ? timelineOf(aggregate, { timeZone, interval, most: buckets }) : undefined,
    counts: plan.counts.map(({ field, title, omitsNone }, i) => ({
      field,
      title,
      omitsNone,
      values: aggregate.columns[i]!.ranked(),
    })),
    lists: plan.lists.map(({ name, title, labels }, i) => {
      const { columns } = plan.spec.lists[i]!
      return {
        name,
        title,
        labels,
        columns,
        rows: aggregate.lists[i]!.map(({ time, cells }) =>
          cells.map((cell, c) =>
            columns[c] === 'event-time' && cell === formatTime(time) ? format(time) : cell,
          ),
        ),
      }
    }),
  }
}

/** The values of a count that people see: so many, and what the others are together. */
export interface ShownValues {
  /** Number of values. */
  readonly length: number
  readonly first: readonly ValueCount[]
  /** Number of values that are not shown, and of their events. */
  readonly more: number
  readonly moreEvents: number
}

export function shownValues({ values, omitsNone }: Count, top: number): ShownValues {
  const hidden = omitsNone ? values.none : 0
  const length = values.length - (hidden > 0 ? 1 : 0)
  const first = [...values.values(0, hidden > 0 ? top + 1 : top)]
    .filter(([value]) => !omitsNone || value !== '')
    .slice(0, top)
  const more = length - first.length
  const moreEvents = first.reduce((left, [, n]) => left - n, values.events - hidden)
  return { length, first, more, moreEvents }
}

const MINUTE = 60_000

function timelineOf(aggregate: Counted, options: TimelineOptions): Timeline {
  if (options.interval !== 'minute') return timeline(aggregate.quarters, options)
  const minutes = new Map<number, number>()
  for (const { first, count } of aggregate.groups[0]!.groups.values())
    if (!Number.isNaN(first)) minutes.set(Math.floor(first / MINUTE), count)
  return timeline(minutes, { ...options, unit: MINUTE })
}
