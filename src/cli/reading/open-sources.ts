// Opens what was typed as a source, or what no source at all means.

import { openSource, type S3Options } from '../../source/open.ts'
import { brokenSource, SourceError, type Source } from '../../source/source.ts'
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

/**
 * Opens what was typed, or what stands in for nothing. Of several, one that cannot be opened stays in the list, and fails
 * when it is listed. Throws UsageError, and SourceError for the only source.
 */
export async function openSources(
  uris: readonly string[],
  flags: SourceFlags & DefaultSourceFlags & { readonly maxInflated?: number },
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
    const context = { cwd: io.cwd, env: io.env, stdin, s3, signal: io.signal, maxInflated: flags.maxInflated }
    try {
      sources.push(await openSource(uri, context))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      const named = error.about(uri + origin)
      // One of several is a problem of the run, which reads the others.
      if (new Set(typed).size === 1) throw named
      sources.push(brokenSource(uri, named))
    }
  }
  return { sources, note }
}

function checkStdin(uris: readonly string[], noStdin: string | undefined): void {
  const times = uris.filter((uri) => uri === '-').length
  if (times > 0 && noStdin !== undefined)
    throw new UsageError(`standard input ('-'): ${noStdin}`, 'name a folder, a file or s3://bucket/prefix')
  if (times > 1) throw new UsageError(`'-' given ${times} times`, 'standard input can be read once')
}
