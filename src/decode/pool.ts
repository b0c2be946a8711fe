// Runs decoding: on the main thread, and also on others once there has been so much work that starting them pays off.
// Most queries end before that, and a thread would only be started in vain.

import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import {
  mayOptimize,
  optimizeAsUsual,
  optimizeLater,
  optimizeLaterAgain,
  optimizeWasmLater,
  TIMES,
} from '../util/optimize-later.ts'
import { packagePath } from '../util/package-paths.ts'
import type { Batch, DecodePlan, FileInput, FromWorker, ToWorker, WorkerStart } from './batch.ts'
import { createDecoder, type Decode } from './decode.ts'
import { packFiles } from './handover.ts'
import { hashKey } from './json/hash-key.ts'
import { spareRowMemory } from './row-memory.ts'
import { isInsideZlib, newThreadState, stopThreads, type ThreadState } from './thread-state.ts'

/** Decoding with one plan, on the threads that all plans share. */
export interface Decoding {
  /** Each file is in one of the batches. There are two if some of the files may be large. */
  decode(files: readonly FileInput[]): Promise<readonly Batch[]>
  /** Nothing more will be decoded with this plan; waiting jobs are dropped. */
  close(): void
}

interface Plan {
  readonly id: number
  readonly plan: DecodePlan
  isClosed: boolean
  inProcess: Decode | undefined
  /** About how many files are still to be decoded; undefined if nothing is known. */
  readonly filesLeft: () => number | undefined
  /** Files decoded on the main thread, and the milliseconds of CPU time that they took. */
  files: number
  worked: number
}

interface Job {
  readonly by: Plan
  readonly files: readonly FileInput[]
  readonly resolve: (batches: readonly Batch[]) => void
  readonly reject: (error: unknown) => void
  /** Of files that another job left. */
  readonly isLarge: boolean
  /** The batch of that job. */
  readonly done: readonly Batch[]
}

interface Thread {
  readonly worker: Worker
  /** In the state that threads share. */
  readonly number: number
  /** The plans that have been sent to the thread. */
  readonly plans: Set<Plan>
  isReady: boolean
  /** In the order in which they were sent. */
  jobs: Job[]
}

/**
 * A thread costs 35 ms before its first job, and 100 more until its code is optimized (2026-11, Node 20). Threads are
 * started after this many milliseconds of work on the main thread, when that tells about how much is left, if this many jobs
 * are waiting.
 */
const WORTH_MS = 120
const WORTH_JOBS = 3
/**
 * Not for less work, in milliseconds on the main thread. What has been done so far took about twice as long as the rest will,
 * because no code was optimized: counts of 2,400 files seem to have 1,400 left and have 700. A second thread would end them
 * 0.15 seconds earlier, and take 0.15 seconds more of CPU time, on two cores that may be busy with something else (2026-11).
 */
const WORTH_LEFT_MS = 2400
/** Where nothing is known of what is left: a run that has worked that long will most likely continue. */
const UNKNOWN_MS = 250
/** After this many milliseconds of work V8 may optimize what it runs, and where a file is large. */
const LONG_MS = 400
/**
 * Or after this many matches, for each of which something runs: counts of 300,000 events take a tenth less CPU time than if they
 * waited for LONG_MS, and the rows of 32,000 about the same (2026-11, Node 20).
 */
const MANY_MATCHES = 16_000
/** Jobs sent to a thread at a time, because the main thread sends no others while it decodes. */
const DEPTH = 2

// Decoding creates megabytes of garbage, and V8 would let it grow to 48 MB on each thread. With 8 MB the peak memory of
// a run over 50,000 files fell from 257 to 190 MB, with no measurable change in time (2026-11, two cores).
const YOUNG_MB = 8

// src/ and dist/ are siblings, so one path serves both; but code run from source (.ts, in tests) must not run a build of
// another state.
const WORKER = packagePath('dist/bundle/thread.cjs')
const CAN_START = !import.meta.filename.endsWith('.ts')

/** The main thread, plus others when they are worth starting. */
export class DecodePool {
  private readonly wanted: number
  private readonly atOnce: boolean
  private waiting: Job[] = []
  private readonly threads: Thread[] = []
  private readonly state: ThreadState
  private started = false
  private plans = 0
  private scheduled = false
  // Milliseconds of CPU time on the main thread, and what was found, until the run is long.
  private worked = 0
  private matched = 0
  private closed = false

  /** `threads` 0 keeps everything in-process. `atOnce` starts them even if they may not pay off. */
  constructor(threads: number, atOnce = false) {
    this.atOnce = atOnce
    this.wanted = CAN_START ? threads : 0
    this.state = newThreadState(this.wanted)
  }

  /** How many jobs can usefully be in progress at the same time. */
  get width(): number {
    return this.wanted === 0 ? 1 : this.wanted * DEPTH + WORTH_JOBS
  }

  /** `filesLeft` tells about how many files are still to be decoded; undefined for no idea. */
  open(plan: DecodePlan, filesLeft: () => number | undefined = () => undefined): Decoding {
    const by: Plan = {
      id: this.plans++,
      plan,
      isClosed: false,
      inProcess: undefined,
      filesLeft,
      files: 0,
      worked: 0,
    }
    return {
      decode: (files) =>
        new Promise((resolve, reject) => {
          this.waiting.push({ by, files, resolve, reject, isLarge: false, done: [] })
          this.pump()
        }),
      close: () => {
        by.isClosed = true
        this.waiting = this.waiting.filter((job) => job.by !== by)
        by.inProcess = undefined
        for (const { worker, plans } of this.threads)
          if (plans.delete(by)) send(worker, { kind: 'forget', id: by.id })
      },
    }
  }

  async close(): Promise<void> {
    this.closed = true
    stopThreads(this.state)
    await Promise.all(this.threads.map((thread) => this.end(thread)))
  }

  private pump(): void {
    if (this.isWorthThreads()) this.start()
    for (let at = 0; at < this.waiting.length;) {
      const thread = this.freest(this.waiting[at]!)
      if (thread) this.hand(thread, this.waiting.splice(at, 1)[0]!)
      else if (this.waiting[at]!.isLarge) at++
      else break
    }
    if (this.scheduled || this.waiting.every((job) => this.isForThreads(job))) return
    this.scheduled = true
    // One job per turn of the event loop, so that listing, reading and printing continue.
    setImmediate(() => {
      this.scheduled = false
      this.runHere()
      this.pump()
    })
  }

  private runHere(): void {
    const at = this.waiting.findIndex((one) => !this.isForThreads(one))
    const [job] = at < 0 || this.closed ? [] : this.waiting.splice(at, 1)
    if (!job) return
    const takesLarge = this.wanted === 0 || (this.started && this.threads.length === 0)
    const started = this.worked < LONG_MS ? process.cpuUsage() : undefined
    try {
      job.by.inProcess ??= this.makeDecoder(job.by.plan)
      const batch = job.by.inProcess(job.files, takesLarge)
      if (started !== undefined) for (const matches of batch.files.matches) this.matched += matches
      this.finish(job, batch)
    } catch (error) {
      job.reject(error)
    }
    if (started === undefined) return
    const { user, system } = process.cpuUsage(started)
    const worked = (user + system) / 1000
    this.worked += worked
    if (this.isLong) mayOptimize()
    job.by.worked += worked
    job.by.files += job.files.length
  }

  // A thread that starts meanwhile would start with other flags of V8.
  private makeDecoder(plan: DecodePlan): Decode {
    if (this.started) return createDecoder(plan)
    // Without threads, the first file may take seconds.
    if (this.wanted > 0) optimizeLater(TIMES, true)
    return optimizeWasmLater(() => createDecoder(plan))
  }

  private get isLong(): boolean {
    return this.worked >= LONG_MS || this.matched >= MANY_MATCHES
  }

  // Large files wait for a thread, so that Ctrl-C is heard; threads are started for them if need be.
  private finish({ by, resolve, reject, done }: Job, batch: Batch): void {
    const { left } = batch
    const batches = [...done, batch]
    if (left.length === 0) return resolve(batches)
    if (by.isClosed) return
    mayOptimize()
    this.waiting.unshift({ by, files: left, resolve, reject, isLarge: true, done: batches })
    if (!this.started) this.start()
    // The job keeps the process alive until a thread has it.
    for (const { worker } of this.threads) worker.ref()
  }

  // All large files go to one thread: its memory is used again, where that of several would add up. Nothing waits behind
  // one.
  private mayHand({ isLarge }: Job, thread: Thread): boolean {
    if (isLarge && thread !== this.threads[0]) return false
    return !thread.jobs.some((job) => job.isLarge)
  }

  private isForThreads({ isLarge }: Job): boolean {
    return isLarge && this.threads.length > 0
  }

  private isWorthThreads(): boolean {
    if (this.started || this.wanted === 0 || this.waiting.length < WORTH_JOBS) return false
    if (this.atOnce) return true
    if (this.worked < WORTH_MS) return false
    let left = 0
    for (const by of new Set(this.waiting.map(({ by }) => by))) left += timeLeft(by)
    return left === Infinity ? this.worked >= UNKNOWN_MS : left >= WORTH_LEFT_MS
  }

  // The thread with the fewest jobs that can take this one too.
  private freest(job: Job): Thread | undefined {
    let found: Thread | undefined
    for (const thread of this.threads)
      if (thread.isReady && thread.jobs.length < (found?.jobs.length ?? DEPTH) && this.mayHand(job, thread))
        found = thread
    return found
  }

  private start(): void {
    this.started = true
    optimizeAsUsual()
    const { by } = this.waiting[0]!
    for (let number = 1; number <= this.wanted; number++) {
      const worker = new Worker(WORKER, {
        workerData: {
          hashKey: hashKey(),
          state: this.state,
          thread: number,
          first: { kind: 'plan', id: by.id, plan: by.plan },
        } satisfies WorkerStart,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      })
      const thread: Thread = { worker, number, plans: new Set([by]), isReady: false, jobs: [] }
      this.threads.push(thread)
      worker.on('message', (message: FromWorker) => this.hear(thread, message))
      worker.on('error', (error) => this.lose(thread, error.message))
      worker.on('exit', (code) => this.lose(thread, `exit code ${code}`))
      worker.unref()
    }
  }

  private hand(thread: Thread, job: Job): void {
    const { by, files, isLarge } = job
    try {
      if (!thread.plans.has(by)) send(thread.worker, { kind: 'plan', id: by.id, plan: by.plan })
      thread.plans.add(by)
      // A job that waits behind another one keeps its bytes, in case the thread ends before its turn.
      const moved = thread.jobs.length === 0 ? bodies(files) : []
      const memory = spareRowMemory()
      const packed = packFiles(files)
      const message = { kind: 'files', id: by.id, files: packed, takesLarge: isLarge, memory } as const
      send(thread.worker, message, [...moved, ...memory, packed.numbers.buffer])
    } catch (error) {
      return job.reject(error)
    }
    thread.jobs.push(job)
    thread.worker.ref()
  }

  private hear(thread: Thread, message: FromWorker): void {
    // Ignores late messages after close(), which waits for the thread's exit; unref here would prevent that.
    if (this.closed) return
    if (message === 'ready') {
      thread.isReady = true
      if (this.threads.every(({ isReady }) => isReady)) optimizeLaterAgain()
    } else {
      const job = thread.jobs.shift()
      if (job) this.finish(job, message)
      // Of all threads, and the little that came before.
      const { user, system } = process.cpuUsage()
      if ((user + system) / 1000 >= LONG_MS) mayOptimize()
    }
    if (thread.jobs.length === 0) thread.worker.unref()
    this.pump()
  }

  // A thread is stopped in the middle of its job, but not inside zlib: there it would crash the process.
  private async end({ worker, number }: Thread): Promise<void> {
    for (let waited = 0; isInsideZlib(this.state, number) && waited < MAX_WAIT; waited += POLL)
      await setTimeout(POLL)
    await worker.terminate()
  }

  // If a thread exits, its current job is lost but the run must not hang: the job's promise rejects. Jobs that it had
  // not begun are given to other threads.
  private lose(thread: Thread, why: string): void {
    const at = this.threads.indexOf(thread)
    if (this.closed || at < 0) return
    this.threads.splice(at, 1)
    const [current, ...rest] = thread.jobs
    current?.reject(new Error(`a decoding thread ended: ${why}`))
    this.waiting.unshift(...rest)
    this.pump()
  }
}

/** About how long the main thread would work on a plan, in milliseconds. */
function timeLeft({ files, worked, filesLeft }: Plan): number {
  return files === 0 ? Infinity : (worked / files) * (filesLeft() ?? Infinity)
}

/** Maximum wait for a thread that is inside zlib, and how often it is asked, in milliseconds. */
const MAX_WAIT = 3000
const POLL = 5

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
