// The names of the intervals, separate from interval.ts, which is loaded on use.

export const INTERVALS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type Interval = (typeof INTERVALS)[number]
