// Connects the stages of a query: walk → read → decode → order → return. It never prints; what happened is returned as
// a report.

import { setMaxListeners } from 'node:events'
import type { Batch, FileInput } from '../decode/batch.ts'
import type { DecodePool, Decoding } from '../decode/pool.ts'
import { isArchived, type LogFile } from '../logfile/accept.ts'
import { walk } from '../logfile/walk.ts'
import type { WalkBatch } from '../logfile/walk-batch.ts'
import { tooLarge } from '../source/archive/too-large.ts'
import { isBearable, SourceError, type Source, type SourceObject } from '../source/source.ts'
import { mostStored } from '../source/stream.ts'
import { Semaphore } from '../util/semaphore.ts'
import { Fetcher } from './fetch.ts'
import { FirstLook, type WantedFile } from './first-look.ts'
import type { IndexOptions } from './index-use.ts'
import type { Query } from './query.ts'
import { BYTES_DIFFER, filesOf, ReadAgain } from './read-again.ts'
import { newReport, type RunReport } from './report.ts'
import { type OnRows, RowOutput } from './row-output.ts'
import { type OnFile, RunFiles } from './run-files.ts'
import { AggregateSum } from './aggregate.ts'

export interface RunHooks {
  readonly onRows?: OnRows
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

/** Inflated bytes per decoding job: enough to amortize the hand-over, few enough to keep memory small. */
const JOB_INFLATED = 3 << 19
const MAX_JOB_FILES = 64
/** Used before anything is known of the files' sizes. */
const FIRST_JOB_FILES = 8

/** What all runs of an engine share. */
export interface Resources {
  readonly sources: readonly Source[]
  readonly pool: DecodePool
  readonly concurrency: number
  readonly maxInflated: number
  readonly debug: boolean
  readonly index?: IndexOptions | undefined
}

/**
 * Runs a query to its end or its limit. Problems with single files are in the report; an error that stops everything
 * (a start that cannot be read, credentials, the signal, an error of `onRows`) is the result's `failure`.
 */
export async function runQuery(query: Query, resources: Resources, hooks: RunHooks): Promise<RunResult> {
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
  private readonly jobs: Semaphore
  private readonly fetcher: Fetcher
  // Results are handled one after the other; each waits until the output has taken its rows.
  private handled: Promise<void> = Promise.resolve()
  private failure: unknown
  // Number of files fetched, and the number at which the run checks whether it has enough.
  private asked = 0
  private goal: number

  constructor(query: Query, resources: Resources, hooks: RunHooks, byValue: boolean) {
    this.query = query
    this.hooks = hooks
    this.resources = resources
    const { filter, ascending } = query
    const { pool, concurrency, maxInflated, debug } = resources
    const output =
      query.output.kind === 'rows' ? { ...query.output, ascending } : { ...query.output, byValue }
    this.decoding = pool.open({ filter, output, maxInflated, debug })
    this.rows = new RowOutput(query, this.report, hooks.onRows)
    this.files = new RunFiles(query, this.rows, this.report, resources.index, hooks.onFile)
    this.jobs = new Semaphore(pool.width)
    this.fetcher = new Fetcher({
      concurrency,
      signal: this.stop.signal,
      usualSize: JOB_INFLATED,
      groupSize: () => this.jobFiles,
      isIdle: () => this.over || this.jobs.isEmpty,
      onGroup: (files, done) => void this.submit(files, done),
      onError: (input, error) => this.lose(input, error),
    })
    this.goal = resources.concurrency
    this.aggregate =
      output.kind === 'aggregate' ? new AggregateSum(output.spec, query.keepDuplicates) : undefined
    if (output.kind === 'aggregate' && !byValue)
      this.again = new ReadAgain(pool, { filter, output: { ...output, byValue: true }, maxInflated, debug })
  }

  /** Returns the error that ended the run early, if any. */
  async all(): Promise<unknown> {
    const started = performance.now()
    const abort = (): void => this.fail(this.hooks.signal!.reason)
    this.hooks.signal?.addEventListener('abort', abort, { once: true })
    if (this.hooks.signal?.aborted) abort()
    this.hooks.onProgress?.(this.report)
    try {
      if (this.query.limit !== 0) await this.read()
    } catch (error) {
      // When the run has enough, it aborts the listing in progress, which then throws.
      if (!this.rows.isFull) await this.failLate(error)
    }
    await this.handled
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
    this.report.elapsed = performance.now() - started
    return this.failure
  }

  // Number of files in the next job, from the size of those already read.
  private get jobFiles(): number {
    const { files, inflated } = this.report
    const opened = files.read - files.byIndex
    if (opened === 0) return FIRST_JOB_FILES
    const wanted = Math.ceil((JOB_INFLATED * opened) / Math.max(inflated, 1))
    return Math.min(Math.max(wanted, 1), MAX_JOB_FILES)
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
      await this.drain()
      if (!this.over) await this.give(-Infinity).catch((failure: unknown) => this.fail(failure))
    }
    this.fail(error)
  }

  private async read(): Promise<void> {
    const { walk: plan, limit } = this.query
    const { sources, concurrency } = this.resources
    const batches = walk(sources, plan, this.report.walk, {
      concurrency,
      takesAll: limit === undefined,
      mayHoldRecords: (source, object) => this.mayHoldRecords(source, object),
      signal: this.stop.signal,
    })
    // Reading ahead while the next day is listed hides S3's latency; with a limit it might list days in vain.
    const ahead = limit === undefined && sources.some((source) => source.remote)
    for await (const { files, laterNotAfter, isDear } of this.timed(ahead ? readAhead(batches) : batches)) {
      await this.feed(files, laterNotAfter)
      if (isDear && limit !== undefined) await this.drain()
      if (this.over) return
    }
    this.files.watermark.laterNotAfter = -Infinity
    await this.drain()
  }

  // Reads a file for the walk, which does not count as one of the run. Any doubt is a yes.
  private async mayHoldRecords(source: Source, object: SourceObject): Promise<boolean> {
    if (isArchived(object) || (object.size ?? 0) > mostStored(this.resources.maxInflated)) return true
    const path = source.localPath?.(object.key)
    const bytes = path === undefined ? await this.fetcher.now(source, object) : undefined
    if (path === undefined && bytes === undefined) return true
    const file = source.display(object.key)
    const input = { index: -1, file, account: undefined, notAfter: undefined, path, bytes, look: true }
    const { files } = await this.decoding.decode([input])
    return files[0]?.head === undefined
  }

  private async feed(files: readonly LogFile[], laterNotAfter: number): Promise<void> {
    // All files are accepted first, because the watermark must know every file before any of them is done.
    const wanted = files.flatMap((file) => {
      const input = this.files.accept(file)
      if (input === undefined) return []
      this.again?.note(input)
      return [{ file, input }]
    })
    this.files.watermark.laterNotAfter = laterNotAfter
    const { now, later } = this.firstLook.split(wanted)
    await this.feedAll(now)
    if (later.length === 0) return
    await this.drain()
    if (!this.over) await this.feedAll(later.filter((one) => !this.isOthers(one)))
  }

  private isOthers({ file, input }: WantedFile): boolean {
    const { suspects } = file
    if (suspects === undefined || !this.firstLook.isOthers(suspects)) return false
    this.files.leave(input.index, suspects)
    return true
  }

  private async feedAll(wanted: readonly WantedFile[]): Promise<void> {
    const { limit } = this.query
    let local: FileInput[] = []
    for (const [n, { file, input }] of wanted.entries()) {
      if (this.over) return
      if (input.path !== undefined) {
        local.push(input)
        // Files of the same time stay together if possible: their rows are then released in one run instead of one by
        // one. With a limit, this might read files in vain.
        const isWithin = limit === undefined && wanted[n + 1]?.input.notAfter === input.notAfter
        if (local.length < this.jobFiles * (isWithin ? 2 : 1)) continue
        await this.submit(local)
        local = []
      } else if ((file.object.size ?? 0) > mostStored(this.resources.maxInflated)) {
        this.lose(input, tooLarge(this.resources.maxInflated))
      } else {
        await this.fetcher.fetch(file, input)
        if (limit !== undefined) await this.pause(input.notAfter !== wanted[n + 1]?.input.notAfter)
      }
    }
    if (local.length > 0 && !this.over) await this.submit(local)
  }

  // With a limit, the run checks from time to time whether it has enough: first after as many requests as may be
  // concurrent, then after twice as many more. Files of the same time are not separated, because their order is
  // unknown.
  private async pause(isLastOfTime: boolean): Promise<void> {
    if (++this.asked < this.goal || !isLastOfTime) return
    await this.drain()
    this.goal = this.asked * 3
  }

  // Handles a file that could not be fetched.
  private lose({ index, file }: FileInput, error: unknown): void {
    if (this.over) return
    if (!isBearable(error)) return this.fail(error)
    this.files.lose(index, error.problem(file))
  }

  private async submit(files: readonly FileInput[], done?: () => void): Promise<void> {
    await this.jobs.acquire()
    const leave = (): void => {
      this.jobs.release()
      done?.()
      this.fetcher.flush()
    }
    if (this.over) return leave()
    void this.decoding.decode(files).then(
      (batch) => {
        this.handled = this.handled
          .then(() => this.take(batch))
          .catch((error: unknown) => this.fail(error))
          .then(leave)
      },
      (error: unknown) => {
        this.fail(error)
        leave()
      },
    )
  }

  // Waits until everything that was started has been handled.
  private async drain(): Promise<void> {
    await this.fetcher.drain()
    await this.jobs.drained()
    await this.handled
  }

  private async take(batch: Batch): Promise<void> {
    if (this.over) return
    this.files.finish(batch)
    for (const file of batch.files) this.firstLook.hear(file)
    if (batch.aggregate) {
      this.aggregate!.add(batch.aggregate, this.again && filesOf(batch))
      if (this.aggregate!.doubts.areTooMany) return this.fail(BYTES_DIFFER)
    }
    if (batch.rows) {
      this.rows.add(batch.rows)
      await this.give(this.files.watermark.bound)
    }
    this.hooks.onProgress?.(this.report)
  }

  private async give(bound: number): Promise<void> {
    await this.rows.release(bound)
    if (this.rows.isFull) this.stop.abort()
  }

  private async *timed(batches: AsyncIterable<WalkBatch>): AsyncGenerator<WalkBatch, void, undefined> {
    let before = performance.now()
    for await (const batch of batches) {
      this.report.steps.list += performance.now() - before
      yield batch
      before = performance.now()
    }
    this.report.steps.list += performance.now() - before
  }
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
