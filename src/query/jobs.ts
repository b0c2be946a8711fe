// Groups the files of a run into jobs for the decoders, as many at a time as they can use, and hands their results on one
// after the other.

import type { Batch, FileInput } from '../decode/batch.ts'
import type { Decoding } from '../decode/pool.ts'
import { isArchived } from '../logfile/accept.ts'
import { tooLarge } from '../source/archive/too-large.ts'
import type { Source, SourceObject } from '../source/source.ts'
import { mostStored } from '../source/stream.ts'
import { Semaphore } from '../util/semaphore.ts'
import { Fetcher } from './fetch.ts'
import type { WantedFile } from './first-look.ts'
import type { RunReport } from './report.ts'

/** Inflated bytes per job: enough to amortize the hand-over, few enough to keep memory small. */
const JOB_INFLATED = 3 << 19
/** If events are only counted: a value is examined once per job. */
const COUNTED_INFLATED = 6 << 20
const MAX_JOB_FILES = 64
/** Used before anything is known of the files' sizes. */
const FIRST_JOB_FILES = 8

export interface JobsOptions {
  readonly decoding: Decoding
  /** Maximum number of jobs in progress. */
  readonly width: number
  /** Maximum number of concurrent requests. */
  readonly concurrency: number
  /** Maximum inflated size of a file, in bytes. */
  readonly maxInflated: number
  /** Events are counted, so that results are small and in no order. */
  readonly isCount: boolean
  /** The run may end before its last file, so that no file should be read in vain. */
  readonly isLimited: boolean
  /** Tells the size of the files read so far. */
  readonly report: RunReport
  readonly signal: AbortSignal
  /** True once nothing more should be read. */
  readonly isOver: () => boolean
  /** Takes results one after the other, each when the one before has been taken. */
  readonly onBatch: (batch: Batch) => Promise<void>
  /** Called for a file that could not be fetched. */
  readonly onLost: (input: FileInput, error: unknown) => void
  /** Called with an error that ends the run. */
  readonly onError: (error: unknown) => void
}

export class Jobs {
  private readonly options: JobsOptions
  private readonly running: Semaphore
  private readonly fetcher: Fetcher
  // Each result waits until the output has taken the rows of the one before.
  private handled: Promise<void> = Promise.resolve()
  // Number of files fetched, and the number at which the run checks whether it has enough.
  private asked = 0
  private goal: number

  constructor(options: JobsOptions) {
    const { concurrency, signal, width, isOver, onLost } = options
    this.options = options
    this.goal = concurrency
    this.running = new Semaphore(width)
    this.fetcher = new Fetcher({
      concurrency,
      signal,
      usualSize: JOB_INFLATED,
      groupSize: () => this.size,
      isIdle: () => isOver() || this.running.isEmpty,
      onGroup: (files, done) => void this.submit(files, done),
      onError: onLost,
    })
  }

  /** Starts reading files, in their order; waits only where too much is in progress. */
  async feed(wanted: readonly WantedFile[]): Promise<void> {
    const { isOver } = this.options
    for (let at = 0; at < wanted.length && !isOver();) {
      const end = this.endOfJob(wanted, at)
      if (end > at) await this.submit(inputsOf(wanted, at, end))
      else await this.request(wanted[at]!, wanted[at + 1])
      at = Math.max(end, at + 1)
    }
  }

  // The end of the next job of files that need no request, and so are read where they are decoded.
  private endOfJob(wanted: readonly WantedFile[], from: number): number {
    const { isLimited } = this.options
    const { size } = this
    for (let at = from; at < wanted.length; at++) {
      const { path, notAfter } = wanted[at]!.input
      if (path === undefined) return at
      // Files of the same time stay together if possible: their rows are then released in one run instead of one by
      // one. With a limit, this might read files in vain.
      const isWithin = !isLimited && wanted[at + 1]?.input.notAfter === notAfter
      if (at + 1 - from >= size * (isWithin ? 2 : 1)) return at + 1
    }
    return wanted.length
  }

  private async request({ file, input }: WantedFile, next: WantedFile | undefined): Promise<void> {
    const { isLimited, maxInflated, onLost } = this.options
    if ((file.object.size ?? 0) > mostStored(maxInflated)) return onLost(input, tooLarge(maxInflated))
    await this.fetcher.fetch(file, input)
    if (isLimited) await this.pause(input.notAfter !== next?.input.notAfter)
  }

  /** Reads a file for the walk, which does not count as one of the run. Any doubt is a yes. */
  async mayHoldRecords(source: Source, object: SourceObject): Promise<boolean> {
    const { decoding, maxInflated } = this.options
    if (isArchived(object) || (object.size ?? 0) > mostStored(maxInflated)) return true
    const path = source.localPath?.(object.key)
    const bytes = path === undefined ? await this.fetcher.now(source, object) : undefined
    if (path === undefined && bytes === undefined) return true
    const file = source.display(object.key)
    const { isRegular } = object
    const input = {
      index: -1,
      file,
      account: undefined,
      notAfter: undefined,
      path,
      isRegular,
      bytes,
      look: true,
    }
    const batches = await decoding.decode([input])
    return batches.every(({ files }) => files.notes.every(({ head }) => head === undefined))
  }

  /** Waits until everything that was started has been handled. */
  async drain(): Promise<void> {
    await this.fetcher.drain()
    await this.running.drained()
    await this.handled
  }

  /** Waits until the results that have arrived are handled; jobs in progress may go on in vain. */
  async settle(): Promise<void> {
    await this.handled
  }

  // Number of files in the next job, from the size of those already read.
  private get size(): number {
    const { files, inflated } = this.options.report
    const opened = files.read - files.byIndex
    if (opened === 0) return FIRST_JOB_FILES
    const size = this.options.isCount ? COUNTED_INFLATED : JOB_INFLATED
    const wanted = Math.ceil((size * opened) / Math.max(inflated, 1))
    return Math.min(Math.max(wanted, 1), MAX_JOB_FILES)
  }

  // With a limit, the run checks from time to time whether it has enough: first after as many requests as may be
  // concurrent, then after twice as many more. Files of the same time are not separated, because their order is
  // unknown.
  private async pause(isLastOfTime: boolean): Promise<void> {
    if (++this.asked < this.goal || !isLastOfTime) return
    await this.drain()
    this.goal = this.asked * 3
  }

  private async submit(files: readonly FileInput[], done?: () => void): Promise<void> {
    const { decoding, isOver, onBatch, onError } = this.options
    await this.running.acquire()
    const leave = (): void => {
      this.running.release()
      done?.()
      this.fetcher.flush()
    }
    if (isOver()) return leave()
    void decoding.decode(files).then(
      (batches) => {
        for (const batch of batches) this.handled = this.handled.then(() => onBatch(batch))
        this.handled = this.handled.catch(onError).then(leave)
      },
      (error: unknown) => {
        onError(error)
        leave()
      },
    )
  }
}

function inputsOf(wanted: readonly WantedFile[], from: number, to: number): FileInput[] {
  const inputs: FileInput[] = []
  for (let at = from; at < to; at++) inputs.push(wanted[at]!.input)
  return inputs
}
