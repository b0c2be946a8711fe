// Fetches whole objects from remote sources, with as many concurrent requests as both the run and each source allow.
// Arrived objects are passed on in groups, because passing single small files to a thread would cost more than decoding
// them.

import type { FileInput } from '../decode/batch.ts'
import type { LogFile } from '../logfile/accept.ts'
import { bearable, type Source, type SourceObject } from '../source/source.ts'
import { Semaphore } from '../util/semaphore.ts'

/** Maximum number of bytes fetched but not yet decoded. */
const BYTES_IN_FLIGHT = 48 << 20

export interface FetchOptions {
  /** Maximum number of concurrent requests. */
  readonly concurrency: number
  readonly signal: AbortSignal
  /** Assumed size of an object of unknown size, in bytes. */
  readonly usualSize: number
  /** Number of files at which a group is passed on. */
  readonly groupSize: () => number
  /** True if decoders are idle, so that a smaller group is passed on too. */
  readonly isIdle: () => boolean
  /** Takes a group; `done` must be called when it is decoded. */
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

  /** Starts a request as soon as there is room for it; does not wait for the response. */
  async fetch({ source, object }: LogFile, input: FileInput): Promise<void> {
    const { usualSize, signal, onError } = this.options
    const weight = object.size ?? usualSize
    const ofSource = this.limitOf(source)
    await ofSource?.acquire()
    await this.requests.acquire()
    await this.bytes.acquire(weight)
    // A source with few concurrent requests gets no further request before its last response is decoded, because with a
    // limit that may be enough.
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

  /** The bytes of an object, fetched outside the order of the run; undefined if it cannot be read. */
  async now(source: Source, object: SourceObject): Promise<Uint8Array | undefined> {
    const ofSource = this.limitOf(source)
    await ofSource?.acquire()
    try {
      return (await source.read(object, this.options.signal)).bytes
    } catch (error) {
      bearable(error)
      return undefined
    } finally {
      ofSource?.release()
    }
  }

  /** Passes on what has arrived, if it is enough or nothing else is expected. */
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

  /** Waits for the responses of all requests, and passes them on. */
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
