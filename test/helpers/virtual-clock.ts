// Time in which waiting takes none: whoever sleeps is woken, in order, as soon as nothing else is to be done.

import type { Clock } from '../../src/util/clock.ts'

export interface VirtualClock extends Clock {
  /** Ends it, so that no timer is left. */
  stop(): void
}

/** Real milliseconds without work before time passes. */
const QUIET = 2

/** `isBusy` tells that something is under way for which sleepers must wait, such as a request. */
export function virtualClock(isBusy: () => boolean = () => false): VirtualClock {
  let now = 0
  const sleepers: { readonly at: number; readonly wake: () => void }[] = []
  let timer: NodeJS.Immediate | undefined
  let since = 0
  const tick = (): void => {
    timer = undefined
    if (sleepers.length === 0) return
    // What was woken before may still be about to sleep or to ask.
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
