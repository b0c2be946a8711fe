// The work of `index`: reads every file without a filter; the engine adds them to the index as in any run.

import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { bytes, count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { EVERYTHING } from '../../filter/clause.ts'
import { printable } from '../../format/sanitize.ts'
import { dropIndex, indexFolder, indexSize } from '../../index/file-index.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface IndexFlags extends ReadingFlags {
  readonly status?: true
  readonly drop?: true
}

export async function runIndex(uris: readonly string[], flags: IndexFlags, io: Io): Promise<ExitCode> {
  const folder = indexFolder(io.env)
  if (folder === undefined)
    throw new UsageError(
      'there is no cache folder for an index',
      'set HOME or XDG_CACHE_HOME to a folder of your own',
    )
  if (flags.index === false) throw new UsageError('--no-index cannot be combined with index', 'leave it out')
  if (flags.status || flags.drop) {
    if (flags.status && flags.drop)
      throw new UsageError('--status cannot be combined with --drop', 'give one of them')
    if (uris.length > 0) {
      const option = flags.drop ? '--drop' : '--status'
      throw new UsageError(
        `${option} is about the whole index, and takes no source: '${uris[0]}'`,
        'leave it out',
      )
    }
    if (flags.drop) dropIndex(folder)
    await io.out.write(`${printable(statusText(folder))}\n`)
    return EXIT.ok
  }
  // Every kind of file, because later queries are unknown.
  const all: ReadingFlags = { ...flags, kind: ['all'], lateDays: 1, readOnly: 'any' }
  return readEvents({ uris, flags: all, io, buildIndex: true }, async (reading) => {
    const result = await reading.aggregate({ columns: [], lists: [] }, { filter: EVERYTHING })
    return reading.finish(result, { verb: 'counted' })
  })
}

function statusText(folder: string): string {
  const { files, bytes: size } = indexSize(folder)
  return files === 0 ? `${folder}: nothing` : `${folder}: ${count(files, 'file')}, ${bytes(size)}`
}
