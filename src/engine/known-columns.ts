// Tables have different columns: older ones lack newer fields. A condition on a missing column cannot be expressed.

import { COLUMNS } from '../event/table-columns.ts'

const NAMES = new Set(Object.keys(COLUMNS).map((name) => name.toLowerCase()))

/** The columns of a CloudTrail table that this SQL needs and the table does not have. */
export function missingColumns(sql: string, columns: ReadonlySet<string>): readonly string[] {
  const words = sql.replace(/'(?:[^']|'')*'/g, "''").match(/(?<![.\w])[a-z]+/g) ?? []
  return [...new Set(words)].filter((word) => NAMES.has(word) && !columns.has(word))
}
