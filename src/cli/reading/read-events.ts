// The one set-up of every command that reads events: sources, queries, verification, threads, progress and the final
// summary. A command chooses what it gets back: rows, counts, or events with their origin.

import type { AggregateSpec } from '../../decode/aggregate.ts'
import type { DecodePlan } from '../../decode/batch.ts'
import type { JudgeSpec } from '../../decode/judged.ts'
import type { DetectSpec } from '../../detect/match-row.ts'
import { type Filter } from '../../filter/clause.ts'
import { parseLocated, type LocatedEvent } from '../../format/located.ts'
import type { RowFormat, RowRun } from '../../format/row.ts'
import { isEngineSource } from '../../engine/is-engine-source.ts'
import { openEngine } from '../../query/engine.ts'
import type { WalkPlan } from '../../logfile/plan.ts'
import { FileIndex, indexFolder } from '../../index/file-index.ts'
import type { IndexOptions } from '../../query/index-use.ts'
import type { Query } from '../../query/query.ts'
import type { RunHooks, RunResult } from '../../query/engine.ts'
import { hasLanes, isFolder, type Source } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import { Handoff } from '../../util/handoff.ts'
import type { ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'
import { startProgress } from '../messages/progress.ts'
import { printSummary } from '../messages/summary.ts'
import type { SummaryContext } from '../messages/summary-context.ts'
import type { FilterFlags } from '../options/filter-options.ts'
import { type RunFlags, threadsOf } from '../options/run-options.ts'
import { select, type Selection } from '../options/select-events.ts'
import type { SourceFlags } from '../options/source-options.ts'
import { verifiedOnly, type VerifiedFlags } from '../options/verified-options.ts'
import { openSources } from './open-sources.ts'
import { FirstFiles } from './first-files.ts'
import { LOOK_FILES, LOOK_TIME, secondLook } from './second-look.ts'
import type { Verification } from './verified-only.ts'

export type ReadingFlags = FilterFlags & SourceFlags & RunFlags & VerifiedFlags

export interface ReadingOptions {
  readonly uris: readonly string[]
  readonly flags: ReadingFlags
  readonly io: Io
  /** Hide read-only events if no attribute filter is given, as the console does. */
  readonly hideReadOnly?: boolean
  /** Several queries will run on the same tree, so listings are kept where that is safe. */
  readonly keepListings?: boolean
  /** Replaces each source by another one that lists or reads differently. */
  readonly wrap?: (source: Source) => Source
  /** The index learns from every file that is read, even if there are only a few. */
  readonly buildIndex?: boolean
  /** Called whenever something was read, instead of drawing the progress line. */
  readonly onProgress?: RunHooks['onProgress']
}

/** Settings of one query. */
export interface Asked {
  /** Replaces the filter of the options. */
  readonly filter?: Filter
  /** Where to look, replacing what follows from the options. */
  readonly walk?: WalkPlan
  readonly limit?: number | undefined
  readonly ascending?: boolean
  readonly keepDuplicates?: boolean
  /** Aborts this query only. */
  readonly signal?: AbortSignal
  /** Files that were read before and need not be read again. */
  readonly isKnown?: Query['isKnown']
  readonly onFile?: RunHooks['onFile']
  /** See RunHooks. */
  readonly keepsNoRows?: boolean | undefined
}

export interface Reading {
  readonly sources: readonly Source[]
  readonly selection: Selection
  /** The result of `--verify` or `--verified-only`. */
  readonly verification: Verification | undefined
  /** Rows of output in order, many at once. Reading waits for the promise that `onRows` returns. */
  rows(row: RowFormat, onRows: NonNullable<RunHooks['onRows']>, asked?: Asked): Promise<RunResult>
  /** Events that match rules, as rows of detect/match-row.ts. */
  detections(detect: DetectSpec, onRows: NonNullable<RunHooks['onRows']>, asked?: Asked): Promise<RunResult>
  /** Every event with its judgement, as rows of decode/judged.ts. */
  judged(
    judge: JudgeSpec,
    columns: readonly string[],
    onRows: NonNullable<RunHooks['onRows']>,
    asked?: Asked,
  ): Promise<RunResult>
  /** Counts instead of events, in `result.aggregate`. */
  aggregate(spec: AggregateSpec, asked?: Asked): Promise<RunResult>
  /** Events one by one, newest first; see EventStream. */
  events(asked?: Asked): EventStream
  /**
   * Prints what was read, what was not and how much was shown; returns the exit code. Throws the error that stopped
   * the run.
   */
  finish(result: RunResult, shown?: Partial<SummaryContext>): Promise<ExitCode>
}

/**
 * Can be iterated once. At most a few batches are read ahead, however slow the consumer. A consumer that stops early
 * (`break`) ends the run, which is not a failure. `result` is available when the loop has ended.
 */
export interface EventStream extends AsyncIterable<LocatedEvent> {
  readonly result: Promise<RunResult>
}

/**
 * Opens the sources of the options, says where events come from if none was given, and verifies if requested.
 * Everything is closed when `use` has ended. Throws UsageError, SourceError and UnverifiedError.
 */
export async function readEvents<T>(
  {
    uris,
    flags,
    io,
    hideReadOnly = false,
    keepListings = false,
    wrap = (source) => source,
    buildIndex = false,
    onProgress,
  }: ReadingOptions,
  use: (reading: Reading) => Promise<T>,
): Promise<T> {
  const now = io.now()
  const opened = await openSources(uris, flags, io)
  const sqlEngine = opened.sources.find(isEngineSource)
  const engine = openEngine({
    sources: opened.sources.map((source) => (isEngineSource(source) ? source : wrap(source))),
    threads: threadsOf(flags, io.cores),
    threadsAtOnce: flags.threads !== undefined,
    concurrency: flags.concurrency,
    index: flags.index === false ? undefined : indexOf(io, buildIndex),
    // An engine's list of files is the answer to one query only.
    keepListings: keepListings && sqlEngine === undefined ? now.getTime() : undefined,
  })
  try {
    const { sources } = engine
    const onlyFiles = !sources.some(isFolder)
    const selection = select(flags, { now, hideReadOnly, onlyFiles })
    if (flags.verifiedOnly && sqlEngine !== undefined)
      throw new UsageError(
        `--verified-only cannot be combined with '${sqlEngine.uri}'`,
        'an SQL engine finds log files, not the digest files that cover them: name the bucket',
      )
    const history = sources.find(hasLanes)
    if (buildIndex && history !== undefined)
      throw new UsageError(
        `'${history.uri}': Event history has events and no files`,
        'an index is of files; `download` and log files have them',
      )
    if ((flags.verifiedOnly || flags.verify) && history !== undefined)
      throw new UsageError(
        `${flags.verifiedOnly ? '--verified-only' : '--verify'} cannot be combined with '${history.uri}'`,
        'no digest file covers Event history',
      )
    if (opened.note !== undefined && !flags.quiet) await say(io, [opened.note], flags.color)
    const verified = await verifiedOnly(flags, { sources, walk: selection.walk, io })

    const run = async (
      output: DecodePlan['output'],
      asked: Asked = {},
      hooks: RunHooks = {},
    ): Promise<RunResult> => {
      if (sqlEngine !== undefined) {
        const { findFiles } = await import('./engine-sources.ts')
        const filter = asked.filter ?? selection.filter
        await findFiles(sources, filter, asked.walk ?? selection.walk, flags, io, asked.signal ?? io.signal)
      }
      const progress = onProgress ? { update: onProgress, stop: async () => {} } : startProgress(io, flags)
      try {
        return await engine.run(
          {
            walk: asked.walk ?? selection.walk,
            plan: {
              filter: asked.filter ?? selection.filter,
              output: output.kind === 'rows' ? { ...output, ascending: asked.ascending === true } : output,
              maxInflated: flags.maxInflated,
              debug: flags.debug === true,
            },
            limit: asked.limit,
            keepDuplicates: asked.keepDuplicates === true,
            isKnown: asked.isKnown,
            fileGuard: flags.verifiedOnly ? verified?.fileGuard : undefined,
          },
          {
            signal: asked.signal ?? io.signal,
            onProgress: progress.update,
            ...(asked.onFile && { onFile: asked.onFile }),
            ...(asked.keepsNoRows && { keepsNoRows: true }),
            ...hooks,
          },
        )
      } finally {
        await progress.stop()
      }
    }

    // What an SQL engine has counted, if that was the last thing asked for.
    let byEngine: RunResult | undefined
    const countedByEngine = async (
      spec: AggregateSpec,
      asked: Asked = {},
    ): Promise<RunResult | undefined> => {
      if (sqlEngine === undefined) return undefined
      const { countInEngine } = await import('./engine-sources.ts')
      const { filter = selection.filter, walk = selection.walk, signal = io.signal } = asked
      const count = { spec, keepDuplicates: asked.keepDuplicates === true }
      return (byEngine = await countInEngine(sources, filter, count, walk, flags, io, signal))
    }

    // Looks for reasons why nothing was found, for a limited time, and only if the user will see them.
    const lookAgain = async (
      { report, failure }: RunResult,
      { limit }: Partial<SummaryContext> = {},
    ): Promise<readonly string[]> => {
      const isPointless =
        report.matched > 0 ||
        report.records + report.files.passedOver + report.files.byIndex === 0 ||
        limit === 0
      const isUnwanted = flags.quiet === true || failure !== undefined || io.signal.aborted
      // Questions to Event history and SQL engines are limited or cost money.
      if (isPointless || isUnwanted || sources.some(hasLanes) || sqlEngine !== undefined) return []
      const look = secondLook(selection.filter)
      if (look === undefined) return []
      const few = new FirstFiles(sources.some(({ remote }) => remote) ? LOOK_FILES.remote : LOOK_FILES.local)
      const signal = AbortSignal.any([io.signal, few.signal, AbortSignal.timeout(LOOK_TIME)])
      const { aggregate } = await run(
        { kind: 'aggregate', spec: look.spec },
        // A limit that is never reached: no more is listed than is read.
        { filter: look.filter, limit: 1, isKnown: few.isBeyond, onFile: few.onFile },
        { signal },
      )
      return look.explain(aggregate!, { files: few.read, of: report.files.wanted })
    }

    return await use({
      sources,
      selection,
      verification: verified?.verification,
      rows: (row, onRows, asked) => run({ kind: 'rows', row }, asked, { onRows }),
      detections: (detect, onRows, asked) => run({ ...LOCATED, detect }, asked, { onRows }),
      judged: (judge, columns, onRows, asked) =>
        run({ kind: 'rows', row: { ...LOCATED.row, columns, timeZone: selection.timeZone }, judge }, asked, {
          onRows,
        }),
      async aggregate(spec, asked) {
        const counted = await countedByEngine(spec, asked)
        return counted ?? run({ kind: 'aggregate', spec }, asked)
      },
      events: (asked) => eventStream(io.signal, (hooks) => run(LOCATED, asked, hooks)),
      async finish(result, shown) {
        verified?.tell(result.report)
        const again = await lookAgain(result, shown)
        const context = {
          io,
          flags,
          sources,
          selection,
          secondLook: again,
          isCountedByEngine: result === byEngine,
        }
        return printSummary(result, { ...context, ...shown })
      },
    })
  } finally {
    await engine.close()
    for (const source of opened.sources) source.close?.()
  }
}

function indexOf({ env }: Io, build: boolean): IndexOptions | undefined {
  const folder = indexFolder(env)
  return folder === undefined ? undefined : { index: new FileIndex(folder), build }
}

const LOCATED = { kind: 'rows', row: { kind: 'located' } } as const
const ENOUGH = Symbol('the reader wants no more')

function eventStream(signal: AbortSignal, run: (hooks: RunHooks) => Promise<RunResult>): EventStream {
  const enough = new AbortController()
  const handoff = new Handoff<RowRun>()
  const result = run({
    signal: AbortSignal.any([signal, enough.signal]),
    onRows: (rows) => handoff.give(rows),
  })
    .then((result) => (result.failure === ENOUGH ? { ...result, failure: undefined } : result))
    .finally(() => handoff.end())
  // Avoids an unhandled rejection: the error is thrown by `result` and by the loop.
  result.catch(() => {})
  return {
    result,
    async *[Symbol.asyncIterator]() {
      try {
        for await (const rows of handoff) for (let i = 0; i < rows.count; i++) yield parseLocated(rows.row(i))
      } finally {
        enough.abort(ENOUGH)
        handoff.end()
        await result
      }
    },
  }
}
