// `compare`: the console's "Compare event details", and what differs inside the records.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addEventOptions, EVENTS_HELP } from '../../cli/options/event-options.ts'
import type { CompareFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore compare 963bb683 8e57dd70                two events of the default source
  trail-explore compare 963bb683 8e57dd70 d03595a4 logs --last 7d
  trail-explore compare 963bb683 8e57dd70 logs -o json | jq keys`

export const registerCompare: Register = (program, context) => {
  const command = program
    .command('compare')
    .summary('print 2 to 5 events side by side, and where their records differ')
    .description(
      'Print the details of 2 to 5 events side by side, then every path at which their records differ. ' +
        'What differs is marked with ≠. A value that is absent and one that is null count as the same.',
    )
    .argument('[event-or-source...]', EVENTS_HELP)
  addEventOptions(command, [
    new Option(
      '-o, --output <format>',
      'how to print; json is {"path": [a value for each event]} of the paths that differ, null for none',
    )
      .choices(['table', 'json'])
      .default('table'),
  ])
  command.addHelpText('after', EXAMPLES)
  command.action(async (ids: string[], flags: CompareFlags) => {
    const { runCompare } = await import('./run.ts')
    context.exitCode = await runCompare(ids, flags, context.io)
  })
}
