// The columns of a report: those that events are counted by, and the cells of its table.

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

/** In the table, as wide as a page is. */
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
 * The cells of an event; those that the table does not show are among its details. What the record says in the same words
 * is not repeated: 100,000 events are some megabytes smaller without it.
 */
export const TABLE = [...SHOWN, 'user-name', 'read-only', 'mfa', 'location']

/** What the threads are asked for. */
export const COLUMNS: readonly string[] = [
  ...new Set([...TABLE, 'event-id', 'file', ...COUNTED.map(({ field }) => field)]),
]
