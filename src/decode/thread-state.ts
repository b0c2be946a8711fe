// What decoding threads and the main thread tell each other without messages: who is inside Node's zlib, where a thread must
// not be stopped. Outside a thread it does nothing.

/** Words: STOP, then INSIDE of each thread, from thread 1. */
export type ThreadState = Int32Array<SharedArrayBuffer>

/** 1 when threads are about to be stopped. */
const STOP = 0
/** Before the words that are 1 while a thread is inside zlib. */
const INSIDE = 0

export function newThreadState(threads: number): ThreadState {
  return new Int32Array(new SharedArrayBuffer((INSIDE + threads + 1) * 4))
}

let shared: ThreadState | undefined
let own = 0

/** Makes this thread number `thread`, from 1. Called once, when the thread starts. */
export function useThreadState(state: ThreadState, thread: number): void {
  shared = state
  own = thread
}

/** Stopping a thread while it opens one of Node's inflaters would crash the process. */
export function insideZlib<T>(work: () => T): T {
  if (shared === undefined) return work()
  Atomics.store(shared, INSIDE + own, 1)
  try {
    if (Atomics.load(shared, STOP) === 0) return work()
  } finally {
    Atomics.store(shared, INSIDE + own, 0)
  }
  // The end of the thread ends this wait.
  Atomics.wait(shared, STOP, 1)
  throw new Error('the thread was not stopped')
}

/** Lets no thread enter zlib any more. */
export function stopThreads(state: ThreadState): void {
  Atomics.store(state, STOP, 1)
}

export function isInsideZlib(state: ThreadState, thread: number): boolean {
  return Atomics.load(state, INSIDE + thread) === 1
}
