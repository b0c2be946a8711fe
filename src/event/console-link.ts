// The page of an event in the console. Region and ID come from a log: only what looks like one gets into a link.

import { category } from './category.ts'
import type { Event } from './event.ts'
import { eventId } from './names.ts'

/** How long the Event history keeps an event. */
const KEPT = 90 * 86_400_000

/** undefined when the console does not have the event: too old at `now` (epoch milliseconds), or no management event. */
export function consoleLink(event: Event, now: number): string | undefined {
  const region = event.text('awsRegion') ?? ''
  const id = eventId(event) ?? ''
  const age = now - event.time
  if (!(age < KEPT) || category(event) !== 'Management') return undefined
  if (!/^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/.test(region) || !/^[\da-f-]{36}$/i.test(id)) return undefined
  const domain = DOMAINS.find(([regions]) => regions.test(region))?.[1]
  if (domain === undefined) return undefined
  return `https://${region}.${domain}/cloudtrailv2/home?region=${region}#/events/${id}`
}

/** The first that fits. The isolated partitions have consoles that nobody outside can name. */
const DOMAINS: readonly (readonly [RegExp, string | undefined])[] = [
  [/^cn-/, 'console.amazonaws.cn'],
  [/^us-gov-/, 'console.amazonaws-us-gov.com'],
  [/-iso[a-z]?-/, undefined],
  [/^/, 'console.aws.amazon.com'],
]
