// The kinds of values that `new` compares, in the order of its output.

import type { GroupSpec } from '../../decode/groups.ts'

export interface Dimension {
  readonly name: string
  readonly label: string
  readonly spec: GroupSpec
  /** True for values that are expected to be new. */
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
    // Temporary keys are created by the thousand.
    omit: (key) => key.startsWith('ASIA'),
  },
  { name: 'role-assumed', label: 'Role assumed', spec: of('requestParameters.roleArn', 'event-source') },
  { name: 'source-ip', label: 'Source IP address', spec: of('source-ip') },
  { name: 'user-agent-family', label: 'User agent family', spec: of('user-agent-family') },
  { name: 'region', label: 'AWS region', spec: of('region') },
  { name: 'event-name', label: 'Event name', spec: of('event-name', 'event-source') },
  { name: 'account', label: 'Account', spec: of('account') },
]
