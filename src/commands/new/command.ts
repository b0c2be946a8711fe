// `new`: what was never there before.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addRunOptions, csvSafe } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import type { NewFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore new logs --since 2024-08-17                what was never there before that day
  trail-explore new s3://my-bucket --last 7d --baseline -60d..-8d
  trail-explore new logs --since 2024-08-17 --role app     for one role
  trail-explore new logs --last 1d -o jsonl | jq 'select(.new == "source-ip")'`

export const registerNew: Register = (program, context) => {
  const command = program
    .command('new')
    .summary('what was never there before: identities, keys, addresses, Regions, calls')
    .description(
      'Name what has its first event in a window of time: identities, long-lived access keys, roles assumed, addresses, ' +
        'families of user agents, Regions, calls and accounts, each with that first event. --since or --last says where the ' +
        'window begins; everything before it in these logs is what it is held against, or --baseline.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .option('--baseline <from..to>', 'hold it against this time alone, as 2024-08-01..2024-08-15')
    .addOption(
      new Option(
        '-o, --output <format>',
        'how to print (default: table on a terminal, jsonl otherwise)',
      ).choices(LIST_FORMATS),
    )
    .addOption(csvSafe())
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: NewFlags) => {
    const { runNew } = await import('./run.ts')
    context.exitCode = await runNew(sources, flags, context.io)
  })
}
