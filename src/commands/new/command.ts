// `new`: values that appear for the first time.

import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { NewFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore new logs --since 2024-08-17                what appears first on or after that day
  trail-explore new s3://my-bucket --last 7d --baseline -60d..-8d
  trail-explore new logs --since 2024-08-17 --role app     for one role
  trail-explore new logs --last 1d -o jsonl | jq 'select(.new == "source-ip")'`

export const registerNew: Register = (program, context) => {
  const command = program
    .command('new')
    .summary('list first appearances: identities, keys, addresses, Regions, calls')
    .description(
      'List what has its first event in a time window: identities, long-lived access keys, assumed roles, addresses, user ' +
        'agent families, Regions, calls and accounts, each with that first event. --since or --last sets the start of the ' +
        'window. The baseline is everything before it in these logs, or the period of --baseline.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command.option('--baseline <from..to>', 'compare only with this period, such as 2024-08-01..2024-08-15')
  addListOutput(command)
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: NewFlags) => {
    const { runNew } = await import('./run.ts')
    context.exitCode = await runNew(sources, flags, context.io)
  })
}
