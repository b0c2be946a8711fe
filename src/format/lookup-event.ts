// One element of `Events` in the response of the LookupEvents API, as the AWS CLI prints it, so that scripts written
// for `aws cloudtrail lookup-events` keep working.

import { formatTime } from '../event/event-time.ts'
import type { Event, Resource } from '../event/event.ts'
import { accessKeyId, username } from '../event/identity.ts'
import { eventId, eventName, eventSource } from '../event/names.ts'
import { readOnly } from '../event/read-only.ts'
import { resources } from '../event/resources.ts'

/** The element, indented to fit into `{"Events": [` with four spaces per level. `raw` is the record's bytes. */
export function lookupEvent(event: Event, raw: Uint8Array): string {
  // JSON.stringify omits undefined values.
  const element = {
    EventId: eventId(event),
    EventName: eventName(event),
    ReadOnly: String(readOnly(event).value),
    AccessKeyId: accessKeyId(event),
    EventTime: formatTime(event.time) || undefined,
    EventSource: eventSource(event),
    Username: username(event),
    Resources: resources(event).map(resourceElement),
    CloudTrailEvent: Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString(),
  }
  // JSON.stringify writes line ends only between values, never inside a string.
  const indent = ' '.repeat(8)
  return indent + JSON.stringify(element, undefined, 4).replaceAll('\n', `\n${indent}`)
}

function resourceElement(resource: Resource): object {
  return { ResourceType: resource.type, ResourceName: resource.name }
}
