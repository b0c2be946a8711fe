// `report`: events and findings as one HTML file.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addRuleOptions } from '../../cli/detections/rule-options.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { typedWords } from '../../cli/options/typed-words.ts'
import type { ReportFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore report logs --output-file evidence.html
  trail-explore report logs --user-name alice --title 'Case 12: alice' --output-file alice.html
  trail-explore report logs --verify --public-keys keys.json --output-file evidence.html
  trail-explore report s3://my-bucket --last 7d --read-only false --author 'B. Auditor' --output-file week.html
  trail-explore report logs --max-events 1000 | gzip > evidence.html.gz`

export const registerReport: Register = (program, context) => {
  const command = program
    .command('report')
    .summary('write events and findings as one HTML file')
    .description(
      'Write one HTML file that opens in a browser without a network: the query, what was read, charts, findings of presets ' +
        'and detection rules, and a searchable and sortable table of the events with their records. Text from a log cannot ' +
        'run as code in it.',
    )
    .argument('[source...]', SOURCE_HELP)
  command.optionsGroup('Output:')
  command
    .option('--output-file <path>', 'write to a file, which appears only when it is complete')
    .addOption(new Option('--title <text>', 'heading of the report').default('CloudTrail report'))
    .option('--author <text>', 'author named in the report (default: none)')
    .addOption(
      new Option('--max-events <n>', 'maximum number of events in the table, the newest; all are counted')
        .default(100_000)
        .argParser(wholeNumber(0, 1_000_000)),
    )
    .addOption(
      new Option('--top <n>', 'maximum number of rows in each count')
        .default(10)
        .argParser(wholeNumber(1, 10_000)),
    )
  addRuleOptions(command)
  addFilterOptions(command, 'any')
  addVerifiedOptions(command, { withVerdict: true })
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: ReportFlags) => {
    const { runReport } = await import('./run.ts')
    context.exitCode = await runReport(sources, flags, context.io, typedWords(program))
  })
}
