// Opens the sources that the user named, or the default source.

import { type HistoryOptions, openSource, type S3Options, type OpenContext } from '../../source/open.ts'
import { brokenSource, SourceError, type Source } from '../../source/source.ts'
import { expandWildcards } from './expand-wildcards.ts'
import { isEngineUri } from './engine-uri.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { ColorChoice } from '../color.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'
import type { SourceFlags } from '../options/source-options.ts'
import { defaultSource, type DefaultSourceFlags, SAMPLES } from './default-source.ts'

export interface OpenedSources {
  readonly sources: readonly Source[]
  /** A note on where the events come from if no source was given. Always shown for the samples. */
  readonly note: string | undefined
  /** True if nothing was named and the samples are read instead. */
  readonly isSamples: boolean
}

export interface OpenOptions {
  /** Why the command cannot read standard input; absent if it can. */
  readonly noStdin?: string
  /** The command works on files, which Event history does not have. */
  readonly onlyFiles?: true
  /** The samples for this command. Default: `samples/logs`. */
  readonly samples?: string
}

/**
 * Opens the named sources, or the default source. If one of several cannot be opened, it stays in the list and fails
 * when it is listed. Throws UsageError, and SourceError if the only source cannot be opened.
 */
export async function openSources(
  uris: readonly string[],
  flags: SourceFlags & DefaultSourceFlags & { readonly maxInflated?: number; readonly color?: ColorChoice },
  io: Io,
  { noStdin, onlyFiles, samples = SAMPLES }: OpenOptions = {},
): Promise<OpenedSources> {
  checkStdin(uris, noStdin)
  const standIn = uris.length > 0 ? undefined : await defaultSource(flags, io, noStdin === undefined, samples)
  const { origin, note, stdin = io.stdin } = standIn ?? { origin: '', note: undefined }
  const typed = standIn === undefined ? expandWildcards(uris, io.cwd) : [standIn.uri]
  if (onlyFiles) checkHistory(typed)
  if (onlyFiles || typed.length > 1) checkEngines(typed)
  const s3: S3Options = {
    profile: flags.profile,
    bucketRegion: flags.bucketRegion,
    endpointUrl: flags.endpointUrl,
    noSignRequest: !flags.signRequest,
    requestPayer: flags.requestPayer,
    concurrency: flags.concurrency,
  }
  const history: HistoryOptions = {
    maxPages: flags.maxPages,
    now: io.now,
    notice: (text) => void tell(io, text, flags).catch(() => {}),
  }
  const sources: Source[] = []
  for (const uri of typed) {
    const { cwd, env, signal } = io
    const context = { cwd, env, stdin, s3, history, signal, maxInflated: flags.maxInflated }
    try {
      sources.push(isEngineUri(uri) ? await openEngine(uri, context) : await openSource(uri, context))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      const named = error.about(uri + origin)
      // One of several becomes a problem of the run, which reads the others.
      if (new Set(typed).size === 1) throw named
      sources.push(brokenSource(uri, named))
    }
  }
  return { sources, note, isSamples: standIn?.uri === samples }
}

// Prints a line during a run, replacing the progress line.
async function tell(
  io: Io,
  text: string,
  { quiet, color }: DefaultSourceFlags & { readonly color?: ColorChoice },
): Promise<void> {
  if (quiet) return
  if (io.err.isTty && !io.isPaging?.()) await io.err.write('\r\u001b[2K')
  await say(io, [`note: ${text}`], color)
}

function checkEngines(uris: readonly string[]): void {
  const uri = uris.find(isEngineUri)
  if (uri === undefined) return
  throw new UsageError(
    `'${uri}': an SQL engine is asked for events, alone`,
    'read it with lookup or summary; name the bucket for its files',
  )
}

function checkHistory(uris: readonly string[]): void {
  const uri = uris.find((one) => /^history:/i.test(one))
  if (uri === undefined) return
  throw new UsageError(
    `'${uri}': Event history has events and no files`,
    'read it with lookup, show, compare, summary or insights; `trails` names the buckets that have files',
  )
}

function checkStdin(uris: readonly string[], noStdin: string | undefined): void {
  const times = uris.filter((uri) => uri === '-').length
  if (times > 0 && noStdin !== undefined)
    throw new UsageError(`standard input ('-'): ${noStdin}`, 'name a folder, a file or s3://bucket/prefix')
  if (times > 1) throw new UsageError(`'-' given ${times} times`, 'standard input can be read once')
}

async function openEngine(uri: string, context: OpenContext): Promise<Source> {
  const { openEngineSource } = await import('./engine-sources.ts')
  return openEngineSource(uri, context)
}
