// Opens what was typed as a source, or what no source at all means.

import { existsSync } from 'node:fs'
import { openSource, type S3Options } from '../../source/open.ts'
import { SourceError, type Source } from '../../source/source.ts'
import { packagePath } from '../../util/package-paths.ts'
import type { Io } from '../io.ts'
import type { SourceFlags } from '../options/source-options.ts'

export interface OpenedSources {
  readonly sources: readonly Source[]
  /** What to tell the user about where events come from when no source was typed. */
  readonly note: string | undefined
}

/** Opens what was typed, or what stands in for nothing. Throws UsageError and SourceError. */
export async function openSources(
  uris: readonly string[],
  flags: SourceFlags,
  io: Io,
): Promise<OpenedSources> {
  const { typed, note, origin = '' } = uris.length > 0 ? { typed: uris, note: undefined } : standIn(io)
  const s3: S3Options = {
    profile: flags.profile,
    bucketRegion: flags.bucketRegion,
    endpointUrl: flags.endpointUrl,
    noSignRequest: !flags.signRequest,
    requestPayer: flags.requestPayer,
    concurrency: flags.concurrency,
  }
  const sources: Source[] = []
  for (const uri of typed) {
    const context = { cwd: io.cwd, env: io.env, stdin: io.stdin, s3, signal: io.signal }
    sources.push(
      await openSource(uri, context).catch((error: unknown) => {
        throw named(uri + origin, error)
      }),
    )
  }
  return { sources, note }
}

/** A SourceError that says which source it is about; any other error as it is. */
export function named<T>(uri: string, error: T): T | SourceError {
  if (!(error instanceof SourceError)) return error
  return new SourceError(error.code, `${uri}: ${error.message}`, error.hint, { cause: error })
}

/** The samples that ship in the package, beside dist/ and src/. */
export const SAMPLES = packagePath('samples/logs')

function standIn(io: Io): { typed: readonly string[]; note: string; origin?: string } {
  const fromEnv = io.env['TRAIL_EXPLORE_SOURCE']
  if (fromEnv)
    return {
      typed: [fromEnv],
      origin: ' (from $TRAIL_EXPLORE_SOURCE)',
      note: `note: reading ${fromEnv} ($TRAIL_EXPLORE_SOURCE)`,
    }
  if (existsSync(`${io.cwd}/AWSLogs`)) return { typed: ['AWSLogs'], note: 'note: reading ./AWSLogs' }
  return {
    typed: [SAMPLES],
    note: 'note: no source given, so these are the samples; name a folder, a file or s3://bucket to read your own logs',
  }
}
