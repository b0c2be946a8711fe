// An event whose time cannot be read is in no range of time. It must not be left out in silence, so what passes all the
// rest of a filter is counted.

import { allOf, conditions, type Filter } from '../clause.ts'

/** The filter without its range of time; undefined when it has none. */
export function withoutWindow(filter: Filter): Filter | undefined {
  const all = conditions(filter)
  const rest = all.filter((one) => !isWindow(one))
  return rest.length < all.length ? allOf(rest) : undefined
}

/** What the options say, and what an expression says of the time. */
function isWindow(filter: Filter): boolean {
  return filter.kind === 'time' || (filter.kind === 'compare' && filter.field === 'event-time')
}
