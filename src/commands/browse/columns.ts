// Columns of the list: fields and record paths, by their canonical names.

import { kindOf } from '../../output/column.ts'
import { columnOf, findField } from '../../event/fields.ts'

/** Throws UsageError for a name that is neither a field nor a path. */
export function columnName(typed: string): string {
  columnOf(typed)
  return findField(typed)?.name ?? typed
}

export function columnLabel(name: string): string {
  return findField(name)?.label ?? name
}

/** Preferred width of a column, and the minimum that is still useful. */
export function columnWidths(name: string): readonly [wanted: number, least: number] {
  return WIDTHS.get(name) ?? BY_KIND[kindOf(name)] ?? [24, 10]
}

const BY_KIND: Readonly<Partial<Record<ReturnType<typeof kindOf>, readonly [number, number]>>> = {
  whole: [20, 9],
  path: [50, 20],
  resources: [50, 16],
}
const WIDTHS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['id', [8, 8]],
  ['event-time', [20, 20]],
  ['event-name', [34, 18]],
  ['user-name', [22, 10]],
  ['event-source', [18, 10]],
  ['resource-type', [20, 10]],
  ['resource-name', [200, 16]],
  ['error-code', [24, 12]],
  ['source-ip', [20, 13]],
  ['account', [12, 12]],
  ['region', [14, 14]],
  ['identity', [30, 14]],
  ['access-key-id', [20, 20]],
  ['read-only', [9, 9]],
  ['event-id', [36, 36]],
  ['request-id', [36, 16]],
])
