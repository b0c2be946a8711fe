// The source if none was given: $TRAIL_EXPLORE_SOURCE, ./AWSLogs, standard input if it is a pipe or a file, and
// otherwise the samples, except with --quiet or --output-file: a script must not mistake invented events for its own.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { joined } from '../../source/stream.ts'
import { packagePath } from '../../util/package-paths.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Io } from '../io.ts'

export interface DefaultSource {
  readonly uri: string
  /** Appended to the source in messages about it. */
  readonly origin: string
  /** A note for the user on where the events come from. */
  readonly note: string | undefined
  /** Replaces the Io's standard input if a part of it has been read already. */
  readonly stdin?: Io['stdin']
}

export interface DefaultSourceFlags {
  readonly quiet?: true | undefined
  readonly outputFile?: string | undefined
}

/** Milliseconds that standard input may stay silent before it counts as absent. */
const STDIN_WAIT = 10_000

/** The samples in the package, beside dist/ and src/. */
export const SAMPLES = packagePath('samples/logs')

/** `readsStdin`: the command can read a stream. Throws UsageError if there is nothing to read. */
export async function defaultSource(
  flags: DefaultSourceFlags,
  io: Io,
  readsStdin: boolean,
  samples = SAMPLES,
): Promise<DefaultSource> {
  const fromEnv = io.env['TRAIL_EXPLORE_SOURCE']
  if (fromEnv) {
    return {
      uri: fromEnv,
      origin: ' (from $TRAIL_EXPLORE_SOURCE)',
      note: `note: reading ${fromEnv} ($TRAIL_EXPLORE_SOURCE)`,
    }
  }
  if (existsSync(join(io.cwd, 'AWSLogs')))
    return { uri: 'AWSLogs', origin: '', note: 'note: reading ./AWSLogs' }
  if (io.stdinIsData) {
    if (!readsStdin) throw noSource('this command cannot read standard input')
    return { uri: '-', origin: '', note: undefined, stdin: await startOfInput(io) }
  }
  const why = refusal(flags)
  if (why !== undefined) throw noSource(`the samples are for looking at on a terminal, not for ${why}`)
  return {
    uri: samples,
    origin: '',
    note: 'note: no source given, so these are the samples; name a folder, a file or s3://bucket to read your own logs',
  }
}

function refusal({ quiet, outputFile }: DefaultSourceFlags): string | undefined {
  if (quiet) return '--quiet'
  return outputFile === undefined ? undefined : '--output-file'
}

function noSource(why: string): UsageError {
  return new UsageError(`no source given: ${why}`, 'name a folder, a file or s3://bucket/prefix')
}

// Waits for the first data, but not forever: some programs leave an unused pipe open.
async function startOfInput(io: Io): Promise<Io['stdin']> {
  const input = io.stdin()[Symbol.asyncIterator]()
  const wait = io.stdinWait ?? STDIN_WAIT
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(() => resolve('silence'), wait)
  })
  const interrupt = new Promise<never>((_, reject) => {
    io.signal.addEventListener('abort', () => reject(io.signal.reason as Error), { once: true })
  })
  io.signal.throwIfAborted()
  try {
    const first = await Promise.race([firstOf(input), silence, interrupt])
    if (first === 'silence') throw noSource(`nothing came on standard input in ${wait / 1000} seconds`)
    if (first.done) throw noSource('standard input is empty')
    return () => joined([first.value], input)
  } finally {
    clearTimeout(timer)
  }
}

async function firstOf(input: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  for (;;) {
    const next = await input.next()
    if (next.done || next.value.length > 0) return next
  }
}
