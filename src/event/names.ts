// What an event is called, and by whom. Insights events keep their names in insightDetails, aggregated ones have an
// eventId with a small d; everything else is a top-level string, so the record is not parsed for it.

import type { Event } from './event.ts'
import { ownText } from '../util/json.ts'

export function eventName(event: Event): string | undefined {
  return event.text('eventName') ?? insightText(event, 'eventName')
}

/** The full form, `ec2.amazonaws.com`. */
export function eventSource(event: Event): string | undefined {
  return event.text('eventSource') ?? insightText(event, 'eventSource')
}

export function eventId(event: Event): string | undefined {
  return event.text('eventID') ?? event.text('eventId')
}

/** For an Insights event about errors, the error it is about. */
export function errorCode(event: Event): string | undefined {
  return event.text('errorCode') ?? insightText(event, 'errorCode')
}

function insightText(event: Event, key: string): string | undefined {
  if (event.text('eventType') !== 'AwsCloudTrailInsight' && event.text('eventCategory') !== 'Insight')
    return undefined
  return ownText(event.part('insightDetails'), key)
}
