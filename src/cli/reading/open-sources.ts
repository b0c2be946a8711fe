// Opens what was typed as a source, or what no source at all means.

import { openSource, type S3Options } from '../../source/open.ts'
import { SourceError, type Source } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Io } from '../io.ts'
import type { SourceFlags } from '../options/source-options.ts'
import { defaultSource, type DefaultSourceFlags } from './default-source.ts'

export interface OpenedSources {
  readonly sources: readonly Source[]
  /** What to tell the user about where events come from when no source was typed. About the samples it is told always. */
  readonly note: string | undefined
}

export interface OpenOptions {
  /** Why the command cannot read standard input, for one that cannot. */
  readonly noStdin?: string
}

/** Opens what was typed, or what stands in for nothing. Throws UsageError and SourceError. */
export async function openSources(
  uris: readonly string[],
  flags: SourceFlags & DefaultSourceFlags,
  io: Io,
  { noStdin }: OpenOptions = {},
): Promise<OpenedSources> {
  checkStdin(uris, noStdin)
  const standIn = uris.length > 0 ? undefined : await defaultSource(flags, io, noStdin === undefined)
  const { origin, note, stdin = io.stdin } = standIn ?? { origin: '', note: undefined }
  const typed = standIn === undefined ? uris : [standIn.uri]
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
    const context = { cwd: io.cwd, env: io.env, stdin, s3, signal: io.signal }
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

function checkStdin(uris: readonly string[], noStdin: string | undefined): void {
  const times = uris.filter((uri) => uri === '-').length
  if (times > 0 && noStdin !== undefined)
    throw new UsageError(`standard input ('-'): ${noStdin}`, 'name a folder, a file or s3://bucket/prefix')
  if (times > 1) throw new UsageError(`'-' given ${times} times`, 'standard input can be read once')
}
