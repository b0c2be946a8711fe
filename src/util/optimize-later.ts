// Lets V8 optimize code later than it would by itself. Until a run has read some ten thousand files, optimizing what reads
// a file takes more CPU time than the optimized code saves.

import { createRequire } from 'node:module'
import type * as V8 from 'node:v8'

/**
 * Four times what V8 waits by default. A search of 3,872 files took 12 to 15 % less CPU time, `verify` of 2,640 files 5 to
 * 18 %; counts and CSV of 300,000 records took the same ± 2 % (2026-11, Node 20 and 22).
 */
const LATER = { flag: '--invocation-count-for-turbofan', later: 12_000, usual: 3000 }
/** By major version, those on which this was tried: V8 prints an error for a flag that it does not know. */
const FLAGS: Readonly<Record<string, { flag: string; later: number; usual: number }>> = {
  20: { flag: '--interrupt-budget', later: 270_336, usual: 67_584 },
  22: LATER,
  24: LATER,
  26: LATER,
}

let isDone = false

/** Loading node:v8 takes 5 ms, so this is for runs that have many files to read. */
export function optimizeLater(): void {
  const known = FLAGS[process.versions.node.split('.')[0]!]
  if (isDone || known === undefined || 'bun' in process.versions || 'deno' in process.versions) return
  isDone = true
  const v8 = createRequire(import.meta.url)('node:v8') as typeof V8
  v8.setFlagsFromString(`${known.flag}=${known.later}`)
  // Compiled code that is kept at exit is of use only to runs that start with the same flags.
  process.prependOnceListener('exit', () => v8.setFlagsFromString(`${known.flag}=${known.usual}`))
}
