// The work of `sql`.

import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import type { FilterFlags } from '../../cli/options/filter-options.ts'
import type { Dialect } from '../../engine/dialect-names.ts'
import { UsageError } from '../../util/usage-error.ts'
import { printedSql } from './print.ts'

export interface SqlFlags extends FilterFlags {
  readonly print?: true
  readonly dialect: Dialect
}

export async function runSql(flags: SqlFlags, io: Io): Promise<ExitCode> {
  if (!flags.print) throw new UsageError('nothing to do', 'add --print to see the SQL of a filter')
  await io.out.write(printedSql(flags, io))
  return 0
}
