// Items by key and time: a query for a short span costs a binary search, however many items share the key. One role
// session name may stand for a hundred thousand sessions.

export interface Span<T> {
  /** The earliest item of the span; undefined if it is empty. */
  readonly first: T | undefined
  /** The latest. */
  readonly last: T | undefined
  readonly count: number
}

export class TimeIndex<T> {
  private readonly byKey = new Map<string, T[]>()
  private readonly timeOf: (item: T) => number
  private sorted = true

  /** `timeOf` returns epoch milliseconds; items without a time (NaN) are ignored. */
  constructor(timeOf: (item: T) => number) {
    this.timeOf = timeOf
  }

  add(key: string, item: T): void {
    if (Number.isNaN(this.timeOf(item))) return
    const items = this.byKey.get(key)
    if (items) items.push(item)
    else this.byKey.set(key, [item])
    this.sorted = false
  }

  /** Items of a key from `from` to `to`, both inclusive. */
  within(key: string, from: number, to: number): Span<T> {
    const items = this.itemsOf(key)
    const start = this.firstAfter(items, from, false)
    const end = this.firstAfter(items, to, true)
    if (end <= start) return { first: undefined, last: undefined, count: 0 }
    return { first: items[start], last: items[end - 1], count: end - start }
  }

  private itemsOf(key: string): readonly T[] {
    if (!this.sorted) {
      for (const items of this.byKey.values()) items.sort((a, b) => this.timeOf(a) - this.timeOf(b))
      this.sorted = true
    }
    return this.byKey.get(key) ?? []
  }

  /** Index of the first item at `time` or later, or after `time` if `after` is set. */
  private firstAfter(items: readonly T[], time: number, after: boolean): number {
    let low = 0
    let high = items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = this.timeOf(items[middle]!)
      if (at < time || (after && at === time)) low = middle + 1
      else high = middle
    }
    return low
  }
}
