// What the options that say which files ask for, as a walk plan.

import { type Folder, FOLDERS } from '../logfile/key.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import type { KeyFlags, KeyKind } from './key-options.ts'
import { select } from './selection.ts'

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
