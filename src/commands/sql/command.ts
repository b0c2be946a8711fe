// `sql`: a filter as SQL.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addPrintingOptions } from '../../cli/options/run-options.ts'
import { DIALECTS } from '../../engine/dialect-names.ts'
import type { SqlFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore sql --print --event-name ConsoleLogin --errors        for Athena
  trail-explore sql --print --preset root --last 90d --dialect duckdb
  trail-explore sql --print --where 'source-ip = internet and not mfa = true'`

export const registerSql: Register = (program, context) => {
  const command = program
    .command('sql')
    .summary('a filter as SQL, for Athena, Trino, DuckDB or Spark')
    .description(
      'Print a filter as SQL over the columns of a CloudTrail table in Athena. Each condition says whether it is exact; those that are ' +
        'not may choose more events than asked for, and never miss one.',
    )
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .option('--print', 'print the SQL of the filter and read nothing')
    .addOption(
      new Option('--dialect <name>', 'whose SQL to print: athena, trino, duckdb or spark')
        .choices(DIALECTS)
        .default('athena'),
    )
  addPrintingOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (flags: SqlFlags) => {
    const { runSql } = await import('./run.ts')
    context.exitCode = await runSql(flags, context.io)
  })
}
