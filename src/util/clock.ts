// A clock for code that waits. Tests pass one whose waits take no time.

import { setTimeout as sleep } from 'node:timers/promises'
import { milliseconds } from './milliseconds.ts'

export interface Clock {
  /** Monotonic time in milliseconds. */
  now(): number
  /** Throws the signal's reason if it is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const REAL_CLOCK: Clock = {
  now: milliseconds,
  async sleep(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, signal && { signal })
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}
