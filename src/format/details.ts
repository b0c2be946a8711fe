// The Details section of the console's event page: which fields, how each reads, and which values were derived.

import type { Event } from '../event/event.ts'
import { findField, type Field } from '../event/fields.ts'
import { parsePath, textAt } from '../event/record-path.ts'
import { compileCells } from './columns.ts'

/** The console's, in its order; a missing value shows as `-`. */
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

/** What helps besides, where the event has it. */
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
  /** Empty when the event has no such value. Not made safe for a terminal. */
  readonly text: string
  /** How the value came about, when the record does not hold it as it is. */
  readonly mark: 'inferred' | 'derived' | undefined
}

/** Details of one event after the other. `fields` are names of fields. Throws UsageError for an unknown zone. */
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

/** A detail as one cell: `true (inferred)`. */
export function detailText({ text, mark }: Detail): string {
  return mark === undefined ? text : `${text} (${mark})`
}

function markOf(event: Event, field: Field): Detail['mark'] {
  if (field.inferred) return field.inferred(event) ? 'inferred' : undefined
  // What CloudTrail itself said in a saved lookup response is no derivation of ours.
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
