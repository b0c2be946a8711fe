// The model: an event is a CloudTrail record plus where it came from. Everything else (user name, resources, …) is
// derived by the other modules of this folder and never stored in the record.

import type { Json, JsonObject } from '../util/json.ts'
import { own, ownText } from '../util/json.ts'
import { jsonOfMember, valuesAt } from './record-path.ts'
import { parseEventTime } from './event-time.ts'

export interface Origin {
  /** The log file in display form: a path, or s3://bucket/key. */
  readonly file: string
  /** The account in the log file's name or folder; undefined if neither contains one. */
  readonly account?: string | undefined
  /** Position of the record in its file, starting at 1. */
  readonly record?: number | undefined
}

/**
 * Fields beside the record in a saved `aws cloudtrail lookup-events` response; they take precedence over derived
 * values.
 */
export interface LookupFields {
  readonly username?: string | undefined
  readonly resources?: readonly Resource[] | undefined
}

export interface Resource {
  /** `AWS::S3::Bucket`; undefined if CloudTrail does not state it. */
  readonly type: string | undefined
  readonly name: string
}

export interface Event {
  /** `eventTime` in epoch milliseconds (`timeWindow.windowStart` for aggregated records); NaN if missing or invalid. */
  readonly time: number
  /**
   * A top-level string of the record, as delivered; undefined if absent, empty or not a string. Cheap: parses nothing.
   */
  text(key: string): string | undefined
  /** A string inside a top-level object, by the same rules: `textIn('userIdentity', 'type')`. Cheap as well. */
  textIn(key: string, name: string): string | undefined
  /** All values with that name in a top-level object, or in the objects of a top-level list. Parses only those. */
  valuesIn(key: string, name: string): readonly Json[]
  /** A top-level value of the record; undefined if absent. Parses only that value. */
  part(key: string): Json | undefined
  /** The JSON text of a top-level value that exists, as delivered. */
  json(key: string): string
  /** The whole record. Parsed on first use, so prefer `text` or `part` where they are enough. */
  readonly record: JsonObject
  readonly origin: Origin
  readonly lookup?: LookupFields | undefined
  /** `record` was reconstructed from another form; printing uses that original form. */
  readonly isRestored?: boolean | undefined
  /** The original form was not a record, but an event in a table of events. */
  readonly withoutRecord?: boolean | undefined
}

/** An event from a record that is already parsed. `text` is the JSON that it was parsed from. */
export function eventOf(
  record: JsonObject,
  origin: Origin = { file: '' },
  lookup?: LookupFields,
  text?: string,
): Event {
  return {
    record,
    origin,
    lookup,
    time: parseEventTime(own(record, 'eventTime') ?? own(own(record, 'timeWindow'), 'windowStart')),
    part: (key) => own(record, key),
    json: (key) => (text === undefined ? jsonOf(own(record, key)) : jsonOfMember(text, key)),
    textIn: (key, name) => ownText(own(record, key), name),
    valuesIn: (key, name) => valuesUnder(own(record, key), name),
    text: (key) => ownText(record, key),
  }
}

/** For `valuesIn`, of what is parsed. */
export function valuesUnder(part: Json | undefined, name: string): readonly Json[] {
  return part === undefined ? [] : valuesAt(part, [{ key: name }])
}

function jsonOf(value: Json | undefined): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '"(nested too deeply to print)"' // the call stack overflows at some thousand levels
  }
}
