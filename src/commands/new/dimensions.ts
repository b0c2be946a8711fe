// What may be there for the first time, in the order in which it is told.

import type { GroupSpec } from '../../decode/groups.ts'

export interface Dimension {
  readonly name: string
  readonly label: string
  readonly spec: GroupSpec
  /** Values that are new by nature. */
  readonly omit?: (value: string) => boolean
}

const of = (column: string, ...more: readonly string[]): GroupSpec => ({
  by: [column, ...more],
  omitsNone: true,
  facts: 'event',
})

export const DIMENSIONS: readonly Dimension[] = [
  { name: 'identity', label: 'Identity', spec: of('identity') },
  {
    name: 'access-key-id',
    label: 'Access key',
    spec: of('access-key-id'),
    // Temporary ones are made by the thousand.
    omit: (key) => key.startsWith('ASIA'),
  },
  { name: 'role-assumed', label: 'Role assumed', spec: of('requestParameters.roleArn', 'event-source') },
  { name: 'source-ip', label: 'Source IP address', spec: of('source-ip') },
  { name: 'user-agent-family', label: 'User agent family', spec: of('user-agent-family') },
  { name: 'region', label: 'AWS region', spec: of('region') },
  { name: 'event-name', label: 'Event name', spec: of('event-name', 'event-source') },
  { name: 'account', label: 'Account', spec: of('account') },
]
