// `policy`: proposes a minimal policy from the calls of a principal.

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
    .summary('propose a minimal IAM policy from the calls that succeeded')
    .description(
      'Create an IAM policy from the calls that succeeded and match the filters: actions derived from the calls, resources ' +
        'as ARNs if all of their parts are known, otherwise *. Review the proposal before use: calls that were not made in ' +
        'the time of the logs, or that they do not record, are missing. Calls that could not be mapped are reported on ' +
        'stderr, and by -o json next to the policy.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .option('--denied-too', 'also allow calls that were refused for lack of permissions')
    .option(
      '--existing <file>',
      'IAM policy to compare with: report actions that it grants but were not used, and the reverse',
    )
    .addOption(
      new Option('-o, --output <format>', 'output format: the policy alone, or json with details about it')
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
