// The work of `cat`: file → inflated bytes → document → text. An explicitly named file is always shown, even if it is
// not a log file, and of a damaged file everything that can be recovered.

import { setImmediate } from 'node:timers/promises'
import { colorFor, type ColorChoice } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { problemLines } from '../../cli/messages/problem-lines.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { toUtf8, unpack } from '../../decode/unpack.ts'
import { printable } from '../../format/sanitize.ts'
import { bufferSink } from '../../output/buffered.ts'
import type { Sink } from '../../output/sink.ts'
import { ProblemList } from '../../query/problem-list.ts'
import { bearable, isFolder } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import { readDocument } from './document.ts'
import { printDocument, type CatFormat } from './print.ts'

export interface CatFlags extends SourceFlags {
  readonly output: CatFormat
  readonly maxInflated: number
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}

export async function runCat(uris: readonly string[], flags: CatFlags, io: Io): Promise<ExitCode> {
  const problems = new ProblemList()
  const sink = bufferSink(io.out)
  const color = await colorFor(io.out, io.env, flags.color)
  const notes: string[] = []
  for (const uri of uris) {
    const stored = await readFile(uri, flags, io, problems)
    if (stored === undefined) continue
    const unpacked = unpack(stored, flags.maxInflated)
    // `raw` prints the bytes as they are, without converting UTF-16.
    const { bytes, issues: more } =
      flags.output === 'raw' ? { ...unpacked, issues: [] } : toUtf8(unpacked.bytes)
    const issues = [...unpacked.issues, ...more]
    for (const { kind, what, hint } of issues) problems.add({ kind, file: uri, what, hint })
    if (issues.some(({ kind }) => kind === 'unreadable')) continue
    const cut = issues.some((issue) => issue.cut)
    const document = readDocument(bytes, cut)
    for (const { kind, what } of document.issues) {
      if (kind === 'skipped') notes.push(`note: ${printable(uri)}: ${what}`)
      else problems.add({ kind, file: uri, what })
    }
    await printDocument(document, flags.output, interruptible(sink, io.signal), color)
  }
  await sink.flush()
  const lines = problemLines(problems)
  await say(io, [...lines, ...(flags.quiet ? [] : notes)], flags.color)
  return problems.fails ? EXIT.unread : EXIT.ok
}

// A large document is printed without a turn of the event loop otherwise, so that Ctrl-C is not heard.
function interruptible(sink: Sink, signal: AbortSignal): Sink {
  let breathed = performance.now()
  return {
    isTty: sink.isTty,
    get columns() {
      return sink.columns
    },
    async write(data) {
      await sink.write(data)
      if (performance.now() - breathed < MAX_BREATH) return
      await setImmediate()
      breathed = performance.now()
      signal.throwIfAborted()
    },
  }
}

/** Milliseconds of output without a turn of the event loop. */
const MAX_BREATH = 50

// undefined if the file cannot be read, which is a problem of this file only.
async function readFile(
  uri: string,
  flags: CatFlags,
  io: Io,
  problems: ProblemList,
): Promise<Uint8Array | undefined> {
  try {
    const { sources } = await openSources([uri], flags, io, { onlyFiles: true })
    const source = sources[0]!
    try {
      if (isFolder(source)) {
        throw new UsageError(
          `${uri}: is a folder, not a file`,
          '`trail-explore ls --depth file` names the files in it; `lookup` reads them all',
        )
      }
      return (await source.read({ key: source.start }, io.signal)).bytes
    } finally {
      source.close?.()
    }
  } catch (error) {
    problems.add(bearable(error).problem(uri))
    return undefined
  }
}
