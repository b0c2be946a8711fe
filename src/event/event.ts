// The model: an event is a CloudTrail record plus where it came from. Everything else (user name, resources, …) is
// derived from these by the modules beside this one and never stored in the record.

import type { Json, JsonObject } from '../util/json.ts'
import { own, ownText } from '../util/json.ts'
import { jsonOfMember } from './record-path.ts'
import { parseEventTime } from './event-time.ts'

export interface Origin {
  /** The log file as a person would name it: a path, or s3://bucket/key. */
  readonly file: string
  /** The account in the log file's name or folder; undefined where the name does not tell. */
  readonly account?: string | undefined
  /** Which of the file's records it is, from 1. */
  readonly record?: number | undefined
}

/** What a saved `aws cloudtrail lookup-events` response says beside the record; preferred to our derivation. */
export interface LookupFields {
  readonly username?: string | undefined
  readonly resources?: readonly Resource[] | undefined
}

export interface Resource {
  /** `AWS::S3::Bucket`, or undefined where CloudTrail does not tell. */
  readonly type: string | undefined
  readonly name: string
}

export interface Event {
  /** `eventTime` in epoch milliseconds (`timeWindow.windowStart` for aggregated records); NaN when unusable. */
  readonly time: number
  /** A top-level string of the record, as delivered; undefined when absent, empty or not a string. Cheap. */
  text(key: string): string | undefined
  /** The same of a string inside a top-level object: `textIn('userIdentity', 'type')`. Cheap too. */
  textIn(key: string, name: string): string | undefined
  /** A top-level value of the record, undefined when absent. Parses no more than that value. */
  part(key: string): Json | undefined
  /** The JSON text of a top-level value, as delivered; of what is there. */
  json(key: string): string
  /** The whole record. Parsed on first use, so ask for `text` or `part` where that is enough. */
  readonly record: JsonObject
  readonly origin: Origin
  readonly lookup?: LookupFields | undefined
  /** `record` was made of something else, which is what is printed as it. */
  readonly isRestored?: boolean | undefined
  /** That was no record but what a table of events said of it. */
  readonly withoutRecord?: boolean | undefined
}

/** An event from a record that is already parsed; `text` is what it was parsed from. */
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
    text: (key) => ownText(record, key),
  }
}

function jsonOf(value: Json | undefined): string {
  try {
    return JSON.stringify(value)
  } catch {
    return '"(nested too deeply to print)"' // the stack ends some thousand levels down
  }
}
