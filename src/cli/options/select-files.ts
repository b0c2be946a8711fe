// Turns the options that select files into a walk plan.

import { type Folder, FOLDERS } from '../../logfile/object-key.ts'
import type { WalkPlan } from '../../logfile/plan.ts'
import type { KeyFlags, KeyKind } from './file-options.ts'
import type { TypedText } from './filter-options.ts'
import { CATEGORY_OF, FOLDER_OF, select } from './select-events.ts'
import { typedTimes } from './time-options.ts'

/** Throws UsageError for invalid values and combinations. */
export function selectKeys(flags: KeyFlags, now: Date): WalkPlan {
  const { account, region, timeZone, lateDays = 0, kind = ['all'] } = flags
  // Only these flags are passed on: other flags of the command may have the same names as filters.
  const texts: TypedText[] = []
  if (account) texts.push({ kind: 'text', field: 'account', values: account })
  if (region) texts.push({ kind: 'text', field: 'region', values: region })
  const filters = {
    texts,
    ...typedTimes(flags),
    ...(timeZone !== undefined && { timeZone }),
    lateDays,
  }
  const { walk } = select(filters, { now, hideReadOnly: false, onlyFiles: true })
  return { ...walk, folders: new Set(kind.flatMap(foldersOf)), byKey: true }
}

function foldersOf(kind: KeyKind): readonly Folder[] {
  if (kind === 'all') return FOLDERS
  return [kind === 'digest' ? 'CloudTrail-Digest' : FOLDER_OF[CATEGORY_OF[kind]]]
}
