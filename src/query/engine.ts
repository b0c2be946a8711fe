// Runs any number of queries on the same sources, which share threads, opened clients and, if requested and safe,
// listings. Each run connects the stages: walk → read → decode → order → return. Nothing is printed; what happened is
// returned as a report. The code that opened the sources closes them.

import { setMaxListeners } from 'node:events'
import type { Batch, DecodePlan, FileInput } from '../decode/batch.ts'
import { DecodePool, type Decoding } from '../decode/pool.ts'
import type { LogFile } from '../logfile/accept.ts'
import { walk } from '../logfile/walk.ts'
import type { WalkBatch } from '../logfile/walk-batch.ts'
import { isBearable, SourceError, type Source } from '../source/source.ts'
import { AggregateSum } from './aggregate.ts'
import { FirstLook, type WantedFile } from './first-look.ts'
import type { IndexOptions } from './index-use.ts'
import { Jobs } from './jobs.ts'
import { keepListings } from './listings.ts'
import type { Query } from './query.ts'
import { BYTES_DIFFER, filesOf, ReadAgain } from './read-again.ts'
import { newReport, type RunReport } from './report.ts'
import { type OnRows, RowOutput } from './row-output.ts'
import { type OnFile, RunFiles } from './run-files.ts'
import { milliseconds } from '../util/milliseconds.ts'

export interface EngineOptions {
  readonly sources: readonly Source[]
  /** Number of decoding threads; 0 decodes in-process. */
  readonly threads: number
  /** Starts them even if they may not pay off. */
  readonly threadsAtOnce?: boolean | undefined
  /** Maximum number of concurrent requests to a remote source, in each run. */
  readonly concurrency: number
  /** The index, and whether to add all files to it. */
  readonly index?: IndexOptions | undefined
  /**
   * Keeps listings of past days for several queries on a remote tree; the value is the time of opening, epoch
   * milliseconds.
   */
  readonly keepListings?: number | undefined
}

export interface Engine {
  /** The sources of the options, or their replacements: use these for anything else that reads the tree. */
  readonly sources: readonly Source[]
  /**
   * Runs a query to its end or its limit. Several may run at the same time. Problems with single files are in the report;
   * an error that stops everything (a start that cannot be read, credentials, the signal, an error of `onRows`) is the
   * result's `failure`.
   */
  run(query: Query, hooks?: RunHooks): Promise<RunResult>
  /** Ends the threads. */
  close(): Promise<void>
}

export interface RunHooks {
  readonly onRows?: OnRows
  /** When the promise of `onRows` is resolved, or without one at once, rows are needed no more: their memory is used again. */
  readonly keepsNoRows?: boolean
  /** Called whenever something was read; must be cheap. */
  readonly onProgress?: (report: RunReport) => void
  readonly onFile?: OnFile
  readonly signal?: AbortSignal | undefined
}

export interface RunResult {
  readonly report: RunReport
  /** Only for aggregate queries. */
  readonly aggregate: AggregateSum | undefined
  /**
   * What ended the run early, if anything: lost credentials, or the signal. The report then covers what had been read.
   */
  readonly failure: unknown
}

export function openEngine(options: EngineOptions): Engine {
  const { concurrency, index, keepListings: now } = options
  const sources =
    now === undefined ? options.sources : options.sources.map((source) => keepListings(source, now))
  const pool = new DecodePool(options.threads, options.threadsAtOnce)
  const resources = { sources, pool, concurrency, index }
  return {
    sources,
    run: (query, hooks = {}) => runQuery(query, resources, hooks),
    close: () => pool.close(),
  }
}

/** What all runs of an engine share. */
interface Resources {
  readonly sources: readonly Source[]
  readonly pool: DecodePool
  readonly concurrency: number
  readonly index: IndexOptions | undefined
}

async function runQuery(query: Query, resources: Resources, hooks: RunHooks): Promise<RunResult> {
  let run = new Run(query, resources, hooks, !mayReadAgain(query, resources))
  let failure = await run.all()
  if (failure === BYTES_DIFFER) {
    run = new Run(query, resources, hooks, true)
    failure = await run.all()
  }
  return { report: run.report, aggregate: run.aggregate, failure }
}

// Counting recognizes copies by their bytes, which nearly always suffices; files with other copies are read again for
// their values. If there are very many of those, the whole query is repeated by value, as nothing has been returned
// yet. Not used where reading twice would cost requests, or is impossible.
function mayReadAgain({ isKnown, fileGuard }: Query, { sources }: Resources): boolean {
  return !isKnown && !fileGuard && sources.every((source) => !source.remote && 'localPath' in source)
}

class Run {
  readonly report: RunReport = newReport()
  readonly aggregate: AggregateSum | undefined
  private readonly query: Query
  private readonly hooks: RunHooks
  private readonly resources: Resources
  private readonly decoding: Decoding
  private readonly rows: RowOutput
  private readonly files: RunFiles
  private readonly firstLook = new FirstLook()
  // If copies are recognized by bytes: reads files again where bytes do not decide.
  private readonly again: ReadAgain | undefined
  private readonly stop = manyListeners(new AbortController())
  private readonly jobs: Jobs
  private failure: unknown
  // Of the last batch of the walk.
  private toCome: (() => number) | undefined

  constructor(query: Query, resources: Resources, hooks: RunHooks, byValue: boolean) {
    this.query = query
    this.hooks = hooks
    this.resources = resources
    const { plan } = query
    const { pool, concurrency } = resources
    this.decoding = pool.open(byValue ? valued(plan) : plan, () => this.filesLeft())
    this.rows = new RowOutput(
      query,
      this.report,
      hooks.onRows,
      () => this.failure !== undefined,
      hooks.keepsNoRows,
    )
    this.files = new RunFiles(query, this.rows, this.report, resources.index, hooks.onFile)
    this.jobs = new Jobs({
      decoding: this.decoding,
      width: pool.width,
      concurrency,
      maxInflated: plan.maxInflated,
      isCount: plan.output.kind === 'aggregate',
      isLimited: query.limit !== undefined,
      report: this.report,
      signal: this.stop.signal,
      isOver: () => this.over,
      onBatch: (batch) => this.take(batch),
      onLost: (input, error) => this.lose(input, error),
      onError: (error) => this.fail(error),
    })
    if (plan.output.kind !== 'aggregate') return
    this.aggregate = new AggregateSum(plan.output.spec, query.keepDuplicates)
    if (!byValue) this.again = new ReadAgain(pool, valued(plan))
  }

  /** Returns the error that ended the run early, if any. */
  async all(): Promise<unknown> {
    const started = milliseconds()
    const abort = (): void => this.fail(this.hooks.signal!.reason)
    this.hooks.signal?.addEventListener('abort', abort, { once: true })
    if (this.hooks.signal?.aborted) abort()
    this.hooks.onProgress?.(this.report)
    try {
      if (this.query.limit !== 0) await this.unlessStopped(this.read())
    } catch (error) {
      // When the run has enough, it aborts the listing in progress, which then throws.
      if (!this.rows.isFull) await this.failLate(error)
    }
    await this.jobs.settle()
    if (this.again && !this.over)
      await this.again.settle(this.aggregate!).catch((error: unknown) => this.fail(error))
    if (!this.rows.isFull && this.failure === undefined)
      await this.give(-Infinity).catch((error: unknown) => this.fail(error))
    this.stop.abort()
    this.hooks.signal?.removeEventListener('abort', abort)
    this.decoding.close()
    if (this.failure === undefined) this.files.saveIndex()
    for (const count of ['untimed', 'duplicates', 'respelled', 'conflicts'] as const)
      this.report[count] = this.rows.merge[count] + (this.aggregate?.[count] ?? 0)
    if (!this.query.keepDuplicates) this.report.matched -= this.report.duplicates
    this.report.elapsed = milliseconds() - started
    return this.failure
  }

  // A run that is stopped does not wait for files that are being decoded, which may take seconds.
  private async unlessStopped(reading: Promise<void>): Promise<void> {
    const { signal } = this.stop
    const stopped = new Promise<void>((resolve) => {
      if (signal.aborted) resolve()
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    reading.catch(() => {})
    await Promise.race([reading, stopped])
  }

  // About how many files are still to be opened; undefined if nothing is known.
  private filesLeft(): number | undefined {
    const { wanted, read, byIndex } = this.report.files
    return this.toCome && (wanted - byIndex) * (1 + this.toCome()) - (read - byIndex)
  }

  private get over(): boolean {
    return this.rows.isFull || this.failure !== undefined
  }

  // A failure that ends everything. The first one counts.
  private fail(error: unknown): void {
    this.failure ??= error ?? new Error('stopped without a reason')
    this.stop.abort()
  }

  // An error while requesting more does not affect what has been read, which is still returned.
  private async failLate(error: unknown): Promise<void> {
    if (error instanceof SourceError && !this.over) {
      await this.jobs.drain()
      if (!this.over) await this.give(-Infinity).catch((failure: unknown) => this.fail(failure))
    }
    this.fail(error)
  }

  private async read(): Promise<void> {
    const { walk: where, limit } = this.query
    const { sources, concurrency } = this.resources
    const batches = walk(sources, where, this.report.walk, {
      concurrency,
      takesAll: limit === undefined,
      mayHoldRecords: (source, object) => this.jobs.mayHoldRecords(source, object),
      signal: this.stop.signal,
    })
    // Reading ahead while the next day is listed hides S3's latency; with a limit it might list days in vain.
    const ahead = limit === undefined && sources.some((source) => source.remote)
    for await (const batch of this.timed(ahead ? readAhead(batches) : batches)) {
      const { files, laterNotAfter, isDear } = batch
      this.toCome = batch.toCome
      await this.feed(files, laterNotAfter)
      if (isDear && limit !== undefined) await this.jobs.drain()
      if (this.over) return
    }
    this.files.watermark.laterNotAfter = -Infinity
    await this.jobs.drain()
  }

  private async feed(files: readonly LogFile[], laterNotAfter: number): Promise<void> {
    // All files are accepted first, because the watermark must know every file before any of them is done.
    const wanted = this.accept(files)
    this.files.watermark.laterNotAfter = laterNotAfter
    const { now, later } = this.firstLook.split(wanted)
    await this.jobs.feed(now)
    if (later.length === 0) return
    await this.jobs.drain()
    if (!this.over) await this.jobs.feed(later.filter((one) => !this.isOthers(one)))
  }

  // V8 takes long to optimize a loop in an asynchronous function.
  private accept(files: readonly LogFile[]): WantedFile[] {
    const wanted: WantedFile[] = []
    for (const file of files) {
      const input = this.files.accept(file)
      if (input === undefined) continue
      this.again?.note(input)
      wanted.push({ file, input })
    }
    return wanted
  }

  private isOthers({ file, input }: WantedFile): boolean {
    const { suspects } = file
    if (suspects === undefined || !this.firstLook.isOthers(suspects)) return false
    this.files.leave(input.index, suspects)
    return true
  }

  // Handles a file that could not be fetched.
  private lose({ index, file }: FileInput, error: unknown): void {
    if (this.over) return
    if (!isBearable(error)) return this.fail(error)
    this.files.lose(index, error.problem(file))
  }

  private async take(batch: Batch): Promise<void> {
    if (this.over) return
    this.files.finish(batch)
    for (const note of batch.files.notes) this.firstLook.hear(note)
    if (batch.aggregate) {
      this.aggregate!.add(batch.aggregate, this.again && filesOf(batch))
      if (this.aggregate!.doubts.areTooMany) return this.fail(BYTES_DIFFER)
    }
    if (batch.rows) {
      for (const rows of batch.rows) this.rows.add(rows)
      await this.give(this.files.watermark.bound)
    }
    this.hooks.onProgress?.(this.report)
  }

  private async give(bound: number): Promise<void> {
    await this.rows.release(bound)
    if (this.rows.isFull) this.stop.abort()
  }

  private async *timed(batches: AsyncIterable<WalkBatch>): AsyncGenerator<WalkBatch, void, undefined> {
    let before = milliseconds()
    for await (const batch of batches) {
      this.report.steps.list += milliseconds() - before
      yield batch
      before = milliseconds()
    }
    this.report.steps.list += milliseconds() - before
  }
}

// The plan, with copies recognized by their values.
function valued(plan: DecodePlan): DecodePlan {
  return plan.output.kind === 'rows' ? plan : { ...plan, output: { ...plan.output, byValue: true } }
}

// Every concurrent request listens to this signal; Node would warn of a leak from eleven listeners on.
function manyListeners(controller: AbortController): AbortController {
  setMaxListeners(0, controller.signal)
  return controller
}

async function* readAhead<T>(items: AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  let next = items.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = items.next()
      // The error is thrown above when its turn comes; until then it must not count as an unhandled rejection.
      next.catch(() => {})
      yield value
    }
  } finally {
    await items.return()
  }
}
