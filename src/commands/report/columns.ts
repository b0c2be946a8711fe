// The columns that a report counts events by, and the cells of its table.

import { countPlans } from '../../summary/plan.ts'

export const COUNTED = countPlans([
  'event-source',
  'event-name',
  'identity',
  'source-ip',
  'error-code',
  'read-only',
  'account',
  'region',
  'identity-type',
])

/** Columns shown in the table; more would not fit the width of a page. */
export const SHOWN = [
  'event-time',
  'event-name',
  'event-source',
  'identity',
  'source-ip',
  'target',
  'error-code',
  'account',
  'region',
]

/**
 * The cells of an event. Those that the table does not show appear in the event's details. Values that the record
 * contains in the same form are not repeated, which saves some megabytes for 100,000 events.
 */
export const TABLE = [...SHOWN, 'user-name', 'read-only', 'mfa', 'location']

/** The columns requested from the decoding threads. */
export const COLUMNS: readonly string[] = [
  ...new Set([...TABLE, 'event-id', 'file', ...COUNTED.map(({ field }) => field)]),
]
