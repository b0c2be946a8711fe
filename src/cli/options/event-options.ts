// The options of commands that take event IDs: where to look for those events. find-events.ts finds them.

import { type Command, Option } from 'commander'
import { addScopeOptions, type FilterFlags } from './filter-options.ts'
import { collect } from './parsers.ts'
import { addRunOptions, type RunFlags } from './run-options.ts'
import { addSourceOptions, SOURCE_HELP, type SourceFlags } from './source-options.ts'
import { addVerifiedOptions, type VerifiedFlags } from './verified-options.ts'

export const EVENTS_HELP =
  'event IDs or unique prefixes; file:3 for the third record of a file; and sources, as for lookup'

/** `output` are the command's own options; help lists them between the source options and the running options. */
export function addEventOptions(command: Command, output: readonly Option[]): Command {
  command.optionsGroup('Source:')
  command.addOption(
    new Option(
      '--source <uri>',
      `the same as a source among the arguments: ${SOURCE_HELP}; repeatable`,
    ).argParser(collect),
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
