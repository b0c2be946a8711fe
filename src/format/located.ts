// A record together with its origin and the fields of a saved lookup response. The only form in which a whole event
// leaves the thread that decoded it; meant for a few events, not for a stream.

import { eventOf, type Event, type LookupFields, type Origin } from '../event/event.ts'
import { isObject, type JsonObject } from '../util/json.ts'

export interface LocatedEvent {
  readonly event: Event
  /** The record as delivered, on one line. */
  readonly raw: Uint8Array
}

/** A line of JSON with what accompanies the record, followed by the record's bytes. */
export function locatedRow(event: Event, raw: Uint8Array): Uint8Array {
  const { origin, lookup, isRestored, withoutRecord } = event
  const beside: Beside = { origin, lookup, ...(isRestored && { record: event.record, withoutRecord }) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(beside)}\n`), raw])
}

export function parseLocated(row: Uint8Array): LocatedEvent {
  const end = row.indexOf(LINE_END)
  // Copied, because the row is part of a batch, which would otherwise be kept in memory as long as the record.
  const raw = Buffer.from(row.subarray(end + 1))
  const beside = JSON.parse(Buffer.from(row.subarray(0, end)).toString()) as Beside
  const { origin, lookup, record, withoutRecord } = beside
  const event = record ? eventOf(record, origin, lookup) : eventOfText(raw.toString(), origin, lookup)
  return { raw, event: { ...event, withoutRecord } }
}

interface Beside {
  readonly origin: Origin
  readonly lookup: LookupFields | undefined
  /** The parsed record, if it differs from the bytes that follow. */
  readonly record?: JsonObject
  readonly withoutRecord?: boolean | undefined
}

const LINE_END = 0x0a

function eventOfText(text: string, origin: Origin, lookup: LookupFields | undefined): Event {
  const value: unknown = JSON.parse(text)
  return isObject(value) ? eventOf(value, origin, lookup, text) : eventOf({}, origin, lookup)
}
