// A rate limiter (token bucket), first come, first served. A throttled request empties it, because other clients share
// the same quota.

import type { Clock } from '../../util/clock.ts'

export class TokenBucket {
  /** Milliseconds between two tokens. */
  readonly interval: number
  private readonly burst: number
  private readonly clock: Clock
  /** The time at which the next token is available. */
  private next = -Infinity

  constructor(perSecond: number, burst: number, clock: Clock) {
    this.interval = 1000 / perSecond
    this.burst = burst
    this.clock = clock
  }

  async take(signal?: AbortSignal): Promise<void> {
    const now = this.clock.now()
    const full = now - (this.burst - 1) * this.interval
    const at = Math.max(this.next, full)
    this.next = at + this.interval
    if (at > now) await this.clock.sleep(at - now, signal)
  }

  /** No token for this many milliseconds from now. */
  pause(milliseconds: number): void {
    this.next = Math.max(this.next, this.clock.now() + milliseconds)
  }
}
