// An event without a valid time is outside every time range. It must not be dropped silently, so events that match the
// rest of the filter are counted.

import { allOf, conditions, type Filter } from '../clause.ts'

/** The filter without its time range; undefined if it has none. */
export function withoutWindow(filter: Filter): Filter | undefined {
  const all = conditions(filter)
  const rest = all.filter((one) => !isWindow(one))
  return rest.length < all.length ? allOf(rest) : undefined
}

/** Time ranges come from the options or from an expression. */
function isWindow(filter: Filter): boolean {
  return filter.kind === 'time' || (filter.kind === 'compare' && filter.field === 'event-time')
}
