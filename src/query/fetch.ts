// Whole objects of remote sources, as many requests at once as both the run and each source bear. What has arrived goes on
// in groups, since handing single small files to a thread would cost more than decoding them.

import type { FileInput } from '../decode/batch.ts'
import type { LogFile } from '../logfile/accept.ts'
import type { Source } from '../source/source.ts'
import { Semaphore } from '../util/semaphore.ts'

/** Bodies fetched and not yet decoded. */
const BYTES_IN_FLIGHT = 48 << 20

export interface FetchOptions {
  /** Requests under way at the same time. */
  readonly concurrency: number
  readonly signal: AbortSignal
  /** Bytes that an object of unknown size counts for. */
  readonly usualSize: number
  /** How many files make a group worth handing on. */
  readonly groupSize: () => number
  /** Nobody has anything to do: a smaller group is welcome. */
  readonly isIdle: () => boolean
  /** Takes a group; `done` is to be called when it is decoded. */
  readonly onGroup: (files: readonly FileInput[], done: () => void) => void
  readonly onError: (input: FileInput, error: unknown) => void
}

export class Fetcher {
  private readonly options: FetchOptions
  private readonly requests: Semaphore
  private readonly perSource = new Map<Source, Semaphore>()
  private readonly bytes = new Semaphore(BYTES_IN_FLIGHT)
  private arrived: { readonly input: FileInput; readonly done: () => void }[] = []

  constructor(options: FetchOptions) {
    this.options = options
    this.requests = new Semaphore(options.concurrency)
  }

  /** Starts a request as soon as there is room for it, and waits no longer. */
  async fetch({ source, object }: LogFile, input: FileInput): Promise<void> {
    const { usualSize, signal, onError } = this.options
    const weight = object.size ?? usualSize
    const ofSource = this.limitOf(source)
    await ofSource?.acquire()
    await this.requests.acquire()
    await this.bytes.acquire(weight)
    // A source that bears few requests is not asked for more before what it gave is decoded: with a limit that may do.
    const done = (): void => {
      this.bytes.release(weight)
      ofSource?.release()
    }
    void source
      .read(object, signal)
      .then(
        ({ bytes }) => {
          this.arrived.push({ input: { ...input, bytes }, done })
        },
        (error: unknown) => {
          done()
          onError(input, error)
        },
      )
      .then(() => {
        this.requests.release()
        this.flush()
      })
  }

  /** Hands on what has arrived, if that is enough or nothing else is to be waited for. */
  flush(): void {
    const { groupSize, isIdle, onGroup } = this.options
    if (this.arrived.length === 0) return
    if (this.arrived.length < groupSize() && !isIdle() && !this.requests.isEmpty) return
    const group = this.arrived
    this.arrived = []
    onGroup(
      group.map(({ input }) => input),
      () => {
        for (const { done } of group) done()
      },
    )
  }

  /** Waits until every request has been answered, and hands on what came of it. */
  async drain(): Promise<void> {
    await this.requests.drained()
    this.flush()
  }

  private limitOf(source: Source): Semaphore | undefined {
    const { maxRequests } = source
    if (maxRequests === undefined || maxRequests >= this.options.concurrency) return undefined
    const known = this.perSource.get(source) ?? new Semaphore(maxRequests)
    this.perSource.set(source, known)
    return known
  }
}
