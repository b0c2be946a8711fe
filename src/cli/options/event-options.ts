// The options of commands that take event IDs: where those events are looked for. find-events.ts does the looking.

import { type Command, Option } from 'commander'
import { addScopeOptions, type FilterFlags } from './filter-options.ts'
import { collect } from './parsers.ts'
import { addRunOptions, type RunFlags } from './run-options.ts'
import { addSourceOptions, SOURCE_HELP, type SourceFlags } from './source-options.ts'
import { addVerifiedOptions, type VerifiedFlags } from './verified-options.ts'

export const EVENT_ID_HELP = 'event ID, or as much of its beginning as no other event has'

/** `output` are the command's own options, which help lists between where to look and how. */
export function addEventOptions(command: Command, output: readonly Option[]): Command {
  command.optionsGroup('Source:')
  command.addOption(
    new Option('--source <uri>', `${SOURCE_HELP}; may be given more than once`).argParser(collect),
  )
  addScopeOptions(command)
  command.optionsGroup('Output:')
  for (const option of output) command.addOption(option)
  addVerifiedOptions(command)
  addSourceOptions(command)
  return addRunOptions(command)
}

export interface EventFlags extends FilterFlags, SourceFlags, RunFlags, VerifiedFlags {
  readonly source?: readonly string[]
}
