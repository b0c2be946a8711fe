// Eight characters that identify an event in a list, accepted by `show` and `compare`: the first characters of its
// event ID. An event without an ID gets a part of a hash of its record, which starts with a letter that no event ID
// starts with.

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

// A text that is equal for equal records. JSON.stringify would overflow the call stack on hostile nesting.
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
