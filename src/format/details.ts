// The Details section of the console's event page: its fields, their texts, and which values were derived.

import type { Event } from '../event/event.ts'
import { findField, type Field } from '../event/fields.ts'
import { parsePath, textAt } from '../event/record-path.ts'
import { compileCells } from './columns.ts'

/** The console's fields, in its order; a missing value is shown as `-`. */
export const DETAIL_FIELDS: readonly string[] = [
  'event-time',
  'user-name',
  'event-name',
  'event-source',
  'access-key-id',
  'source-ip',
  'event-id',
  'request-id',
  'region',
  'error-code',
  'read-only',
]

/** Additional fields, shown where the event has them. */
export const MORE_FIELDS: readonly string[] = [
  'error-message',
  'account',
  'identity-type',
  'principal',
  'role',
  'session',
  'mfa',
  'user-agent',
  'event-type',
  'event-category',
]

export interface Detail {
  readonly field: Field
  /** Empty if the event has no such value. Not sanitized for a terminal. */
  readonly text: string
  /** Set if the record does not contain the value as shown. */
  readonly mark: 'inferred' | 'derived' | undefined
}

/** Compiles the details of an event. `fields` are field names. Throws UsageError for an unknown time zone. */
export function compileDetails(
  fields: readonly string[],
  timeZone: string | undefined,
): (event: Event) => readonly Detail[] {
  const cells = compileCells(fields, timeZone)
  const known = fields.map((name) => findField(name)!)
  return (event) =>
    cells(event).map((text, i) => ({
      field: known[i]!,
      text,
      mark: text === '' ? undefined : markOf(event, known[i]!),
    }))
}

/** A detail as one cell, such as `true (inferred)`. */
export function detailText({ text, mark }: Detail): string {
  return mark === undefined ? text : `${text} (${mark})`
}

function markOf(event: Event, field: Field): Detail['mark'] {
  if (field.inferred) return field.inferred(event) ? 'inferred' : undefined
  // A value from a saved lookup response is CloudTrail's own, not derived by us.
  if (!field.derived || field.name === 'file' || field.name === 'resource-type') return undefined
  if (field.name === 'user-name' && event.lookup?.username) return undefined
  return isStated(event, field) ? undefined : 'derived'
}

function isStated(event: Event, field: Field): boolean {
  const value = field.get(event)
  return field.path.split(', ').some((path) => {
    const steps = parsePath(path)
    return steps !== undefined && textAt(event.record, steps) === value
  })
}
