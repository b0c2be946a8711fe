// The work of `lookup`: flags → query → rows → writer, then the summary.

import { colorFor } from '../../cli/color.ts'
import { printSummary } from '../../cli/messages/summary.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { FilterFlags } from '../../cli/options/filter-options.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { startProgress } from '../../cli/messages/progress.ts'
import { type RunFlags, threadsOf } from '../../cli/options/run-options.ts'
import { select, visibleFilter } from '../../cli/options/select-events.ts'
import type { SourceFlags } from '../../cli/options/source-options.ts'
import { verifiedOnly, type VerifiedFlags } from '../../cli/options/verified-options.ts'
import { columnOf } from '../../event/fields.ts'
import { explainFilter } from '../../filter/describe.ts'
import { printable } from '../../format/sanitize.ts'
import { type FileSink, openFile } from '../../output/file.ts'
import { createWriter, type OutputFormat, rowFormatFor, tailOf } from '../../output/writer.ts'
import { runQuery } from '../../query/run.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface LookupFlags extends FilterFlags, SourceFlags, RunFlags, VerifiedFlags {
  readonly output?: OutputFormat
  readonly limit?: number
  readonly maxItems?: number
  readonly order: 'desc' | 'asc'
  readonly columns?: readonly string[]
  readonly wide?: true
  /** false for --no-truncate. */
  readonly truncate: boolean
  readonly csvSafe?: true
  readonly outputFile?: string
  readonly duplicates?: true
  readonly explain?: true
}

/** Rows of a table on a terminal, when nothing else is asked for: the console's largest page. */
const TERMINAL_ROWS = 50

export async function runLookup(uris: readonly string[], flags: LookupFlags, io: Io): Promise<ExitCode> {
  const toTerminal = io.out.isTty && flags.outputFile === undefined
  const format = flags.output ?? (toTerminal ? 'table' : 'jsonl')
  const columns = columnsOf(flags, format)
  const limit = limitOf(flags, format === 'table' && toTerminal)
  if (flags.explain) {
    const { filter } = select(flags, { now: io.now(), hideReadOnly: true, onlyFiles: false })
    await io.out.write(`${explainFilter(visibleFilter(filter))}\n`)
    return 0
  }
  const { sources, note } = await openSources(uris, flags, io)
  const onlyFiles = sources.every((source) => source.start !== '' && !source.start.endsWith('/'))
  const selection = select(flags, { now: io.now(), hideReadOnly: true, onlyFiles })
  if (note !== undefined && !flags.quiet) await say(io, [note], flags.color)

  const verified = await verifiedOnly(flags, { sources, walk: selection.walk, io })
  const file: FileSink | undefined =
    flags.outputFile === undefined ? undefined : await openFile(flags.outputFile, io.cwd)
  try {
    const sink = file ?? io.out
    const writer = await createWriter(format, sink, {
      columns,
      csvSafe: flags.csvSafe,
      color: await colorFor(sink, io.env, flags.color),
      wide: flags.wide,
      noTruncate: !flags.truncate,
    })
    const progress = startProgress(io, flags)
    await writer.begin()
    const result = await runQuery(
      {
        sources,
        walk: selection.walk,
        filter: selection.filter,
        output: {
          kind: 'rows',
          row: rowFormatFor(format, columns, { timeZone: selection.timeZone, csvSafe: flags.csvSafe }),
          tail: tailOf(format),
        },
        ascending: flags.order === 'asc',
        limit,
        keepDuplicates: flags.duplicates === true,
        maxInflated: flags.maxInflated,
        threads: threadsOf(flags, io.cores),
        concurrency: flags.concurrency,
        debug: flags.debug === true,
        vouched: verified?.vouched,
      },
      { signal: io.signal, onProgress: progress.update, onRows: (rows) => writer.rows(rows) },
    )
    await progress.stop()
    await writer.end()
    verified?.tell(result.report)
    const exitCode = await printSummary(result, {
      io,
      flags,
      sources,
      selection,
      limit,
      limitIsDefault: flags.limit === undefined && flags.maxItems === undefined,
      ascending: flags.order === 'asc',
      showsCopies: true,
      ...(flags.outputFile !== undefined && { verb: `written to ${printable(flags.outputFile)}` }),
    })
    if (result.failure === undefined) await file?.commit()
    return exitCode
  } finally {
    await file?.abort()
  }
}

function limitOf(flags: LookupFlags, isTerminalTable: boolean): number | undefined {
  if (flags.limit !== undefined && flags.maxItems !== undefined) {
    throw new UsageError(
      `--limit ${flags.limit} and --max-items ${flags.maxItems} are the same option`,
      'give one of them',
    )
  }
  return flags.limit ?? flags.maxItems ?? (isTerminalTable ? TERMINAL_ROWS : undefined)
}

function columnsOf(flags: LookupFlags, format: OutputFormat): readonly string[] | undefined {
  if (flags.columns === undefined) return undefined
  const columns = flags.columns.flatMap((list) => list.split(',')).map((name) => name.trim())
  if (!['table', 'csv', 'tsv'].includes(format)) {
    throw new UsageError(
      `--columns '${flags.columns.join(',')}' does not go with -o ${format}`,
      'columns are for table, csv and tsv',
    )
  }
  columns.forEach(columnOf)
  return columns
}
