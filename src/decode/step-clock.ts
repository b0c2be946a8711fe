// How long the steps of decoding take, for --debug.

import type { StepTimes } from './batch.ts'

export class StepClock {
  private readonly times: StepTimes
  private at = 0

  /** Adds milliseconds to `times`. */
  constructor(times: StepTimes) {
    this.times = times
  }

  start(): void {
    this.at = performance.now()
  }

  /** A step has ended, and the next one begins. */
  step(name: keyof StepTimes): void {
    const now = performance.now()
    this.times[name] += now - this.at
    this.at = now
  }
}
