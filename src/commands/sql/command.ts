// `sql`: SQL queries on events, and filters translated to SQL.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { DIALECTS } from '../../engine/dialect-names.ts'
import { QUERIES } from './queries.ts'
import type { SqlFlags } from './run.ts'

const EXAMPLES = `
Examples:
  # needs DuckDB: npm install --global @duckdb/node-api
  trail-explore sql 'select eventname, count(*) from events group by 1 order by 2 desc' logs --last 7d
  # save the table, and query it again at once
  trail-explore sql 'select count(*) from events' s3://my-bucket --last 90d --save events.duckdb
  trail-explore sql 'select min(eventtime), max(eventtime) from events' events.duckdb
  # the filter as SQL for Athena; reads nothing
  trail-explore sql --print --event-name ConsoleLogin --errors`

export const registerSql: Register = (program, context) => {
  const command = program
    .command('sql')
    .summary('query events in SQL on this machine, or print a filter as SQL for Athena')
    .description(
      'Query events in SQL. Events are read and filtered as by lookup, without duplicates, and loaded into the table events of an in-memory DuckDB, with ' +
        'the columns of a CloudTrail table in Athena and the log file as path. The view event_resources has a row for each resource. ' +
        'Access to files, network and extensions is then disabled, and the query runs.\n' +
        '--print prints the filter as SQL over the same columns instead. Each condition says whether it is exact; one that is not ' +
        'may select more events than the filter, but never fewer.',
    )
    .argument('[query]', 'SQL for DuckDB, in quotes')
    .argument('[source...]', `${SOURCE_HELP}; or a database that --save wrote`)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  addListOutput(command)
    .option('--raw', 'add a column raw with the whole record as text')
    .option('--save <file>', 'save the table in a database file, which appears when it is complete')
    .option('--print', 'print the SQL of the filter and read nothing')
    .addOption(
      new Option('--dialect <name>', 'SQL dialect to print: athena, trino, duckdb or spark')
        .choices(DIALECTS)
        .default('athena'),
    )
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', () => `\n${QUESTIONS}\n${EXAMPLES}`)
  command.action(async (query: string | undefined, sources: string[], flags: SqlFlags) => {
    const { runSql } = await import('./run.ts')
    context.exitCode = await runSql(query, sources, flags, context.io)
  })
}

const QUESTIONS = [
  'Examples of queries for the usual questions, for DuckDB and Trino:',
  ...QUERIES.map(([question, sql]) => `  -- ${question}\n${wrapped(sql)}`),
].join('\n')

// Breaks long lines; SQL ignores line breaks between words.
function wrapped(sql: string): string {
  return sql.replace(/(.{1,54})(?: +|$)/g, '    $1\n').trimEnd()
}
