// Time that passes, for whatever has to wait. Tests have one in which waiting takes none.

import { setTimeout as sleep } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds since some moment, never set back. */
  now(): number
  /** Throws the reason of the signal when that is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, signal && { signal })
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}
