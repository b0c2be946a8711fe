// `watch`: prints events as their files are delivered.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addRuleOptions } from '../../cli/detections/rule-options.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import type { WatchFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore watch s3://my-bucket --region eu-west-1        changes and reads as they are delivered
  trail-explore watch logs --read-only false --columns event-time,identity,event-name,target
  trail-explore watch s3://my-bucket --detect --min-level high --exec 'mail -s trail ops@example.com'
  trail-explore watch s3://my-bucket --once --state last.state -o jsonl >> events.jsonl`

export const registerWatch: Register = (program, context) => {
  const command = program
    .command('watch')
    .summary('print events, or findings of rules, as files are delivered')
    .description(
      'Poll for new log files and print their events, or with --detect the findings of rules. Events are printed in the ' +
        'order of delivery, minutes after they happened, each of them once. The first poll only records what is there, ' +
        'unless a start time is given or --state continues an earlier run.',
    )
    .argument('[source...]', SOURCE_HELP)
  command.optionsGroup('Watching:')
  command
    .addOption(
      new Option('--every <seconds>', 'interval between polls, in seconds')
        .default(60)
        .argParser(wholeNumber(1, 86_400)),
    )
    .option('--once', 'poll once and exit: for cron, with --state')
    .option(
      '--state <file>',
      'file that remembers what was printed, so that a later run continues; with `>> file`, each exactly once',
    )
  command.optionsGroup('Notifications:')
  command
    .option('--detect', 'print the findings of rules instead of events')
    .option(
      '--exec <command>',
      'run a shell command for each line printed, with one JSON object on its standard input',
    )
    .option('--webhook <url>', 'POST a JSON object for each line printed')
    .addOption(
      new Option('--max-calls <n>', 'maximum number of notifications per minute; further ones are counted')
        .default(60)
        .argParser(wholeNumber(1)),
    )
  command.optionsGroup('Output:')
  addListOutput(command, { formats: ['table', 'jsonl', 'csv', 'tsv'] }).addOption(
    new Option('--columns <names>', 'comma-separated columns; see `help columns`').argParser(collect),
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
