// What decoding threads tell each other and the main thread without messages: who decodes a large file, because only one
// may at a time, and who is inside Node's zlib, where a thread must not be stopped. Outside a thread it does nothing.

/** Words: TURN, STOP, then INSIDE of each thread, from thread 1. */
export type ThreadState = Int32Array<SharedArrayBuffer>

/** The number of the thread whose turn it is; 0 for none. */
const TURN = 0
/** 1 when threads are about to be stopped. */
const STOP = 1
/** Before the words that are 1 while a thread is inside zlib. */
const INSIDE = 1

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

/** Waits until no other thread decodes a large file. */
export function takeTurn(): void {
  if (shared === undefined) return
  for (let whose = 0; (whose = Atomics.compareExchange(shared, TURN, 0, own)) !== 0;) {
    if (whose === own) return
    Atomics.wait(shared, TURN, whose)
  }
}

export function endTurn(): void {
  if (shared !== undefined) endTurnOf(shared, own)
}

/** Ends the turn of a thread that is no more, if it had it. */
export function endTurnOf(state: ThreadState, thread: number): void {
  if (Atomics.compareExchange(state, TURN, thread, 0) === thread) Atomics.notify(state, TURN)
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
