// `browse`: the Event history page as an interactive screen.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addFilterOptions } from '../../cli/options/filter-options.ts'
import { collect, wholeNumber } from '../../cli/options/parsers.ts'
import { addRunOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions, SOURCE_HELP } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { BrowseFlags } from './flags.ts'

const EXAMPLES = `
Examples:
  trail-explore browse                                     the samples, changes first
  trail-explore browse s3://my-bucket --last 12h           twelve hours of all accounts and Regions
  trail-explore browse logs --preset logins                begin with the sign-ins
  trail-explore browse logs --read-only any --columns event-time,identity,event-name,source-ip`

export const registerBrowse: Register = (program, context) => {
  const command = program
    .command('browse')
    .summary('explore events interactively on a terminal')
    .description(
      'Show events full-screen, newest first, while they are read: a list, facets with counts, a timeline, and every ' +
        'event in full. One key filters by the value under the cursor, Backspace goes back, and : shows the `lookup` ' +
        'command that prints the same events. ? lists the keys.',
    )
    .argument('[source...]', SOURCE_HELP)
  addFilterOptions(command, 'any; false without a filter')
  command.optionsGroup('Output:')
  command
    .addOption(
      new Option('-n, --limit <n>', 'keep the newest n events; each takes about 100 bytes of memory')
        .default(5_000_000)
        .argParser(wholeNumber(1, 50_000_000)),
    )
    .addOption(
      new Option(
        '--columns <names>',
        'comma-separated columns of the list, fields or paths of the record; C changes them',
      ).argParser(collect),
    )
  addVerifiedOptions(command)
  addSourceOptions(command)
  addRunOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (sources: string[], flags: BrowseFlags) => {
    const { runBrowse } = await import('./run.ts')
    context.exitCode = await runBrowse(sources, flags, context)
  })
}
