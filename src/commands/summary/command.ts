// `summary`: the dashboard.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { INTERVALS } from './intervals.ts'
import type { SummaryFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore summary                                        the samples at a glance
  trail-explore summary s3://my-bucket --last 7d --read-only false
  trail-explore summary logs --errors --by error-code --by user-name
  trail-explore summary logs --event-source s3 --by requestParameters.bucketName --top 50
  trail-explore summary logs --by source-ip -o csv > addresses.csv
  trail-explore summary logs -o json | jq '.counts["event-name"][:3]'`

export const registerSummary: Register = (program, context) => {
  const command = program
    .command('summary')
    .summary('count events: over time, by name, user, service, address, error, and the newest that matter')
    .description(
      'Count events and show the newest sign-ins, calls of the root user and changes. ' +
        'Everything is counted unless filters say otherwise; an event found in several files counts once.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option('-o, --output <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'),
    )
    .addOption(
      new Option(
        '--by <column>',
        'count by nothing but this column or path into the record; may be given more than once, see `help columns`',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--top <n>',
        'rows of each count and list (default: 5, with --by 20; json and csv have all counts)',
      ).argParser(wholeNumber(1, 100_000)),
    )
    .addOption(
      new Option('--interval <length>', 'of the counts over time (default: the finest that fits)').choices(
        INTERVALS,
      ),
    )
    .option('--duplicates', 'count every copy of an event')
    .option('--csv-safe', 'guard CSV cells that a spreadsheet would run as formulas')
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: SummaryFlags) => {
    const { runSummary } = await import('./run.ts')
    context.exitCode = await runSummary(sources, flags, context.io)
  })
}
