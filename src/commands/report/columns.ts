// The columns that a report counts events by, and the cells of its table.

import type { CountPlan } from '../../summary/plan.ts'

export const COUNTED: readonly CountPlan[] = [
  { field: 'event-source', title: 'Services', omitsNone: false },
  { field: 'event-name', title: 'Event names', omitsNone: false },
  { field: 'identity', title: 'Identities', omitsNone: false },
  { field: 'source-ip', title: 'Source addresses', omitsNone: false },
  { field: 'error-code', title: 'Error codes', omitsNone: true },
  { field: 'read-only', title: 'Read-only', omitsNone: false },
  { field: 'account', title: 'Accounts', omitsNone: false },
  { field: 'region', title: 'Regions', omitsNone: false },
  { field: 'identity-type', title: 'Identity types', omitsNone: false },
]

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
