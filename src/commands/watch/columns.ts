// Columns of events, and of findings.

import { type ColumnOptions, eventColumns, type RuleEvent } from '../../cli/detections/columns.ts'
import { jsonKey } from '../../event/json-key.ts'
import { columnOf } from '../../event/fields.ts'
import { compileCells } from '../../format/columns.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { kindOf } from '../../output/column.ts'
import type { ListColumn } from '../../output/list.ts'

export const DEFAULT_WATCH_COLUMNS: readonly string[] = [
  'event-time',
  'event-name',
  'identity',
  'target',
  'source-ip',
  'error-code',
]

/** Names of fields or record paths. Throws UsageError for unknown ones. */
export function columnsOf(
  names: readonly string[],
  timeZone: string | undefined,
): readonly ListColumn<LocatedEvent>[] {
  return names.map((name) => {
    const cells = compileCells([name], timeZone)
    return {
      key: jsonKey(name),
      label: columnOf(name).label,
      kind: kindOf(name),
      value: ({ event }) => cells(event)[0] || undefined,
    }
  })
}

export interface Finding extends RuleEvent {
  /** The same whenever this event is found by this rule, so that a repetition can be recognized. */
  readonly id: string
}

export function findingColumns(options: ColumnOptions): readonly ListColumn<Finding>[] {
  return [
    ...eventColumns(options),
    { key: 'findingId', label: 'Finding ID', kind: 'whole', value: ({ id }) => id, shown: false },
  ]
}
