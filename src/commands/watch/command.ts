// `watch`: events as their files are delivered.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addRuleOptions } from '../../cli/detections/rule-options.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import type { WatchFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore watch s3://my-bucket --region eu-west-1        changes and reads, as they are delivered
  trail-explore watch logs --read-only false --columns event-time,identity,event-name,target
  trail-explore watch s3://my-bucket --detect --min-level high --exec 'mail -s trail ops@example.com'
  trail-explore watch s3://my-bucket --once --state last.state -o jsonl >> events.jsonl`

export const registerWatch: Register = (program, context) => {
  const command = program
    .command('watch')
    .summary('print events, or findings of rules, as files are delivered')
    .description(
      'Look for new log files again and again and print the events in them, or with --detect what rules find in them. Events ' +
        'come in the order of delivery, minutes after they happened, and each is printed once. It begins with what is delivered ' +
        'from now on, unless a time says otherwise or --state remembers.',
    )
    .argument('[source...]', SOURCE_HELP)
  command.optionsGroup('Watching:')
  command
    .addOption(
      new Option('--every <seconds>', 'look for new files so often')
        .default(60)
        .argParser(wholeNumber(1, 86_400)),
    )
    .option('--once', 'look once and end: for cron, with --state')
    .option('--state <file>', 'remember there what was printed, and go on from there')
  command.optionsGroup('Telling:')
  command
    .option('--detect', 'print what rules find, in place of the events')
    .option('--exec <command>', 'run a shell command for each, with one JSON object on its standard input')
    .option('--webhook <url>', 'post each as a JSON object')
    .addOption(
      new Option('--max-calls <n>', 'commands and posts a minute; what is beyond is counted')
        .default(60)
        .argParser(wholeNumber(1)),
    )
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option(
        '-o, --output <format>',
        'how to print (default: table on a terminal, jsonl otherwise)',
      ).choices(['table', 'jsonl', 'csv', 'tsv']),
    )
    .addOption(csvSafe())
    .addOption(
      new Option('--columns <names>', 'columns, with commas between; see `help columns`').argParser(collect),
    )
  addRuleOptions(command)
  addFilterOptions(command, 'any')
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: WatchFlags) => {
    const { runWatch } = await import('./run.ts')
    context.exitCode = await runWatch(sources, flags, context.io)
  })
}
