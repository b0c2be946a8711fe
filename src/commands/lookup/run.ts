// The work of `lookup`: flags → query → rows → writer, then the summary.

import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { NOTHING_WRITTEN } from '../../cli/messages/summary-context.ts'
import { select, visibleFilter } from '../../cli/options/select-events.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { columnOf } from '../../event/fields.ts'
import { hyphenated } from '../../event/json-key.ts'
import { explainFilter } from '../../filter/describe.ts'
import { FORMAT_NAMES, type FormatName } from '../../format/format-names.ts'
import { hasColumns, isBinary } from '../../format/formats.ts'
import { presetOf } from '../../filter/presets.ts'
import { printable } from '../../format/sanitize.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { type FileSink, openFile } from '../../output/file.ts'
import { createWriter } from '../../output/writer.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface LookupFlags extends ReadingFlags {
  readonly output?: FormatName
  readonly limit?: number
  readonly maxItems?: number
  readonly order: 'desc' | 'asc'
  readonly columns?: readonly string[]
  readonly wide?: true
  /** False for --no-truncate. */
  readonly truncate: boolean
  readonly csvSafe?: true
  readonly outputFile?: string
  readonly duplicates?: true
  readonly explain?: true
  readonly count?: true
  readonly exitCode?: true
}

/** Default number of rows of a table on a terminal: the console's largest page. */
const TERMINAL_ROWS = 50

export async function runLookup(uris: readonly string[], flags: LookupFlags, io: Io): Promise<ExitCode> {
  const toTerminal = io.out.isTty && flags.outputFile === undefined
  const format = formatOf(flags, toTerminal)
  const columns = columnsOf(flags, format) ?? presetColumns(flags, format)
  if (isBinary(format) && flags.outputFile === undefined && !flags.count)
    throw new UsageError(
      `-o ${format} needs a file`,
      `${format} is not text, and is complete only at its end: add --output-file events.${format}`,
    )
  // A table on a terminal is like a page of the console: the newest events, by default without
  // read-only ones. Any other output has everything.
  const isPage = format === 'table' && toTerminal && flags.count === undefined
  const limit = limitOf(flags, isPage)
  if (flags.explain) {
    const { filter, timeZone } = select(flags, { now: io.now(), hideReadOnly: isPage, onlyFiles: false })
    const lines = explainFilter(visibleFilter(filter), timeFormatter(timeZone)).split('\n')
    await io.out.write(`${(io.out.isTty ? lines.map(printable) : lines).join('\n')}\n`)
    return 0
  }
  if (flags.count) return countEvents(uris, flags, io)
  return readEvents({ uris, flags, io, hideReadOnly: isPage }, async (reading) => {
    const { timeZone } = reading.selection
    const file: FileSink | undefined =
      flags.outputFile === undefined ? undefined : await openFile(flags.outputFile, io.cwd, !isBinary(format))
    try {
      const sink = file ?? io.out
      const row = { kind: format, columns, timeZone, csvSafe: flags.csvSafe }
      const writer = await createWriter(row, sink, {
        color: await colorFor(sink, io.env, flags.color),
        wide: flags.wide,
        noTruncate: !flags.truncate,
        ascii: needsAscii(io.env),
        mayDrop: flags.columns === undefined,
      })
      // A run that fails before its first row prints no header.
      let isBegun = false
      const begin = (): Promise<void> | undefined => {
        if (isBegun) return undefined
        isBegun = true
        return writer.begin()
      }
      const ascending = flags.order === 'asc'
      const result = await reading.rows(
        row,
        (rows) => begin()?.then(() => writer.rows(rows)) ?? writer.rows(rows),
        {
          ascending,
          limit,
          keepDuplicates: flags.duplicates === true,
          keepsNoRows: writer.keepsNoRows,
        },
      )
      if (result.failure === undefined) await begin()
      if (isBegun) await writer.end()
      const exitCode = await reading.finish(result, {
        limit,
        limitIsDefault: flags.limit === undefined && flags.maxItems === undefined,
        ascending,
        showsCopies: true,
        columns,
        ...(flags.outputFile !== undefined && {
          verb: result.failure === undefined ? `written to ${printable(flags.outputFile)}` : NOTHING_WRITTEN,
        }),
      })
      if (result.failure === undefined) await file?.commit()
      return found(result.report.matched, exitCode, flags)
    } finally {
      await file?.abort()
    }
  })
}

/** Prints only the number of events, of everything that matches, as in a pipe. */
function countEvents(uris: readonly string[], flags: LookupFlags, io: Io): Promise<ExitCode> {
  const other = (['output', 'columns', 'outputFile', 'limit', 'maxItems'] as const).find(
    (name) => flags[name] !== undefined,
  )
  if (other !== undefined) {
    throw new UsageError(
      `--count cannot be combined with --${hyphenated(other)}`,
      'it prints one number, of all events that match',
    )
  }
  return readEvents({ uris, flags, io }, async (reading) => {
    const keepDuplicates = flags.duplicates === true
    const result = await reading.aggregate({ columns: [], lists: [] }, { keepDuplicates })
    const { count } = result.aggregate!
    await io.out.write(`${count}\n`)
    return found(count, await reading.finish(result, { verb: 'counted', showsCopies: true }), flags)
  })
}

function found(events: number, exitCode: ExitCode, flags: LookupFlags): ExitCode {
  return flags.exitCode && events === 0 && exitCode === EXIT.ok ? EXIT.nothing : exitCode
}

// The requested format, else the one of the file's extension, else the one that suits the output.
function formatOf({ output, outputFile, columns }: LookupFlags, toTerminal: boolean): FormatName {
  const extension = /\.([a-z-]+)$/i.exec(outputFile ?? '')?.[1]?.toLowerCase()
  const named = extension === 'ndjson' ? 'jsonl' : FORMAT_NAMES.find((name) => name === extension)
  return output ?? named ?? (toTerminal ? 'table' : columns === undefined ? 'jsonl' : 'tsv')
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

// A single preset has its own columns: for sign-ins, for example, the source address matters.
function presetColumns({ preset = [] }: LookupFlags, format: FormatName): readonly string[] | undefined {
  const [only, ...others] = preset
  return format === 'table' && only !== undefined && others.length === 0 ? presetOf(only).columns : undefined
}

function columnsOf(flags: LookupFlags, format: FormatName): readonly string[] | undefined {
  if (flags.columns === undefined) return undefined
  const columns = flags.columns.flatMap((list) => list.split(',')).map((name) => name.trim())
  columns.forEach(columnOf)
  if (!hasColumns(format)) {
    const able = FORMAT_NAMES.filter(hasColumns)
    throw new UsageError(
      `--columns '${flags.columns.join(',')}' cannot be combined with -o ${format}`,
      `columns are for ${able.join(', ').replace(/, ([^,]+)$/, ' and $1')}`,
    )
  }
  return columns
}
