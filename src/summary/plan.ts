// What a summary counts: the columns and lists of the dashboard, or the requested columns.

import type { AggregateSpec } from '../decode/aggregate.ts'
import type { AggregateList } from '../decode/newest-list.ts'
import { columnOf, findField } from '../event/fields.ts'
import { presetOf } from '../filter/presets.ts'

export interface SummaryPlan {
  readonly spec: AggregateSpec
  readonly counts: readonly CountPlan[]
  readonly lists: readonly ListPlan[]
  /** Also counts over time. */
  readonly isDashboard: boolean
}

/** One for each column of the spec. */
export interface CountPlan {
  /** The name of the field, or the path. */
  readonly field: string
  readonly title: string
  /** Events without a value get no row: most events have no error code. */
  readonly omitsNone: boolean
}

/** One for each list of the spec. */
export interface ListPlan {
  readonly name: string
  readonly title: string
  readonly labels: readonly string[]
}

/** `top` is the maximum number of rows per list. Throws UsageError for an unknown column. */
export function summaryPlan(by: readonly string[] | undefined, top: number): SummaryPlan {
  if (by !== undefined) {
    const counts = by.map((text) => {
      const { label } = columnOf(text)
      return { field: findField(text)?.name ?? text, title: label, omitsNone: false }
    })
    const unique = counts.filter(({ field }, i) => counts.findIndex((one) => one.field === field) === i)
    const spec = { columns: unique.map(({ field }) => field), lists: [] }
    return { spec, counts: unique, lists: [], isDashboard: false }
  }
  return {
    spec: {
      columns: DASHBOARD.map(({ field }) => field),
      lists: LISTS.map(({ name, preset, columns }): AggregateList => ({
        name,
        filter: presetOf(preset).filter,
        columns: columns.map(([column]) => column),
        limit: top,
      })),
    },
    counts: DASHBOARD,
    lists: LISTS.map(({ name, title, columns }) => ({
      name,
      title,
      labels: columns.map(([, label]) => label),
    })),
    isDashboard: true,
  }
}

const TITLES = {
  'event-name': 'Event names',
  'event-source': 'Services',
  'user-name': 'Users',
  identity: 'Identities',
  'source-ip': 'Source addresses',
  'error-code': 'Error codes',
  account: 'Accounts',
  region: 'Regions',
  'identity-type': 'Identity types',
  'read-only': 'Read-only',
} as const

/** Counts by these fields, in this order. */
export function countPlans(fields: readonly (keyof typeof TITLES)[]): readonly CountPlan[] {
  return fields.map((field) => ({ field, title: TITLES[field], omitsNone: field === 'error-code' }))
}

const DASHBOARD = countPlans([
  'event-name',
  'event-source',
  'user-name',
  'source-ip',
  'error-code',
  'account',
  'region',
  'identity-type',
  'read-only',
])

/** The columns of each list are in the order in which a narrow terminal keeps them. */
const LISTS: readonly {
  readonly name: string
  readonly title: string
  readonly preset: string
  readonly columns: readonly (readonly [column: string, label: string])[]
}[] = [
  {
    name: 'sign-ins',
    title: 'Latest sign-ins',
    preset: 'logins',
    columns: [
      ['event-time', 'Event time'],
      ['user-name', 'User name'],
      ['source-ip', 'Source IP address'],
      ['result', 'Result'],
      ['event-name', 'Event name'],
      ['mfa', 'MFA'],
      ['account', 'Account'],
    ],
  },
  {
    name: 'root',
    title: 'Latest root user activity',
    preset: 'root',
    columns: [
      ['event-time', 'Event time'],
      ['event-name', 'Event name'],
      ['source-ip', 'Source IP address'],
      ['error-code', 'Error code'],
      ['event-source', 'Event source'],
      ['account', 'Account'],
    ],
  },
  {
    name: 'changes',
    title: 'Latest changes',
    preset: 'changes',
    columns: [
      ['event-time', 'Event time'],
      ['event-name', 'Event name'],
      ['user-name', 'User name'],
      ['target', 'Target'],
      ['error-code', 'Error code'],
      ['account', 'Account'],
    ],
  },
]
