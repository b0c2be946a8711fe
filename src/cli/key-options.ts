// The options that say which files, by what their keys tell: for commands that list or copy and do not look inside.

import { type Command, Option } from 'commander'
import { type Folder, FOLDERS } from '../logfile/key.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import { UsageError } from '../util/usage-error.ts'
import { select } from './filter-options.ts'
import { collect, wholeNumber } from './number-option.ts'

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

/** What a time means: `delivery` is that of the file itself, `event` whatever file may hold events of it. */
export type TimeMeaning = 'delivery' | 'event'

export function addKeyOptions(command: Command, times: TimeMeaning): Command {
  command.optionsGroup('Which files, by their names (* is a wildcard, a leading ! negates):')
  command
    .addOption(new Option('--account <id>', 'account that the files are of').argParser(collect))
    .addOption(new Option('--region <region>', 'Region that the files are of').argParser(collect))
    .addOption(
      new Option('--kind <kind>', `${KEY_KINDS.join(', ')}; may be given more than once (default: all)`)
        .choices(KEY_KINDS)
        .argParser(keyKinds),
    )
  command.optionsGroup(
    times === 'delivery' ? 'Time (of delivery; UTC):' : 'Time (files that can hold events of it; UTC):',
  )
  command
    .option('--last <length>', 'the last 30m, 12h, 90d or 2w')
    .option('--start <time>', 'from this moment on: 2024-08-18, 2024-08-18T11:40:01Z, or epoch seconds')
    .option('--end <time>', 'up to and with this moment')
  if (times === 'event') {
    command.addOption(
      new Option('--late-days <n>', 'how many days after an event its file may be delivered')
        .default(1)
        .argParser(wholeNumber(0, 3650)),
    )
  }
  return command
}

function keyKinds(value: string, before: readonly KeyKind[] | undefined): readonly KeyKind[] {
  if ((KEY_KINDS as readonly string[]).includes(value)) return [...(before ?? []), value as KeyKind]
  throw new UsageError(
    `option '--kind <kind>' argument '${value}' is invalid`,
    `allowed choices are ${KEY_KINDS.join(', ')}`,
  )
}

export interface KeyFlags {
  readonly account?: readonly string[]
  readonly region?: readonly string[]
  readonly kind?: readonly KeyKind[]
  readonly last?: string
  readonly start?: string
  readonly end?: string
  readonly lateDays?: number
}

/** Throws UsageError for values that make no sense. */
export function selectKeys(flags: KeyFlags, now: Date): WalkPlan {
  const { account, region, last, start, end, lateDays = 0, kind = ['all'] } = flags
  // Only these: a command's other flags may have the names of filters.
  const filters = {
    ...(account && { account }),
    ...(region && { region }),
    ...(last !== undefined && { last }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    lateDays,
  }
  const { walk } = select(filters, { now, hideReadOnly: false, onlyFiles: true })
  const folders = kind.flatMap((name): readonly Folder[] => (name === 'all' ? FOLDERS : [FOLDER_OF[name]]))
  return { ...walk, folders: new Set(folders), byKey: true }
}

const FOLDER_OF: Readonly<Record<Exclude<KeyKind, 'all'>, Folder>> = {
  management: 'CloudTrail',
  data: 'CloudTrail',
  insight: 'CloudTrail-Insight',
  'network-activity': 'CloudTrail-NetworkActivity',
  aggregated: 'CloudTrail-Aggregated',
  digest: 'CloudTrail-Digest',
}
