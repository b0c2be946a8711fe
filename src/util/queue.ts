/** Passes items from one producer to several consumers. The producer may be ahead by at most `limit` items. */
export class Queue<T> {
  private readonly limit: number
  private items: T[] = []
  /** How many of `items` have been taken. Shifting an array of 100,000 items would move all of them. */
  private taken = 0
  private over = false
  private readonly takers: (() => void)[] = []
  private readonly makers: (() => void)[] = []

  constructor(limit: number) {
    this.limit = limit
  }

  /** Waits for room. After `close` the item is dropped. */
  async push(item: T): Promise<void> {
    while (!this.over && this.items.length - this.taken >= this.limit) {
      await new Promise<void>((wake) => this.makers.push(wake))
    }
    if (this.over) return
    this.items.push(item)
    this.takers.shift()?.()
  }

  /** The next item; undefined when there are no more. */
  async take(): Promise<T | undefined> {
    while (!this.over && this.taken === this.items.length) {
      await new Promise<void>((wake) => this.takers.push(wake))
    }
    if (this.taken === this.items.length) return undefined
    const item = this.items[this.taken++]
    if (this.taken > 1000 && this.taken * 2 > this.items.length) {
      this.items = this.items.slice(this.taken)
      this.taken = 0
    }
    this.makers.shift()?.()
    return item
  }

  /** No more items will be pushed; queued items can still be taken. */
  end(): void {
    this.over = true
    for (const wake of [...this.takers.splice(0), ...this.makers.splice(0)]) wake()
  }

  /** Ends the queue and drops queued items. */
  close(): void {
    this.items = []
    this.taken = 0
    this.end()
  }
}
