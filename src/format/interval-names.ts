// The lengths that events are counted by over time, apart from the counting, which is loaded on use.

export const INTERVALS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type Interval = (typeof INTERVALS)[number]
