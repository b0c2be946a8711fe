// Counts what the calling thread reads from files, by the kernel's own counters: tests of cost assert counts, not times.

import { existsSync, readFileSync } from 'node:fs'

const COUNTERS = '/proc/thread-self/io'

/** True where the kernel counts (Linux). */
export const canCountReads = existsSync(COUNTERS)

export interface Reads {
  /** System calls. */
  readonly calls: number
  readonly bytes: number
}

/** What the work reads on this thread, to a few calls exactly. */
export async function readsOf(work: () => Promise<unknown>): Promise<Reads> {
  const before = now()
  await work()
  const after = now()
  return { calls: after.calls - before.calls, bytes: after.bytes - before.bytes }
}

function now(): Reads {
  const text = readFileSync(COUNTERS, 'utf8')
  const counter = (name: string): number => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1])
  return { calls: counter('syscr'), bytes: counter('rchar') }
}
