// Runs `browse`: sources → events in memory → a screen until the user quits; then the problems of reading.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { CommandContext } from '../../cli/command.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { readEvents } from '../../cli/reading/read-events.ts'
import { NO_COLOR } from '../../format/color-type.ts'
import type { RunReport } from '../../query/report.ts'
import { UsageError } from '../../util/usage-error.ts'
import { Browser } from './browser.ts'
import type { BrowseFlags } from './flags.ts'
import { columnName } from './columns.ts'

/** The default columns of a table of `lookup`. */
const COLUMNS: readonly string[] = [
  'event-time',
  'event-name',
  'user-name',
  'event-source',
  'resource-name',
  'source-ip',
]

export async function runBrowse(
  uris: readonly string[],
  flags: BrowseFlags,
  { io, run }: Pick<CommandContext, 'io' | 'run'>,
): Promise<ExitCode> {
  if (!io.out.isTty || io.openTerminal === undefined || io.env['TERM'] === 'dumb')
    throw new UsageError(
      'browse needs an interactive terminal; `trail-explore lookup` prints events without one',
    )
  if (uris.includes('-') || (uris.length === 0 && io.stdinIsData))
    throw new UsageError(
      'browse cannot read standard input, because it reads files more than once: save it to a file',
    )
  const columns = columnsOf(flags.columns)
  // Messages on stderr would disturb the screen, so they are collected.
  const said: string[] = []
  const inner: Io = {
    ...io,
    err: {
      isTty: false,
      columns: io.err.columns,
      write: async (data) => void said.push(typeof data === 'string' ? data : Buffer.from(data).toString()),
    },
  }
  try {
    const withColor = (await colorFor(io.out, io.env, flags.color)) !== NO_COLOR
    let browser: Browser | undefined
    const onProgress = (report: RunReport): void => browser?.progress(report)
    return await readEvents(
      { uris, flags, io: inner, hideReadOnly: true, keepListings: true, onProgress },
      async (reading) => {
        const device = await io.openTerminal!()
        const ascii = needsAscii(io.env)
        browser = new Browser(
          { uris, flags, io: inner, columns, withColor, ascii, said, program: run },
          reading,
        )
        const { result, isInterrupted } = await browser.run(device)
        const exitCode = result === undefined ? EXIT.ok : await reading.finish(result, { verb: 'read' })
        return isInterrupted ? EXIT.interrupted : exitCode
      },
    )
  } finally {
    if (said.length > 0) await io.err.write(said.join(''))
  }
}

/** Fields by their canonical names, without duplicates; paths as typed. */
function columnsOf(typed: readonly string[] | undefined): readonly string[] {
  if (typed === undefined) return COLUMNS
  return [...new Set(typed.flatMap((list) => list.split(',')).map((name) => columnName(name.trim())))]
}
