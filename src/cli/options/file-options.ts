// The options that select files by their keys, for commands that list or copy files without reading them.
// select-files.ts evaluates them, loaded on use.

import { type Command, Option } from 'commander'
import { collect, collectChoices, wholeNumber } from './parsers.ts'
import { addTimeOptions, type TimeFlags } from './time-options.ts'

export const KEY_KINDS = [
  'management',
  'data',
  'insight',
  'network-activity',
  'aggregated',
  'digest',
  'all',
] as const
export type KeyKind = (typeof KEY_KINDS)[number]

/**
 * Meaning of a time: `delivery` is that of the file itself, `event` selects every file that may contain events of that
 * time.
 */
export type TimeMeaning = 'delivery' | 'event'

export function addKeyOptions(command: Command, times: TimeMeaning): Command {
  command.optionsGroup('Which files, by their names (* is a wildcard, a leading ! negates):')
  command
    .addOption(new Option('--account <id>', 'account the files belong to').argParser(collect))
    .addOption(new Option('--region <region>', 'Region the files belong to').argParser(collect))
    .addOption(
      new Option('--kind <kind>', `${KEY_KINDS.join(', ')}; repeatable (default: all)`)
        .choices(KEY_KINDS)
        .argParser(collectChoices(KEY_KINDS)),
    )
  command.optionsGroup(
    times === 'delivery'
      ? 'Time (of delivery; UTC unless --time-zone):'
      : 'Time (of events that the files may contain; UTC unless --time-zone):',
  )
  addTimeOptions(command, 'time zone for input')
  if (times === 'event') {
    command.addOption(
      new Option('--late-days <n>', 'how many days after an event its file may be delivered')
        .default(1)
        .argParser(wholeNumber(0, 3650)),
    )
  }
  return command
}

export interface KeyFlags extends TimeFlags {
  readonly account?: readonly string[]
  readonly region?: readonly string[]
  readonly kind?: readonly KeyKind[]
  readonly lateDays?: number
}
