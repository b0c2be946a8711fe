// `sql`: SQL queries on events, and filters translated to SQL.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { DIALECTS } from '../../engine/dialect-names.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import { QUERIES } from './queries.ts'
import type { SqlFlags } from './run.ts'

const EXAMPLES = `
Examples:
  # needs DuckDB: npm install --global @duckdb/node-api
  trail-explore sql 'select eventname, count(*) from events group by 1 order by 2 desc' logs --last 7d
  # keep the table, and ask it again at once
  trail-explore sql 'select count(*) from events' s3://my-bucket --last 90d --save events.duckdb
  trail-explore sql 'select min(eventtime), max(eventtime) from events' events.duckdb
  # the filter as SQL for Athena; reads nothing
  trail-explore sql --print --event-name ConsoleLogin --errors`

export const registerSql: Register = (program, context) => {
  const command = program
    .command('sql')
    .summary('ask events in SQL on this machine, or print a filter as SQL for Athena')
    .description(
      'Ask events in SQL. They are read as by lookup, filtered, each once, and put into the table events of a DuckDB in memory, with ' +
        'the columns of a CloudTrail table in Athena, the log file as path, and the view event_resources, a row for each resource. ' +
        'Then files, network and extensions are shut off, and the query runs.\n' +
        '--print prints the filter as SQL over the same columns instead. Each condition says whether it is exact; those that are not ' +
        'may choose more events than asked for, and never miss one.',
    )
    .argument('[query]', 'SQL of DuckDB, in quotes')
    .argument('[source...]', `${SOURCE_HELP}; or a database that --save wrote`)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option(
        '-o, --output <format>',
        'how to print (default: table on a terminal, jsonl otherwise)',
      ).choices(LIST_FORMATS),
    )
    .addOption(csvSafe())
    .option('--raw', 'a column raw with the whole record as text')
    .option('--save <file>', 'keep the table in a database file, which appears when it is complete')
    .option('--print', 'print the SQL of the filter and read nothing')
    .addOption(
      new Option('--dialect <name>', 'whose SQL to print: athena, trino, duckdb or spark')
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
