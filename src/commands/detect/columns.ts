// The columns of `detect`: a line for each rule that matched.

import { type ColumnOptions, ruleColumns } from '../../cli/detections/columns.ts'
import type { ListColumn } from '../../output/list.ts'
import { timeColumn } from '../../output/time-column.ts'
import { identitiesText, topIdentities, type Finding } from '../../detect/findings.ts'

export function findingColumns({ time, color }: ColumnOptions): readonly ListColumn<Finding>[] {
  return [
    ...ruleColumns<Finding>(({ rule }) => rule, color),
    { key: 'count', label: 'Count', kind: 'whole', align: 'right', value: ({ count }) => count },
    timeColumn({ key: 'first', label: 'First', dropOrder: 2 }, ({ first }) => first, time),
    timeColumn({ key: 'last', label: 'Last', dropOrder: 1 }, ({ last }) => last, time),
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
