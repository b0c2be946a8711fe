// `lookup`: the Event history page on log files.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { FORMAT_NAMES } from '../../format/format-names.ts'
import type { LookupFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore lookup                                     changes in the samples, newest first
  trail-explore lookup logs --read-only any --last 12h     everything of the last twelve hours
  trail-explore lookup s3://my-bucket --event-name ConsoleLogin --errors
  trail-explore lookup logs --user-name alice --event-source iam -o csv --output-file alice.csv
  trail-explore lookup logs --errors --output-file errors.parquet     for DuckDB, pandas, Athena
  trail-explore lookup logs --event-name 'Delete*' --event-name '!DeleteNetworkInterface'
  trail-explore lookup logs --preset root --columns event-time,event-name,source-ip,target
  trail-explore lookup logs -o jsonl | jq .userIdentity.arn
  trail-explore lookup logs --columns event-time,user-name,source-ip | sort | uniq -c
  trail-explore lookup logs --preset trail-tampering --last 1d --exit-code -q > alarm.jsonl; test $? -eq 4 || notify`

export const registerLookup: Register = (program, context) => {
  const command = program
    .command('lookup')
    .summary('find events and print them like the Event history page')
    .description(
      'Find CloudTrail events in log files and print them, newest first, like the Event history page of the console.\n' +
        'Like there, a table on a terminal without a filter shows the newest changes (Read-only = false); --read-only any shows everything.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any; false for a table on a terminal without a filter')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option(
        '-o, --output <format>',
        'output format (default: table on a terminal; otherwise by the extension of --output-file, tsv with --columns, else jsonl)',
      ).choices(FORMAT_NAMES),
    )
    .addOption(
      new Option('-n, --limit <n>', 'stop after n events (default: 50 for a table on a terminal)').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option('--max-items <n>', 'the same as --limit, as the AWS CLI spells it').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option('--order <order>', 'newest or oldest first').choices(['desc', 'asc']).default('desc'),
    )
    .addOption(
      new Option(
        '--columns <names>',
        'comma-separated columns, see `help columns`; json and jsonl print objects with these instead of records',
      ).argParser(collect),
    )
    .option('--wide', 'do not limit the table to the width of the terminal')
    .option('--no-truncate', 'wrap long cells instead of cutting them')
    .addOption(csvSafe())
    .option('--output-file <path>', 'write to a file, which appears only when it is complete')
    .option('--count', 'print only how many events match')
    .option('--exit-code', 'exit with status 4 if no event matches')
    .option('--duplicates', 'show every copy of an event')
    .option('--explain', 'explain the filter in words and read nothing')
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: LookupFlags) => {
    const { runLookup } = await import('./run.ts')
    context.exitCode = await runLookup(sources, flags, context.io)
  })
}
