// A clock on which waiting takes no real time: sleepers are woken, in order, as soon as nothing else is left to do.

import type { Clock } from '../../src/util/clock.ts'

export interface VirtualClock extends Clock {
  /** Stops the clock, so that no timer is left. */
  stop(): void
}

/** Real milliseconds without activity before the virtual time advances. */
const QUIET = 2

/** `isBusy` returns true while something is in progress that sleepers must wait for, such as a request. */
export function virtualClock(isBusy: () => boolean = () => false): VirtualClock {
  let now = 0
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  let timer: NodeJS.Immediate | undefined
  let since = 0
  const tick = (): void => {
    timer = undefined
    if (sleepers.length === 0) return
    // Code that was just woken may be about to sleep or to send a request.
    if (isBusy()) since = performance.now()
    if (performance.now() - since > QUIET) {
      since = performance.now()
      sleepers.sort((a, b) => a.at - b.at)
      const { at, wake } = sleepers.shift()!
      now = Math.max(now, at)
      wake()
    }
    timer = setImmediate(tick)
  }
  return {
    now: () => now,
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
        since = performance.now()
        sleepers.push({ at: now + milliseconds, wake: resolve })
        timer ??= setImmediate(tick)
      })
    },
    stop() {
      if (timer) clearImmediate(timer)
    },
  }
}
