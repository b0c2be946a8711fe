// `export`: events as files for other programs.

import { Argument, Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { ExportFlags, ExportFormat } from './run.ts'

const EXAMPLES = `
Examples:
  # one Parquet file of all events
  trail-explore export parquet events logs
  # a folder for each account, Region and day, as Athena, Spark and DuckDB read them
  trail-explore export parquet events s3://my-bucket --partition account,region,day --last 90d
  # a database: tables events and event_resources
  trail-explore export duckdb events.duckdb logs`

export const registerExport: Register = (program, context) => {
  const command = program
    .command('export')
    .summary('write events as Parquet files, or as a DuckDB database')
    .description(
      'Write events without duplicates as Parquet files, or as a database for the DuckDB command line, with the columns of a CloudTrail table in Athena, the log file as path and the ' +
        'original record as raw. The folder or file appears when it is complete. Only duckdb needs DuckDB (npm install --global @duckdb/node-api).',
    )
    .addArgument(new Argument('<format>', 'parquet or duckdb').choices(['parquet', 'duckdb']))
    .argument('<target>', 'folder or database file to create')
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command.addOption(
    new Option(
      '--partition <names>',
      'partition folders: one or more of account, region, day, comma-separated',
    ),
  )
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (format: ExportFormat, target: string, sources: string[], flags: ExportFlags) => {
    const { runExport } = await import('./run.ts')
    context.exitCode = await runExport(format, target, sources, flags, context.io)
  })
}
