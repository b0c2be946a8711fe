// Finds the event that shows what a resource was like before another event changed it.

import { accountOf } from '../../event/identity.ts'
import { isError } from '../../event/failure.ts'
import { formatTime } from '../../event/event-time.ts'
import { eventId, eventName } from '../../event/names.ts'
import { readOnly } from '../../event/read-only.ts'
import { mainResource, target } from '../../event/target.ts'
import { allOf } from '../../filter/clause.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import type { LocatedEvent } from '../../format/located.ts'
import type { Reading } from '../../cli/reading/read-events.ts'
import { SourceError } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface Previous {
  readonly found: LocatedEvent
  /** How the event was found, in one sentence. */
  readonly how: string
}

/**
 * The latest earlier event in which the same call succeeded for the same resource; if there is none, the latest earlier
 * change of the resource. Throws UsageError if the event names no resource, SourceError if nothing was found.
 */
export async function previousOf({ event }: LocatedEvent, reading: Reading): Promise<Previous> {
  const resource = mainResource(event)
  const name = resource ?? target(event)
  if (name === undefined || Number.isNaN(event.time))
    throw new UsageError(
      `${eventName(event) ?? 'the event'}: names no resource, or has no time`,
      'give the ID of an event that changes something',
    )
  const isSame = ({ event: other }: LocatedEvent): boolean =>
    eventName(other) === eventName(event) && target(other) === target(event)
  let change: LocatedEvent | undefined
  const { walk } = reading.selection
  const events = reading.events({
    filter: allOf([
      { kind: 'time', start: walk.start, end: event.time - 1 },
      // Without a resource in the filter's terms, only the same call can be recognised.
      resource === undefined
        ? { kind: 'text', field: 'event-name', values: [escapeValue(eventName(event) ?? '')] }
        : { kind: 'text', field: 'resource-name', values: [escapeValue(resource)] },
      { kind: 'read-only', value: false },
    ]),
    walk: { ...walk, equal: undefined, end: Math.min(walk.end ?? Infinity, event.time) },
  })
  let same: LocatedEvent | undefined
  for await (const found of events) {
    const { event: other } = found
    if (isError(other) || readOnly(other).value || accountOf(other) !== accountOf(event)) continue
    if (eventId(other) === eventId(event)) continue
    if (isSame(found)) {
      same = found
      break
    }
    change ??= found
  }
  await events.result
  const call = eventName(event) ?? 'call'
  if (same) return { found: same, how: `the previous ${call} of ${name}, ${formatTime(same.event.time)}` }
  if (change === undefined)
    throw new SourceError(
      'not-found',
      `no earlier change of ${name} in these logs`,
      'name more sources, or drop times: what was before may have been logged earlier',
    )
  const other = `${eventName(change.event) ?? '-'}, ${formatTime(change.event.time)}`
  return { found: change, how: `no earlier ${call} of ${name}; the latest earlier change is ${other}` }
}
