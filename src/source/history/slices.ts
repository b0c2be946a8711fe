// Reads a time window as several slices at once. Each page contains the token for the next, so one chain of pages has one
// request in progress, which may be less than the service permits. Slices are read side by side and returned in order, so
// only the duration changes.

import type { HistoryEvent } from './history-event.ts'

/** A chain of pages over a window. */
export interface Chain {
  next(signal?: AbortSignal): Promise<readonly HistoryEvent[] | undefined>
}

/** Pages that a slice may be ahead of its turn. */
const MAX_AHEAD = 60

interface Slice {
  readonly chain: Chain
  readonly pages: (readonly HistoryEvent[])[]
  isDone: boolean
  failure: { readonly error: unknown } | undefined
  /** Resolves when something of the slice has changed. */
  changed: PromiseWithResolver
}

interface PromiseWithResolver {
  readonly promise: Promise<void>
  readonly resolve: () => void
}

export class Slices implements Chain {
  private readonly chains: Iterator<Chain>
  private readonly atOnce: number
  private readonly open: Slice[] = []

  /** `chains` in the order of their pages. */
  constructor(chains: Iterable<Chain>, atOnce: number) {
    this.chains = chains[Symbol.iterator]()
    this.atOnce = atOnce
  }

  async next(signal?: AbortSignal): Promise<readonly HistoryEvent[] | undefined> {
    for (;;) {
      this.start(signal)
      const [first] = this.open
      if (first === undefined) return undefined
      const page = first.pages.shift()
      if (page !== undefined) {
        change(first)
        return page
      }
      if (first.failure) throw first.failure.error
      if (first.isDone) {
        this.open.shift()
        if (this.open[0]) change(this.open[0])
      } else await first.changed.promise
    }
  }

  private start(signal: AbortSignal | undefined): void {
    while (
      this.open.filter(({ isDone }) => !isDone).length < this.atOnce &&
      (this.open.length === 0 || this.open.reduce((sum, { pages }) => sum + pages.length, 0) < 2 * MAX_AHEAD)
    ) {
      const { value: chain, done } = this.chains.next()
      if (done === true) return
      const slice: Slice = { chain, pages: [], isDone: false, failure: undefined, changed: resolver() }
      this.open.push(slice)
      void this.read(slice, signal)
    }
  }

  private async read(slice: Slice, signal: AbortSignal | undefined): Promise<void> {
    try {
      for (;;) {
        while (slice.pages.length >= MAX_AHEAD && this.open[0] !== slice) await slice.changed.promise
        const page = await slice.chain.next(signal)
        if (page === undefined) break
        slice.pages.push(page)
        change(slice)
      }
    } catch (error) {
      slice.failure = { error }
    }
    slice.isDone = true
    change(slice)
    // Another may begin before this one is taken.
    if (this.open[0] !== slice && slice.failure === undefined) this.start(signal)
  }
}

function change(slice: Slice): void {
  const { resolve } = slice.changed
  slice.changed = resolver()
  resolve()
}

function resolver(): PromiseWithResolver {
  let resolve: (() => void) | undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve?.() }
}
