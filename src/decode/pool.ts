// Runs decoding: on the main thread, and also on others once there has been so much work that starting them pays off.
// Most queries end before that, and a thread would only be started in vain.

import { Worker } from 'node:worker_threads'
import { packageUrl } from '../util/package-paths.ts'
import type { Batch, DecodePlan, FileInput, FromWorker, ToWorker, WorkerStart } from './batch.ts'
import { createDecoder, type Decode } from './decode.ts'
import { hashKey } from './json/hash-key.ts'

/** Decoding with one plan, on the threads that all plans share. */
export interface Decoding {
  decode(files: readonly FileInput[]): Promise<Batch>
  /** Nothing more will be decoded with this plan; waiting jobs are dropped. */
  close(): void
}

interface Plan {
  readonly id: number
  readonly plan: DecodePlan
  inProcess: Decode | undefined
}

interface Job {
  readonly by: Plan
  readonly files: readonly FileInput[]
  readonly resolve: (batch: Batch) => void
  readonly reject: (error: unknown) => void
}

interface Thread {
  readonly worker: Worker
  /** The plans that have been sent to the thread. */
  readonly plans: Set<Plan>
  isReady: boolean
  /** In the order in which they were sent. */
  jobs: Job[]
  /** Called when the thread has no jobs left. */
  rest?: () => void
}

/**
 * A thread costs 50 ms before its first job, and as much again until its code is compiled (2026-11, Node 20). Threads
 * are started after this many milliseconds of work on the main thread, if this many jobs are waiting: a run that has
 * worked that long will most likely continue. With 120 ms a search of 3,872 small files took a fifth more CPU time.
 */
const WORTH_MS = 250
const WORTH_JOBS = 3
/** Jobs sent to a thread at a time, because the main thread sends no others while it decodes. */
const DEPTH = 2

// Decoding creates megabytes of garbage, and V8 would let it grow to 48 MB on each thread. With 8 MB the peak memory of
// a run over 50,000 files fell from 257 to 190 MB, with no measurable change in time (2026-11, two cores).
const YOUNG_MB = 8

// A single file, which Node loads 15 ms faster than separate modules, on every thread. src/ and dist/ are siblings, so
// one path serves both; but code run from source (.ts, in tests) must not run a build of another state.
const WORKER = packageUrl('dist/bundle/worker.cjs')
const CAN_START = !import.meta.url.endsWith('.ts')

/** The main thread, plus others when they are worth starting. */
export class DecodePool {
  private readonly wanted: number
  private waiting: Job[] = []
  private readonly threads: Thread[] = []
  private started = false
  private plans = 0
  private scheduled = false
  // Milliseconds of CPU time on the main thread.
  private worked = 0
  private closed = false

  /** `threads` 0 keeps everything in-process. */
  constructor(threads: number) {
    this.wanted = CAN_START ? threads : 0
  }

  /** How many jobs can usefully be in progress at the same time. */
  get width(): number {
    return this.wanted === 0 ? 1 : this.wanted * DEPTH + WORTH_JOBS
  }

  open(plan: DecodePlan): Decoding {
    const by: Plan = { id: this.plans++, plan, inProcess: undefined }
    return {
      decode: (files) =>
        new Promise((resolve, reject) => {
          this.waiting.push({ by, files, resolve, reject })
          this.pump()
        }),
      close: () => {
        this.waiting = this.waiting.filter((job) => job.by !== by)
        by.inProcess = undefined
        for (const { worker, plans } of this.threads)
          if (plans.delete(by)) send(worker, { kind: 'forget', id: by.id })
      },
    }
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all(this.threads.map(ended))
  }

  private pump(): void {
    if (this.isWorthThreads()) this.start()
    for (let thread = this.freest(); thread && this.waiting.length > 0; thread = this.freest())
      this.hand(thread, this.waiting.shift()!)
    if (this.waiting.length === 0 || this.scheduled) return
    this.scheduled = true
    // One job per turn of the event loop, so that listing, reading and printing continue.
    setImmediate(() => {
      this.scheduled = false
      this.runHere()
      this.pump()
    })
  }

  private runHere(): void {
    const job = this.waiting.shift()
    if (!job || this.closed) return
    const started = this.started || this.wanted === 0 ? undefined : process.cpuUsage()
    try {
      job.by.inProcess ??= createDecoder(job.by.plan)
      job.resolve(job.by.inProcess(job.files))
    } catch (error) {
      job.reject(error)
    }
    if (started === undefined) return
    const { user, system } = process.cpuUsage(started)
    this.worked += (user + system) / 1000
  }

  private isWorthThreads(): boolean {
    return !this.started && this.wanted > 0 && this.worked >= WORTH_MS && this.waiting.length >= WORTH_JOBS
  }

  // The thread with the fewest jobs that can take another one.
  private freest(): Thread | undefined {
    let found: Thread | undefined
    for (const thread of this.threads)
      if (thread.isReady && thread.jobs.length < (found?.jobs.length ?? DEPTH)) found = thread
    return found
  }

  private start(): void {
    this.started = true
    const { by } = this.waiting[0]!
    for (let i = 0; i < this.wanted; i++) {
      const worker = new Worker(WORKER, {
        workerData: {
          hashKey: hashKey(),
          first: { kind: 'plan', id: by.id, plan: by.plan },
        } satisfies WorkerStart,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      })
      const thread: Thread = { worker, plans: new Set([by]), isReady: false, jobs: [] }
      this.threads.push(thread)
      worker.on('message', (message: FromWorker) => this.hear(thread, message))
      worker.on('error', (error) => this.lose(thread, error.message))
      worker.on('exit', (code) => this.lose(thread, `exit code ${code}`))
      worker.unref()
    }
  }

  private hand(thread: Thread, job: Job): void {
    const { by, files } = job
    try {
      if (!thread.plans.has(by)) send(thread.worker, { kind: 'plan', id: by.id, plan: by.plan })
      thread.plans.add(by)
      // A job that waits behind another one keeps its bytes, in case the thread ends before its turn.
      send(thread.worker, { kind: 'files', id: by.id, files }, thread.jobs.length === 0 ? bodies(files) : [])
    } catch (error) {
      return job.reject(error)
    }
    thread.jobs.push(job)
    thread.worker.ref()
  }

  private hear(thread: Thread, message: FromWorker): void {
    // Ignores late messages after close(), which waits for the thread's exit; unref here would prevent that.
    if (this.closed) {
      if (message !== 'ready') thread.jobs.shift()
      if (thread.jobs.length === 0) thread.rest?.()
      return
    }
    if (message === 'ready') thread.isReady = true
    else thread.jobs.shift()?.resolve(message)
    if (thread.jobs.length === 0) thread.worker.unref()
    this.pump()
  }

  // If a thread exits, its current job is lost but the run must not hang: the job's promise rejects. Jobs that it had
  // not begun are given to other threads.
  private lose(thread: Thread, why: string): void {
    const at = this.threads.indexOf(thread)
    if (this.closed) return thread.rest?.()
    if (at < 0) return
    this.threads.splice(at, 1)
    const [current, ...rest] = thread.jobs
    current?.reject(new Error(`a decoding thread ended: ${why}`))
    this.waiting.unshift(...rest)
    this.pump()
  }
}

/** Maximum wait for a job whose result is no longer needed. */
const MAX_WAIT = 3000

// Stopping a thread while it opens one of Node's inflaters would crash the process, so its job is allowed to finish
// first.
async function ended(thread: Thread): Promise<void> {
  if (thread.jobs.length > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, MAX_WAIT)
      thread.rest = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
  await thread.worker.terminate()
}

function send(worker: Worker, message: ToWorker, moved: readonly ArrayBuffer[] = []): void {
  worker.postMessage(message, moved)
}

// Bodies from the network are transferred to the thread; each is a whole ArrayBuffer of its own or is copied.
function bodies(files: readonly FileInput[]): ArrayBuffer[] {
  return files
    .map((file) => file.bytes)
    .filter((bytes) => bytes !== undefined && bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes!.buffer as ArrayBuffer)
}
