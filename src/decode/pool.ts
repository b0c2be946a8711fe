// Where files are decoded: in-process while there is little to do, on threads once there is enough to pay for starting
// them (about 50 ms each). The first job tells how large files are, and until the threads are up the work goes on
// in-process, so that no time is lost waiting.

import { Worker } from 'node:worker_threads'
import { packageUrl } from '../util/package-paths.ts'
import type { Batch, DecodePlan, FileInput, FromWorker, ToWorker, WorkerStart } from './batch.ts'
import { createDecoder, type Decode } from './decode.ts'
import { hashKey } from './json/hash-key.ts'

/** Decoding by one plan, on the threads that all plans share. */
export interface Decoding {
  decode(files: readonly FileInput[]): Promise<Batch>
  /** Nothing more will be decoded by this plan; what waits is dropped. */
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
  /** The plans that it knows. */
  readonly plans: Set<Plan>
  isReady: boolean
  job: Job | undefined
}

/** What must be waiting for the work to be worth threads: so many jobs, and by what was seen so many inflated bytes. */
const WORTH_JOBS = 3
const WORTH_BYTES = 512 * 1024

// Decoding makes garbage by the megabyte, and V8 would let it pile up to 48 MB on each thread. With 8 the peak of a run
// over 50,000 files fell from 257 to 190 MB, and the time stayed within the noise (2026-11, two cores).
const YOUNG_MB = 8

// One file, of which Node takes 15 ms less to load than of modules, on every thread. src/ and dist/ lie side by side, so
// that one path serves both; but what runs from source (.ts, in tests) must not run what was built from another state.
const WORKER = packageUrl('dist/bundle/worker.cjs')
const CAN_START = !import.meta.url.endsWith('.ts')

/** Threads, and the main one as long as those are not worth their start. */
export class DecodePool {
  private readonly wanted: number
  private waiting: Job[] = []
  private readonly threads: Thread[] = []
  private readonly idle: Thread[] = []
  private started = false
  private ready = 0
  private plans = 0
  private scheduled = false
  // What was decoded in-process.
  private files = 0
  private inflated = 0
  private closed = false

  /** `threads` 0 keeps everything in-process. */
  constructor(threads: number) {
    this.wanted = CAN_START ? threads : 0
  }

  /** How many jobs may usefully be under way at the same time. */
  get width(): number {
    return this.wanted === 0 ? 1 : this.wanted * 2 + WORTH_JOBS
  }

  open(plan: DecodePlan): Decoding {
    const by: Plan = { id: this.plans++, plan, inProcess: undefined }
    return {
      decode: (files) =>
        new Promise((resolve, reject) => {
          this.waiting.push({ by, files, resolve, reject })
          if (this.isWorthThreads()) this.start()
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
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()))
  }

  private pump(): void {
    while (this.idle.length > 0 && this.waiting.length > 0) this.hand(this.idle.pop()!, this.waiting.shift()!)
    if (this.ready === 0 && this.waiting.length > 0 && !this.scheduled) {
      this.scheduled = true
      // One job a turn of the event loop, so that listing and reading go on beside it.
      setImmediate(() => {
        this.scheduled = false
        if (this.ready === 0) this.runHere()
        this.pump()
      })
    }
  }

  private runHere(): void {
    const job = this.waiting.shift()
    if (!job || this.closed) return
    try {
      job.by.inProcess ??= createDecoder(job.by.plan)
      const batch = job.by.inProcess(job.files)
      this.files += batch.files.length
      for (const { inflated } of batch.files) this.inflated += inflated
      job.resolve(batch)
    } catch (error) {
      job.reject(error)
    }
    if (this.isWorthThreads()) this.start()
  }

  private isWorthThreads(): boolean {
    if (this.started || this.wanted === 0 || this.waiting.length < WORTH_JOBS) return false
    const files = this.waiting.reduce((sum, job) => sum + job.files.length, 0)
    return files * this.inflated >= WORTH_BYTES * this.files && this.files > 0
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
      const thread: Thread = { worker, plans: new Set([by]), isReady: false, job: undefined }
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
      send(thread.worker, { kind: 'files', id: by.id, files }, bodies(files))
    } catch (error) {
      this.idle.push(thread)
      return job.reject(error)
    }
    thread.job = job
    thread.worker.ref()
  }

  private hear(thread: Thread, message: FromWorker): void {
    // What was on its way when the pool closed: `close` waits for the thread's end, which an unref would not let come.
    if (this.closed) return
    const { job } = thread
    thread.job = undefined
    thread.worker.unref()
    this.idle.push(thread)
    if (message === 'ready') {
      thread.isReady = true
      this.ready++
    } else job?.resolve(message)
    this.pump()
  }

  // A thread that ends takes its job with it, and must not take the run: whoever waits for the job is told.
  private lose(thread: Thread, why: string): void {
    const at = this.threads.indexOf(thread)
    if (at < 0 || this.closed) return
    this.threads.splice(at, 1)
    if (this.idle.includes(thread)) this.idle.splice(this.idle.indexOf(thread), 1)
    if (thread.isReady) this.ready--
    thread.job?.reject(new Error(`a decoding thread ended: ${why}`))
    this.pump()
  }
}

function send(worker: Worker, message: ToWorker, moved: readonly ArrayBuffer[] = []): void {
  worker.postMessage(message, moved)
}

// Bodies that came over the network move to the thread; they are whole ArrayBuffers of their own or are copied.
function bodies(files: readonly FileInput[]): ArrayBuffer[] {
  return files
    .map((file) => file.bytes)
    .filter((bytes) => bytes !== undefined && bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes!.buffer as ArrayBuffer)
}
