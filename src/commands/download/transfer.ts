// Fetches many objects concurrently and writes each to its path. Limits requests, bytes in memory and queued jobs.

import { setMaxListeners } from 'node:events'
import { sidecarKey } from '../../integrity/sidecar.ts'
import type { ProblemList } from '../../query/problem-list.ts'
import { isBearable } from '../../source/source.ts'
import { Semaphore } from '../../util/semaphore.ts'
import { Queue } from '../../util/queue.ts'
import { fetchWhole, mustHash, sidecarOf } from './fetch.ts'
import type { Job } from './jobs.ts'
import { type Mirror, TargetError } from './mirror.ts'
import type { DownloadProgress } from './progress.ts'

export interface TransferOptions {
  readonly concurrency: number
  /** Aborts everything, without leaving partial files. */
  readonly signal: AbortSignal
  readonly problems: ProblemList
  readonly onProgress: () => void
}

/** How many files the listing may be ahead: enough to know the total early, but bounded in memory. */
const AHEAD = 100_000
const BYTES_IN_FLIGHT = 64 * 2 ** 20

/**
 * Resolves when everything that was started is done, to the error that ended it early, if any: lost credentials, a
 * full disk. An error with a single file becomes a problem.
 */
export async function transfer(
  jobs: (signal: AbortSignal) => AsyncIterable<Job>,
  mirror: Mirror,
  progress: DownloadProgress,
  { concurrency, signal, problems, onProgress }: TransferOptions,
): Promise<unknown> {
  const queue = new Queue<Job>(AHEAD)
  const inFlight = new Semaphore(BYTES_IN_FLIGHT)
  const stop = new AbortController()
  // Every concurrent request listens to it; Node's warning at more than ten listeners would be wrong here.
  setMaxListeners(0, stop.signal)
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    stop.abort()
    queue.close()
  }
  const interrupt = (): void => fail(signal.reason)
  signal.addEventListener('abort', interrupt, { once: true })
  if (signal.aborted) interrupt()

  async function list(): Promise<void> {
    for await (const job of jobs(stop.signal)) {
      progress.wanted++
      progress.wantedBytes += job.size ?? 0
      onProgress()
      await queue.push(job)
      if (stop.signal.aborted) return
    }
    progress.listing = false
    queue.end()
  }

  async function work(): Promise<void> {
    for (;;) {
      const job = await queue.take()
      if (job === undefined) return
      const weight = job.size ?? 0
      await inFlight.acquire(weight)
      try {
        if (!stop.signal.aborted) await attempt(job)
      } finally {
        inFlight.release(weight)
      }
      onProgress()
    }
  }

  async function attempt(job: Job): Promise<void> {
    const { source, object } = job.file
    try {
      await fetchOne(job)
    } catch (error) {
      if (stop.signal.aborted) return
      const file = source.display(object.key)
      if (isBearable(error)) problems.add(error.problem(file))
      else if (error instanceof TargetError) problems.add({ kind: 'unwritten', file, what: error.message })
      else return fail(error)
      progress.failed++
      progress.failedBytes += job.size ?? 0
    }
  }

  async function fetchOne({ file, path, sha256: proved }: Job): Promise<void> {
    const { source, object, digest } = file
    const { bytes, metadata } = await fetchWhole(source, object, stop.signal)
    if (proved !== undefined) mustHash(bytes, proved)
    if (digest) {
      // Written first, so that a digest file never exists without its signature.
      const sidecar = await sidecarOf(source, object, metadata, stop.signal)
      if (sidecar) await mirror.write(sidecarKey(path), sidecar)
      if (sidecar) progress.signatures++
      else progress.unsigned++
    }
    await mirror.write(path, bytes)
    progress.fetched++
    progress.fetchedBytes += bytes.length
  }

  await Promise.all([list(), ...Array.from({ length: concurrency }, work)].map((part) => part.catch(fail)))
  signal.removeEventListener('abort', interrupt)
  return failure
}
