// `sql --print`: the filter as a query, with a comment for each condition.

import type { Io } from '../../cli/io.ts'
import type { FilterFlags } from '../../cli/options/filter-options.ts'
import { select } from '../../cli/options/select-events.ts'
import type { Dialect } from '../../engine/dialect-names.ts'
import { conditionsSql } from '../../engine/filter-sql.ts'
import { printWhere } from '../../filter/where/print.ts'
import { printable } from '../../format/sanitize.ts'

export function printedSql(flags: FilterFlags & { readonly dialect: Dialect }, io: Io): string {
  const { filter } = select(flags, { now: io.now(), hideReadOnly: false, onlyFiles: false })
  const conditions = conditionsSql(filter, { dialect: flags.dialect })
  const comments = conditions
    .filter((one) => one.filter.kind !== 'category')
    .map(({ filter, exact }) => `-- ${exact ? 'exact' : 'may choose more'}: ${printable(printWhere(filter))}`)
  // A condition that SQL cannot express is left out, as its comment says.
  const wheres = conditions.map(({ sql }) => sql).filter((sql) => sql !== 'true')
  const where = wheres.length === 0 ? [] : [`where ${wheres.join('\n  and ')}`]
  return `${[...comments, 'select *', 'from events', ...where].join('\n')}\n`
}
