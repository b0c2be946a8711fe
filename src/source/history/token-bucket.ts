// So many requests a second and no more: a bucket that tokens drip into, one taken for each request, first come, first
// served. Whoever is refused all the same empties it, because others take from the same quota.

import type { Clock } from '../../util/clock.ts'

export class TokenBucket {
  private readonly interval: number
  private readonly burst: number
  private readonly clock: Clock
  /** When the next token is there. */
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

  /** No token before so many milliseconds from now. */
  pause(milliseconds: number): void {
    this.next = Math.max(this.next, this.clock.now() + milliseconds)
  }
}
