// Whether an event failed, and what came of it. Failed sign-ins carry a message or `"<event name>": "Failure"` in what
// the service says of them, and no error code.

import type { Event } from './event.ts'
import { ownText } from '../util/json.ts'
import { errorCode } from './names.ts'

export function isError(event: Event): boolean {
  if (event.text('errorCode') !== undefined || event.text('errorMessage') !== undefined) return true
  return statedResult(event) === 'Failure'
}

/** The error code, or what the service states of a sign-in (`Success`, `Failure`), or which of these follows. */
export function result(event: Event): string | undefined {
  const stated = errorCode(event) ?? statedResult(event)
  if (stated !== undefined) return stated
  if (event.text('errorMessage') !== undefined) return 'Failure'
  // What is no call, or a step of a sign-in of which nothing is said, neither succeeds nor fails.
  return event.text('eventType') === 'AwsApiCall' ? 'Success' : undefined
}

/** Only events of services and sign-ins have details of their own, which is worth knowing: looking for them parses the record. */
function statedResult(event: Event): string | undefined {
  const name = event.text('eventName')
  if (name === undefined) return undefined
  const inResponse = event.textIn('responseElements', name)
  if (inResponse !== undefined || event.text('eventType') === 'AwsApiCall') return inResponse
  return ownText(event.part('serviceEventDetails'), name)
}
