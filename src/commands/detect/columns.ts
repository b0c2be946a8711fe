// The columns of `detect`: a line for each rule that matched.

import { type ColumnOptions, ruleColumns } from '../../cli/detections/columns.ts'
import { formatTime } from '../../event/event-time.ts'
import type { ListColumn } from '../../output/list.ts'
import { identitiesText, topIdentities, type Finding } from '../../detect/findings.ts'

export function findingColumns({ time, color }: ColumnOptions): readonly ListColumn<Finding>[] {
  return [
    ...ruleColumns<Finding>(({ rule }) => rule, color),
    { key: 'count', label: 'Count', kind: 'whole', align: 'right', value: ({ count }) => count },
    {
      key: 'first',
      label: 'First',
      kind: 'whole',
      dropOrder: 2,
      value: ({ first }) => formatTime(first) || undefined,
      shown: ({ first }) => (Number.isNaN(first) ? '-' : time(first)),
    },
    {
      key: 'last',
      label: 'Last',
      kind: 'whole',
      dropOrder: 1,
      value: ({ last }) => formatTime(last) || undefined,
      shown: ({ last }) => (Number.isNaN(last) ? '-' : time(last)),
    },
    {
      key: 'identities',
      label: 'Who or what',
      kind: 'resources',
      value: ({ identities }) => Object.fromEntries(topIdentities(identities)),
      shown: (finding) => identitiesText(finding),
    },
    {
      key: 'groups',
      label: 'Groups',
      kind: 'text',
      value: ({ groups }) => (groups.length === 0 ? undefined : groups),
      shown: false,
    },
    { key: 'eventIds', label: 'Event IDs', kind: 'text', value: ({ eventIds }) => eventIds, shown: false },
  ]
}
