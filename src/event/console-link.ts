// The console page of an event. Region and event ID come from a log, so they are used in a link only if they have a
// valid form.

import { RETENTION } from '../util/event-history.ts'
import { category } from './category.ts'
import type { Event } from './event.ts'
import { eventId } from './names.ts'

/**
 * The URL; undefined if the console does not have the event: older than 90 days at `now` (epoch milliseconds), or not
 * a management event.
 */
export function consoleLink(event: Event, now: number): string | undefined {
  const region = event.text('awsRegion') ?? ''
  const id = eventId(event) ?? ''
  const age = now - event.time
  if (!(age < RETENTION) || category(event) !== 'Management') return undefined
  if (!/^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/.test(region) || !/^[\da-f-]{36}$/i.test(id)) return undefined
  const domain = DOMAINS.find(([regions]) => regions.test(region))?.[1]
  if (domain === undefined) return undefined
  return `https://${region}.${domain}/cloudtrailv2/home?region=${region}#/events/${id}`
}

/** The first match counts. The consoles of the isolated (ISO) partitions have no public host name. */
const DOMAINS: readonly (readonly [RegExp, string | undefined])[] = [
  [/^cn-/, 'console.amazonaws.cn'],
  [/^us-gov-/, 'console.amazonaws-us-gov.com'],
  [/-iso[a-z]?-/, undefined],
  [/^/, 'console.aws.amazon.com'],
]
