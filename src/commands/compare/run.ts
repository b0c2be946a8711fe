// The work of `compare`: IDs → events → rows of details and of differing paths → a comparison, or JSON.

import { colorFor } from '../../cli/color.ts'
import type { EventFlags } from '../../cli/options/event-options.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import { findEvents, type FoundEvents } from '../../cli/reading/find-events.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { comparedDetails, comparedPaths, differencesOf } from '../../format/compared.ts'
import { DETAIL_FIELDS } from '../../format/details.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Difference } from '../../util/differences.ts'
import { comparison } from './layout.ts'
import { previousOf } from './previous.ts'

export interface CompareFlags extends EventFlags {
  readonly output: 'table' | 'json'
  readonly previous?: true
}

const MIN_IDS = 2
const MAX_IDS = 5
/** Width if the output is not a terminal: enough for two columns of ARNs. */
const PIPE_COLUMNS = 120

export async function runCompare(ids: readonly string[], flags: CompareFlags, io: Io): Promise<ExitCode> {
  if (ids.length > MAX_IDS) throw wrongNumber(`${ids.length} IDs given`)
  if (flags.previous) return findEvents(ids, flags, io, (found) => compareWithPrevious(found, flags, io))
  const compare = async ({ events, complete, end }: FoundEvents): Promise<ExitCode> => {
    if (!complete || events.length < MIN_IDS || events.length > MAX_IDS) {
      const exitCode = await end()
      if (exitCode === EXIT.interrupted) return exitCode
      throw wrongNumber(`${count(events.length, 'event')} found`)
    }
    const paths = differencesOf(events)
    await print(events, paths, `Differing paths in the records (${paths.length})`, flags, io)
    return end()
  }
  return findEvents(ids, flags, io, compare, MIN_IDS)
}

async function compareWithPrevious(
  { events, reading, end }: FoundEvents,
  flags: CompareFlags,
  io: Io,
): Promise<ExitCode> {
  const [event, ...others] = events
  if (event === undefined || others.length > 0) {
    const exitCode = await end()
    if (exitCode === EXIT.interrupted) return exitCode
    throw new UsageError(`--previous takes one event: ${count(events.length, 'event')} found`, 'give one ID')
  }
  const { found, how } = await previousOf(event, reading)
  const both = [found, event]
  // Times, IDs and callers differ between any two events. What was changed is in the parameters and the response.
  const paths = differencesOf(both).filter(({ path }) => CHANGED.test(path))
  await print(both, paths, `What differs in the request and the response (${paths.length})`, flags, io, HEADS)
  if (!flags.quiet)
    await say(
      io,
      [`note: before (derived): ${printable(how)}; changes outside these logs are unknown`],
      flags.color,
    )
  return end()
}

const HEADS = ['Before', 'After']
const CHANGED = /^(?:requestParameters|responseElements|serviceEventDetails)\b/

async function print(
  events: readonly LocatedEvent[],
  paths: readonly Difference[],
  heading: string,
  flags: CompareFlags,
  io: Io,
  heads?: readonly string[],
): Promise<void> {
  if (flags.output === 'json') return io.out.write(jsonText(paths, io.out.isTty))
  const columns = io.out.isTty ? io.out.columns : PIPE_COLUMNS
  const options = { columns, color: await colorFor(io.out, io.env, flags.color), heads }
  await io.out.write(
    [
      // All of the console's rows, and those of the other rows for which some event has a value.
      comparison('Details', comparedDetails(events, flags.timeZone, DETAIL_FIELDS), options),
      '\n',
      comparison(heading, comparedPaths(paths), options),
    ].join(''),
  )
}

function wrongNumber(found: string): UsageError {
  return new UsageError(
    `compare takes ${MIN_IDS} to ${MAX_IDS} events: ${found}`,
    'give the IDs of other events',
  )
}

/** Values are copied as text from the records, so that large numbers keep all digits. */
function jsonText(paths: readonly Difference[], toTerminal: boolean): string {
  const lines = paths.map(({ path, values }) => {
    return `  ${JSON.stringify(path)}: [${values.map((value) => value ?? 'null').join(', ')}]`
  })
  const text = lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`
  return toTerminal ? printableJson(text) : text
}
