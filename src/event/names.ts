// Names and IDs of an event. Insights events have their names in insightDetails, aggregated events have `eventId`
// instead of `eventID`; everything else is a top-level string, which needs no parsing of the record.

import type { Event } from './event.ts'
import { ownText } from '../util/json.ts'

export function eventName(event: Event): string | undefined {
  return event.text('eventName') ?? insightText(event, 'eventName')
}

/** The full name: `ec2.amazonaws.com`. */
export function eventSource(event: Event): string | undefined {
  return event.text('eventSource') ?? insightText(event, 'eventSource')
}

export function eventId(event: Event): string | undefined {
  return event.text('eventID') ?? event.text('eventId')
}

/** For an Insights event about errors, the error in question. */
export function errorCode(event: Event): string | undefined {
  return event.text('errorCode') ?? insightText(event, 'errorCode')
}

function insightText(event: Event, key: string): string | undefined {
  if (event.text('eventType') !== 'AwsCloudTrailInsight' && event.text('eventCategory') !== 'Insight')
    return undefined
  return ownText(event.part('insightDetails'), key)
}
