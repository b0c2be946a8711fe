// `denied`: refused calls, grouped by identity, action, resource and reason.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { wholeNumber } from '../../cli/options/parsers.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { DeniedFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore denied logs                                who was refused what, and why
  trail-explore denied logs --role app --last 7d --propose
  trail-explore denied logs --event-source s3 --region eu-west-1
  trail-explore denied logs -o jsonl | jq 'select(.explicit)'`

export const registerDenied: Register = (program, context) => {
  const command = program
    .command('denied')
    .summary('group refused calls by identity, action, resource and reason')
    .description(
      'Group calls that were refused for lack of permissions by identity, action, resource and the kind of policy that ' +
        'refused them, as far as the error messages say. Values derived from the call instead are marked with ~. The ' +
        'most frequent groups come first.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any')
  command.optionsGroup('Output:')
  command
    .option(
      '--propose',
      'for each group, the minimal statement that would allow it, and the command that decodes an encoded message',
    )
    .addOption(
      new Option('-n, --limit <n>', 'maximum number of groups (default: all)').argParser(wholeNumber(0)),
    )
  addListOutput(command)
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: DeniedFlags) => {
    const { runDenied } = await import('./run.ts')
    context.exitCode = await runDenied(sources, flags, context.io)
  })
}
