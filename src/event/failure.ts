// Whether an event failed. Failed sign-ins carry a message or a response, and no error code.

import type { Event } from './event.ts'
import { own } from '../util/json.ts'

export function isError(event: Event): boolean {
  if (event.text('errorCode') !== undefined || event.text('errorMessage') !== undefined) return true
  if (event.text('eventName') !== 'ConsoleLogin') return false
  return own(event.part('responseElements'), 'ConsoleLogin') === 'Failure'
}
