// The columns of `denied`.

import { proposal } from '../../iam/denial.ts'
import type { ListColumn } from '../../output/list.ts'
import { timeColumn } from '../../output/time-column.ts'
import type { DeniedGroup } from './groups.ts'

/** `time` formats times for people. */
export function deniedColumns(time: (at: number) => string): readonly ListColumn<DeniedGroup>[] {
  return [
    { key: 'count', label: 'Calls', kind: 'whole', align: 'right', value: ({ count }) => count },
    { key: 'identity', label: 'Identity', kind: 'name', value: ({ who }) => who },
    {
      key: 'action',
      label: 'Action',
      kind: 'name',
      value: ({ denial }) => denial.action,
      shown: ({ denial }) => guessed(denial.action, denial.actionIsTold),
    },
    {
      key: 'resource',
      label: 'Resource',
      kind: 'path',
      value: ({ denial }) => denial.resource,
      shown: ({ denial }) => guessed(denial.resource, denial.resourceIsTold),
    },
    {
      key: 'reason',
      label: 'Reason',
      kind: 'title',
      value: ({ denial }) => denial.reason,
      shown: ({ denial }) => shortReason(denial.reason),
    },
    { key: 'policy', label: 'Policy', kind: 'path', value: ({ denial }) => denial.policy, shown: false },
    {
      key: 'explicit',
      label: 'Explicit',
      kind: 'whole',
      value: ({ denial }) => denial.isExplicit,
      shown: false,
    },
    timeColumn({ key: 'first', label: 'First', dropOrder: 3 }, ({ first }) => first, time),
    timeColumn({ key: 'last', label: 'Last', dropOrder: 1 }, ({ last }) => last, time),
    { key: 'account', label: 'Account', kind: 'whole', dropOrder: 2, value: ({ account }) => account },
    {
      key: 'derived',
      label: 'Derived',
      kind: 'text',
      // Values from the call, because the message does not contain them.
      value: ({ denial }) => [
        ...(denial.actionIsTold || denial.action === undefined ? [] : ['action']),
        ...(denial.resourceIsTold || denial.resource === undefined ? [] : ['resource']),
      ],
      shown: false,
    },
    {
      key: 'proposal',
      label: 'Proposal',
      kind: 'text',
      value: ({ denial }) => proposal(denial),
      shown: false,
    },
    {
      key: 'encodedMessage',
      label: 'Encoded message',
      kind: 'path',
      value: ({ denial }) => denial.encoded,
      shown: false,
    },
    {
      key: 'newestEventId',
      label: 'Newest event ID',
      kind: 'whole',
      value: ({ eventId }) => eventId,
      shown: false,
    },
  ]
}

function guessed(text: string | undefined, isTold: boolean): string {
  if (text === undefined) return ''
  return isTold ? text : `~${text}`
}

/** The kind of policy comes first, because a narrow table cuts the end: `service control policy denies`. */
function shortReason(reason: string): string {
  return reason.replace(/^explicit deny in an? (.+)$/, '$1 denies').replace(/^no (.+) allows it$/, 'no $1')
}
