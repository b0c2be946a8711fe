// Whether an event failed, and its result. Failed sign-ins have no error code; they have an error message, or `"<event
// name>": "Failure"` in the service's details.

import type { Event } from './event.ts'
import { ownText } from '../util/json.ts'
import { errorCode } from './names.ts'

export function isError(event: Event): boolean {
  if (event.text('errorCode') !== undefined || event.text('errorMessage') !== undefined) return true
  return statedResult(event) === 'Failure'
}

/**
 * The error code; or the result that the service states for a sign-in (`Success`, `Failure`); or the one of these that
 * is inferred.
 */
export function result(event: Event): string | undefined {
  const stated = errorCode(event) ?? statedResult(event)
  if (stated !== undefined) return stated
  if (event.text('errorMessage') !== undefined) return 'Failure'
  // Anything but an API call, or a sign-in step without a stated result, neither succeeds nor fails.
  return event.text('eventType') === 'AwsApiCall' ? 'Success' : undefined
}

/**
 * Only service events and sign-ins have details of their own. Other events return early, because reading the details
 * means parsing the record.
 */
function statedResult(event: Event): string | undefined {
  const name = event.text('eventName')
  if (name === undefined) return undefined
  const inResponse = event.textIn('responseElements', name)
  if (inResponse !== undefined || event.text('eventType') === 'AwsApiCall') return inResponse
  return ownText(event.part('serviceEventDetails'), name)
}
