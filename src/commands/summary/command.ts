// `summary`: the dashboard.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { typedWords } from '../../cli/options/typed-words.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import { INTERVALS } from '../../format/interval-names.ts'
import type { SummaryFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore summary                                        the samples at a glance
  trail-explore summary s3://my-bucket --last 7d --read-only false
  trail-explore summary logs --errors --by error-code --by user-name
  trail-explore summary logs --event-source s3 --by requestParameters.bucketName --top 50
  trail-explore summary logs --by user-name,event-name --distinct source-ip
  trail-explore summary logs --errors --by user-name --interval minute -o csv
  trail-explore summary logs --by source-ip -o csv > addresses.csv
  trail-explore summary logs --by event-name -o jsonl | jq -r .value
  trail-explore summary logs -o html > summary.html            a page of charts to hand in
  trail-explore summary logs -o json | jq '.counts.eventName[:3]'`

export const registerSummary: Register = (program, context) => {
  const command = program
    .command('summary')
    .summary('count events over time, by name, user, service, address and error')
    .description(
      'Count events and show the latest sign-ins, root user activity and changes. ' +
        'All events are counted unless there are filters; an event found in several files counts once.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option('-o, --output <format>', 'output format')
        .choices([...LIST_FORMATS, 'html'])
        .default('table'),
    )
    .addOption(
      new Option(
        '--by <column>',
        'count only by this column or record path; repeatable; a,b counts every combination; see `help columns`',
      ).argParser(collect),
    )
    .addOption(
      new Option(
        '--top <n>',
        'rows per table (default: 5; 20 with --by; 10 in html; all in json, jsonl, csv and tsv)',
      ).argParser(wholeNumber(1, 100_000)),
    )
    .addOption(
      new Option(
        '--interval <length>',
        'time per bar of the timeline (default: the finest that fits); with --by, counts per interval',
      ).choices(INTERVALS),
    )
    .addOption(
      new Option('--distinct <column>', 'number of distinct values of this column in each group').argParser(
        collect,
      ),
    )
    .addOption(
      new Option(
        '--sum <path>',
        'sum of the numbers at this path, such as additionalEventData.bytesTransferredOut',
      ).argParser(collect),
    )
    .option('--duplicates', 'count every copy of an event')
    .addOption(csvSafe())
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: SummaryFlags) => {
    const { runSummary } = await import('./run.ts')
    context.exitCode = await runSummary(sources, flags, context.io, typedWords(program))
  })
}
