// `policy`: what a principal used, as the least policy that allows it.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { PolicyFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore policy logs --role app --last 90d
  trail-explore policy logs --user-name alice --existing alice.json > proposal.json
  trail-explore policy logs --role app --denied-too
  trail-explore policy logs --role app -o json | jq .unmapped`

export const registerPolicy: Register = (program, context) => {
  const command = program
    .command('policy')
    .summary('propose the least IAM policy that allows what succeeded')
    .description(
      'Make an IAM policy of the calls that succeeded and pass the filters: actions derived from the calls, resources as ARNs ' +
        'where all of their parts are known, else *. A proposal to check: what was not done in the time of the logs, and what ' +
        'they do not record, is not in it. What was not mapped is said on stderr, and in -o json beside the policy.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .option('--denied-too', 'what was refused for lack of permissions as well, as if it had been allowed')
    .option(
      '--existing <file>',
      'an IAM policy to compare with: what it grants and nobody used, and the other way round',
    )
    .addOption(
      new Option('-o, --output <format>', 'the policy alone, or json with what is said about it')
        .choices(['policy', 'json'])
        .default('policy'),
    )
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: PolicyFlags) => {
    const { runPolicy } = await import('./run.ts')
    context.exitCode = await runPolicy(sources, flags, context.io)
  })
}
