// Builds the `lookup` command that prints the events of a view, for a report or a script.

import type { ReadingFlags } from '../../cli/reading/read-events.ts'
import { formatTime } from '../../event/event-time.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import { printWhere } from '../../filter/where/print.ts'
import { shellLine } from '../../format/shell.ts'

type Flags = Partial<ReadingFlags>

export function lookupLine(uris: readonly string[], flags: Flags, chips: readonly Filter[]): string {
  return shellLine(['trail-explore', 'lookup', ...viewWords(uris, flags, chips)])
}

/** Arguments for any command that accepts the filters of `lookup`. */
export function viewWords(
  uris: readonly string[],
  flags: Flags,
  chips: readonly Filter[],
): readonly string[] {
  return [...uris, ...filterWords(chips), ...otherWords(flags)]
}

/** Times and read-only as options, everything else as one expression. */
function filterWords(chips: readonly Filter[]): readonly string[] {
  const rest: Filter[] = []
  const words: string[] = []
  let isTimed = false
  let isReadOnly = false
  for (const chip of chips) {
    const { start = 0, end = 999 } = chip.kind === 'time' ? chip : {}
    const isWhole = start % 1000 === 0 && (end + 1) % 1000 === 0
    if (chip.kind === 'time' && !isTimed && isWhole) {
      isTimed = true
      if (chip.start !== undefined) words.push('--start', formatTime(chip.start))
      // --end with a whole second includes all of that second.
      if (chip.end !== undefined) words.push('--end', formatTime(chip.end - 999))
    } else if (chip.kind === 'read-only' && !isReadOnly) {
      isReadOnly = true
      words.push('--read-only', String(chip.value))
    } else rest.push(chip)
  }
  if (rest.length > 0) words.push('--where', printWhere(allOf(rest)))
  // Without any other filter, a table on a terminal would hide read-only events.
  else if (!isReadOnly) words.push('--read-only', 'any')
  return words
}

function otherWords(flags: Flags): readonly string[] {
  return [
    ...(flags.kind ?? []).flatMap((kind) => ['--kind', kind]),
    ...valued('--time-zone', flags.timeZone),
    ...valued('--late-days', flags.lateDays === 1 ? undefined : flags.lateDays),
    ...plain('--ignore-names', flags.ignoreNames),
    ...plain('--verified-only', flags.verifiedOnly),
    ...(flags.publicKeys ?? []).flatMap((file) => ['--public-keys', file]),
    ...sourceWords(flags),
  ]
}

/** Options for access to the sources. */
export function sourceWords(flags: Flags): readonly string[] {
  return [
    ...valued('--profile', flags.profile),
    ...valued('--bucket-region', flags.bucketRegion),
    ...valued('--endpoint-url', flags.endpointUrl),
    ...plain('--no-sign-request', flags.signRequest === false),
    ...plain('--request-payer', flags.requestPayer),
  ]
}

function valued(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [name, String(value)]
}

function plain(name: string, isGiven: boolean | undefined): readonly string[] {
  return isGiven ? [name] : []
}
