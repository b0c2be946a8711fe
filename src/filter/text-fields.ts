// What each text field of a filter reads, how dear that is, and whether its text stands in the record as it is.

import { category } from '../event/category.ts'
import type { Event } from '../event/event.ts'
import { accessKeyId, accountOf, identityType, principals, roleName, username } from '../event/identity.ts'
import { errorCode, eventId, eventName, eventSource } from '../event/names.ts'
import { resources } from '../event/resources.ts'
import type { TextField } from './clause.ts'

export interface TextFieldRule {
  readonly read: (event: Event) => string | readonly string[] | undefined
  /** 0: no more than a top-level text is needed; 1: the record; 2: a walk through the record. */
  readonly cost: 0 | 1 | 2
  /** Every value is a piece of the record's text, save the exceptions that literals.ts names. */
  readonly verbatim: boolean
}

export const TEXT_FIELD_RULES: Readonly<Record<TextField, TextFieldRule>> = {
  'event-name': { read: eventName, cost: 0, verbatim: true },
  'event-source': { read: eventSource, cost: 0, verbatim: true },
  'event-id': { read: eventId, cost: 0, verbatim: true },
  'user-name': { read: username, cost: 1, verbatim: true },
  'resource-name': { read: (event) => resources(event).map((one) => one.name), cost: 2, verbatim: true },
  'resource-type': { read: resourceTypes, cost: 2, verbatim: false },
  'access-key-id': { read: accessKeyId, cost: 1, verbatim: true },
  // The log file's own account comes first, so that leaving out other accounts' folders changes nothing.
  account: { read: (event) => event.origin.account ?? accountOf(event), cost: 0, verbatim: false },
  region: { read: (event) => event.text('awsRegion'), cost: 0, verbatim: true },
  'error-code': { read: errorCode, cost: 0, verbatim: true },
  'user-agent': { read: (event) => event.text('userAgent'), cost: 0, verbatim: true },
  'identity-type': { read: identityType, cost: 1, verbatim: true },
  role: { read: roleName, cost: 1, verbatim: true },
  principal: { read: principals, cost: 1, verbatim: true },
  'event-category': { read: category, cost: 0, verbatim: false },
  'event-type': { read: (event) => event.text('eventType'), cost: 0, verbatim: true },
}

function resourceTypes(event: Event): readonly string[] {
  return resources(event).flatMap((one) => (one.type === undefined ? [] : [one.type]))
}
