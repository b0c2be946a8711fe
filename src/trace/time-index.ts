// Items by key and time: a query for a short span costs a binary search, however many items share the key. One role
// session name may stand for a hundred thousand sessions.

export interface Span {
  /** The earliest item of the span; -1 when it is empty. */
  readonly first: number
  /** The latest. */
  readonly last: number
  readonly count: number
}

export const EMPTY: Span = { first: -1, last: -1, count: 0 }
const NONE = new Uint32Array(0)

/** Puts items in the order of their times (epoch milliseconds); those without one (NaN) are left out. */
export function inOrderOfTime(items: Uint32Array, times: Float64Array): Uint32Array {
  const timed = new Uint32Array(items.length)
  let count = 0
  let min = Infinity
  let max = -Infinity
  for (let i = 0; i < items.length; i++) {
    const time = times[items[i]!]!
    if (Number.isNaN(time)) continue
    timed[count++] = items[i]!
    min = Math.min(min, time)
    max = Math.max(max, time)
  }
  const found = timed.subarray(0, count)
  if (max - min < MOST_TIME && count < MOST_ITEMS) sortByTime(found, times, min)
  else found.sort((a, b) => times[a]! - times[b]!)
  return found
}

/** A time in milliseconds and the place of an item, together in 64 bits. */
const PLACE_BITS = 21
const MOST_ITEMS = 2 ** PLACE_BITS
const MOST_TIME = 2 ** (64 - PLACE_BITS)

// V8 sorts these numbers without a call for each comparison.
function sortByTime(items: Uint32Array, times: Float64Array, min: number): void {
  const ranks = new BigUint64Array(items.length)
  const words = new Uint32Array(ranks.buffer)
  const split = 2 ** (32 - PLACE_BITS)
  for (let i = 0; i < items.length; i++) {
    const time = Math.floor(times[items[i]!]! - min)
    words[2 * i + 1] = Math.floor(time / split)
    words[2 * i] = ((time % split) << PLACE_BITS) | i
  }
  ranks.sort()
  const before = items.slice()
  for (let i = 0; i < items.length; i++) items[i] = before[words[2 * i]! & (MOST_ITEMS - 1)]!
}

export class TimeIndex {
  /** Items by key, and of one key by time. */
  private readonly items: Uint32Array
  /** Where the items of each key begin. */
  private readonly starts: Uint32Array
  private readonly times: Float64Array

  /** `items` are in the order of their times. The key of each is a number below `size`; those with 0 do not belong here. */
  constructor(items: Uint32Array, keys: Uint32Array, size: number, times: Float64Array) {
    this.times = times
    if (!haveKey(items, keys)) {
      this.items = this.starts = NONE
      return
    }
    const ends = new Uint32Array(size + 1)
    countKeys(items, keys, ends)
    ends[0] = 0
    addUp(ends)
    this.items = new Uint32Array(ends[size]!)
    place(items, keys, ends, this.items)
    this.starts = ends
  }

  /** Items of a key, whatever their time. */
  all(key: number): Span {
    const end = key === 0 ? 0 : (this.starts[key + 1] ?? 0)
    const start = end === 0 ? 0 : this.starts[key]!
    return start === end
      ? EMPTY
      : { first: this.items[start]!, last: this.items[end - 1]!, count: end - start }
  }

  /** Items of a key from `from` to `to`, both inclusive. */
  within(key: number, from: number, to: number): Span {
    const end = key === 0 ? 0 : (this.starts[key + 1] ?? 0)
    if (end === 0 || this.starts[key] === end) return EMPTY
    const first = this.firstAfter(key, from, false)
    const last = this.firstAfter(key, to, true)
    if (last <= first) return EMPTY
    return { first: this.items[first]!, last: this.items[last - 1]!, count: last - first }
  }

  /** Place of the first item at `time` or later, or after `time` when `after` is set. */
  private firstAfter(key: number, time: number, after: boolean): number {
    let low = this.starts[key]!
    let high = this.starts[key + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = this.times[this.items[middle]!]!
      if (at < time || (after && at === time)) low = middle + 1
      else high = middle
    }
    return low
  }
}

// A function for each loop: V8 compiles one that runs long before it has seen what follows, and then once more.

function haveKey(items: Uint32Array, keys: Uint32Array): boolean {
  for (let i = 0; i < items.length; i++) if (keys[items[i]!] !== 0) return true
  return false
}

function countKeys(items: Uint32Array, keys: Uint32Array, counts: Uint32Array): void {
  for (let i = 0; i < items.length; i++) counts[keys[items[i]!]!]!++
}

/** Makes of each number the sum of all up to it. */
export function addUp(numbers: Uint32Array): void {
  for (let n = 1; n < numbers.length; n++) numbers[n]! += numbers[n - 1]!
}

function place(items: Uint32Array, keys: Uint32Array, ends: Uint32Array, placed: Uint32Array): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const key = keys[items[i]!]!
    if (key !== 0) placed[--ends[key]!] = items[i]!
  }
}
