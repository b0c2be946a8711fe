// Eight characters that name an event in a list, for `show` and `compare` to take: the beginning of its event ID, or for an
// event without one a part of a hash of its record, which begins with a letter that no ID of CloudTrail's begins with.

import type { Json, JsonObject } from '../util/json.ts'
import { sha256 } from '../util/sha256.ts'
import type { Event } from './event.ts'
import { eventId } from './names.ts'

export const SHORT_ID = 8
export const RECORD_HASH = /^r[\da-f]{7}$/

export function shortId(event: Event): string {
  const id = eventId(event)
  if (id !== undefined) return id.slice(0, SHORT_ID)
  return `r${sha256(Buffer.from(flat(event.record))).slice(0, SHORT_ID - 1)}`
}

// The same text for the same record. JSON.stringify would run out of stack where nesting is hostile.
function flat(record: Json): string {
  const parts: string[] = []
  const rest: Json[] = [record]
  while (rest.length > 0) {
    const value = rest.pop()!
    if (value === null || typeof value !== 'object') parts.push(JSON.stringify(value))
    else {
      const keys = Object.keys(value)
      parts.push(Array.isArray(value) ? `[${keys.length}` : `{${JSON.stringify(keys)}`)
      for (const key of keys) rest.push((value as JsonObject)[key]!)
    }
  }
  return parts.join('')
}
