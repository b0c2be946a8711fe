// Lets V8 optimize code later than it would by itself. Until a run has read some ten thousand files, optimizing what reads
// a file takes more CPU time than the optimized code saves.

import { createRequire } from 'node:module'
import type * as V8 from 'node:v8'

/**
 * How many times what V8 waits by default. A search of 3,872 files took 12 to 15 % less CPU time; counts and CSV of
 * 300,000 records took the same ± 2 % (2026-11, Node 20 and 22).
 */
export const TIMES = 4
/**
 * The same for verifying, whose generators take V8 up to 70 ms each to optimize and run once a folder: 2,640 files took a
 * fifth less CPU time than without it (2026-11, Node 20).
 */
export const TIMES_TO_VERIFY = 16

const CALLS = { flag: '--invocation-count-for-turbofan', usual: 3000 }
/** By major version, those on which this was tried: V8 prints an error for a flag that it does not know. */
const FLAGS: Readonly<Record<string, { readonly flag: string; readonly usual: number }>> = {
  20: { flag: '--interrupt-budget', usual: 67_584 },
  22: CALLS,
  24: CALLS,
  26: CALLS,
}

/**
 * What V8 lets a function of WebAssembly do before it optimizes it. Since version 12 it waits seven times as long; earlier,
 * a look-up of a few files spends a tenth of its CPU time on code that then has little left to do (2026-11, Node 20).
 */
const WASM = '--wasm-tiering-budget'
const WASM_USUAL = 1_800_000
const WASM_NEWER = 13_000_000

const NOTHING = '--no-opt'
const ANYTHING = '--opt'

let set: ((flag: string) => void) | undefined
let usual = ''
let now = ''
let isHeld = false

/**
 * The first call counts. It loads node:v8, so this is for runs that read files. With `isHeldBack`, nothing is optimized at
 * all before `mayOptimize`: by default V8 optimizes a small function after a few hundred calls, and with it all that it
 * calls. A search of 2,400 files that the index rules out takes 8 % less CPU time, the newest 50 events and runs over 20,000
 * records a fifth less (2026-11, Node 20).
 */
export function optimizeLater(times = TIMES, isHeldBack = false): void {
  const known = FLAGS[version()]
  if (set !== undefined || known === undefined) return
  usual = `${known.flag}=${known.usual}`
  now = `${known.flag}=${known.usual * times}`
  set = setter()
  set(now)
  isHeld = isHeldBack
  if (isHeld) set(NOTHING)
  // Compiled code that is kept at exit is of use only to runs that start with the same flags.
  process.prependOnceListener('exit', optimizeAsUsual)
}

/** Makes what compiles a module of WebAssembly, which V8 then optimizes as late as its newer versions do. */
export function optimizeWasmLater<Made>(make: () => Made): Made {
  if (version() !== '20') return make()
  const set = setter()
  set(`${WASM}=${WASM_NEWER}`)
  try {
    return make()
  } finally {
    set(`${WASM}=${WASM_USUAL}`)
  }
}

// That of Node; empty for another program that calls itself Node.
function version(): string {
  return 'bun' in process.versions || 'deno' in process.versions ? '' : process.versions.node.split('.')[0]!
}

function setter(): (flag: string) => void {
  const v8 = createRequire(import.meta.filename)('node:v8') as typeof V8
  return (flag) => v8.setFlagsFromString(flag)
}

/** The run is so long that what it runs often should be optimized. */
export function mayOptimize(): void {
  if (isHeld) set?.(ANYTHING)
  isHeld = false
}

/**
 * Until `optimizeLaterAgain`, as V8 does by itself. V8 uses compiled code, that of Node too, only with the flags with which it
 * was made: a thread that starts with others takes 75 ms of CPU time instead of 35 (2026-11, Node 20 and 22).
 */
export function optimizeAsUsual(): void {
  if (isHeld) set?.(ANYTHING)
  set?.(usual)
}

export function optimizeLaterAgain(): void {
  set?.(now)
  if (isHeld) set?.(NOTHING)
}
