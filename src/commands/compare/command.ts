// `compare`: the console's "Compare event details", and what differs inside the records.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addEventOptions, EVENTS_HELP } from '../../cli/options/event-options.ts'
import type { CompareFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore compare 963bb683 8e57dd70                two events of the default source
  trail-explore compare 963bb683 8e57dd70 d03595a4 logs --last 7d
  trail-explore compare 963bb683 8e57dd70 logs -o json | jq keys
  trail-explore compare 8e57dd70 logs --previous         what a policy, a rule or a setting was before`

export const registerCompare: Register = (program, context) => {
  const command = program
    .command('compare')
    .summary('print 2 to 5 events side by side, with the differences of their records')
    .description(
      'Print the details of 2 to 5 events side by side, then every path at which their records differ. ' +
        'Differences are marked with ≠. Absent values and null count as equal.',
    )
    .argument('[event-or-source...]', EVENTS_HELP)
  addEventOptions(command, [
    new Option(
      '-o, --output <format>',
      'output format; json is {"path": [a value for each event]} for the paths that differ, with null for no value',
    )
      .choices(['table', 'json'])
      .default('table'),
    new Option(
      '--previous',
      'compare one event with the previous one that set the same: what a resource was before, and after',
    ),
  ])
  command.addHelpText('after', EXAMPLES)
  command.action(async (ids: string[], flags: CompareFlags) => {
    const { runCompare } = await import('./run.ts')
    context.exitCode = await runCompare(ids, flags, context.io)
  })
}
