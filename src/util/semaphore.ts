/** Limits concurrent use to `limit` units of something: jobs, requests, bytes. First come, first served. */
export class Semaphore {
  private readonly limit: number
  private inside = 0
  private readonly onLeave: (() => void)[] = []
  private readonly queue: { readonly weight: number; readonly enter: () => void }[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  get isEmpty(): boolean {
    return this.inside === 0
  }

  /** Waits for room; undefined if there is some now. A weight above the limit is admitted alone. */
  acquire(weight = 1): Promise<void> | undefined {
    if (this.queue.length === 0 && this.fits(weight)) {
      this.inside += weight
      return undefined
    }
    return new Promise((enter) => this.queue.push({ weight, enter }))
  }

  /** Waits until everything has been released and nobody is waiting. */
  async drained(): Promise<void> {
    while (!this.isEmpty || this.queue.length > 0)
      await new Promise<void>((resolve) => this.onLeave.push(resolve))
  }

  release(weight = 1): void {
    this.inside -= weight
    while (this.queue.length > 0 && this.fits(this.queue[0]!.weight)) {
      const { weight, enter } = this.queue.shift()!
      this.inside += weight
      enter()
    }
    for (const resolve of this.onLeave.splice(0)) resolve()
  }

  private fits(weight: number): boolean {
    return this.inside === 0 || this.inside + weight <= this.limit
  }
}
