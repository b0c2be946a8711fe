// The responses to one query, page by page: each has the token for the next. The newest events come first, so the
// events read so far bound the times of those to come.

import type { Clock } from '../../util/clock.ts'
import { apiError, isNamed, isThrottled, isTransient } from '../cloudtrail/error.ts'
import { SourceError } from '../source.ts'
import type { HistoryEvent } from './history-event.ts'
import type { Question } from './question.ts'
import { Slices } from './slices.ts'
import type { TokenBucket } from './token-bucket.ts'

export interface HistoryPage {
  readonly events: readonly HistoryEvent[]
  readonly token: string | undefined
}

/** Sends one request. `start` and `end` are epoch milliseconds, both inclusive. */
export type AskPage = (
  question: Question,
  window: Window,
  token: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<HistoryPage>

export interface Window {
  readonly start: number | undefined
  readonly end: number | undefined
}

export interface PagesOptions {
  readonly region: string
  readonly question: Question
  readonly window: Window
  readonly ask: AskPage
  readonly bucket: TokenBucket
  readonly clock: Clock
  readonly endpoint: string | undefined
  readonly maxPages: number
  /** Epoch milliseconds. */
  readonly now: () => number
  /** All pages will be asked for: the window may be read in several chains at once. */
  readonly maySplit?: boolean
  /** Called before a second page is requested. */
  readonly onMore?: () => void
  /** Called with the number of pages after the last one. */
  readonly onEnd?: (pages: number) => void
}

/** Events per page; the service's maximum. */
export const PAGE = 50
/** How often in a row one request may be throttled: the last waits take eight seconds each. */
const MAX_THROTTLED = 30
const MAX_ATTEMPTS = 8
const MAX_WAIT = 8000
/** Fewer pages say too little of the time that one takes, or are not worth it. */
const PAGES_BEFORE_SPLIT = 3
/** How much longer than the service's interval an answer takes where one chain is too slow: 5 % of the rate. */
const WORTH_SPLITTING = 1.05
const MAX_CHAINS = 8
/** Pages that a slice should have: the last one of each is not full. */
const PAGES_OF_SLICE = 20

export class Pages {
  readonly region: string
  /** Number of pages read. */
  count = 0
  /** Epoch milliseconds: no event still to come is later. */
  notAfter: number
  private readonly options: PagesOptions
  private window: Window
  private token: string | undefined
  private ended = false
  private newest: number | undefined
  /** Milliseconds that all answers took together. */
  private waited = 0
  private slices: Slices | undefined
  /** Pages that a second of the window is expected to have. */
  private density = 0
  /** IDs of the events read that are of the second `notAfter`. */
  private atLast = new Set<string>()

  constructor(options: PagesOptions) {
    this.options = options
    this.region = options.region
    this.window = options.window
    this.notAfter = options.window.end ?? Infinity
  }

  /** The next page; undefined after the last one. Throws SourceError, or the reason of an aborted signal. */
  async next(signal?: AbortSignal): Promise<readonly HistoryEvent[] | undefined> {
    if (this.ended) return undefined
    if (this.slices) return this.nextOfSlices(this.slices, signal)
    const { maxPages, onMore } = this.options
    if (this.count >= maxPages) {
      this.ended = true
      throw new SourceError(
        'unreadable',
        `${this.missing()}, as --max-pages ${maxPages} stopped it`,
        undefined,
        {
          problemKind: 'incomplete',
        },
      )
    }
    if (this.count === 1) onMore?.()
    const page = await this.ask(signal)
    this.note(page.events)
    if (page.token !== undefined && page.token === this.token)
      throw new SourceError(
        'unreadable',
        `${this.missing()}: the service gives the same page again and again`,
      )
    this.token = page.token
    this.ended = page.token === undefined
    if (this.ended) this.options.onEnd?.(this.count)
    if (this.ended) this.notAfter = -Infinity
    else if (this.options.maySplit) this.split()
    return page.events
  }

  private note(events: readonly HistoryEvent[]): void {
    this.count++
    const times = events.map(({ EventTime }) => EventTime?.getTime() ?? Number.NaN).filter(Number.isFinite)
    if (times.length === 0) return
    this.newest ??= Math.max(...times)
    const oldest = Math.min(...times)
    if (oldest < this.notAfter) this.atLast.clear()
    this.notAfter = Math.min(this.notAfter, oldest)
    for (const { EventId, EventTime } of events)
      if (EventId !== undefined && EventTime?.getTime() === this.notAfter) this.atLast.add(EventId)
  }

  // One chain has one request under way: where answers take longer than the service makes wait, it cannot keep its rate.
  private split(): void {
    const { bucket, now } = this.options
    const took = this.waited / this.count
    if (this.count < PAGES_BEFORE_SPLIT || took < bucket.interval * WORTH_SPLITTING) return
    if (!Number.isFinite(this.notAfter)) return
    const atOnce = Math.min(MAX_CHAINS, Math.ceil(took / bucket.interval) + 1)
    const left = this.estimate(now())
    if (left < atOnce * PAGES_BEFORE_SPLIT) return
    const start = this.window.start ?? now() - 90 * DAY
    this.density = left / Math.max(1, (this.notAfter - start) / 1000)
    this.slices = new Slices(this.chains(start, atOnce), atOnce)
  }

  // Slices of the window, the newest first. They share no second, in which the service counts. Towards the end they get
  // shorter, so that no chain is left alone with a long one.
  private *chains(start: number, atOnce: number): Generator<Pages> {
    const { maySplit: _, onMore: __, ...options } = this.options
    const first = Math.floor(start / 1000)
    let last = Math.floor(this.notAfter / 1000)
    while (last >= first) {
      const left = (last - first + 1) * this.density
      const pages = Math.min(PAGES_OF_SLICE, Math.max(PAGES_BEFORE_SPLIT, left / (2 * atOnce)))
      const seconds = Math.max(1, Math.ceil(pages / this.density))
      const from = Math.max(first, last - seconds + 1)
      const length = last - from + 1
      const window = { start: from * 1000, end: last * 1000 }
      yield new Pages({ ...options, window, onEnd: (count) => this.learn(count, length) })
      last = from - 1
    }
  }

  // The next slice has as many seconds as this one says; an empty one, between two bursts, says little.
  private learn(pages: number, seconds: number): void {
    this.density = pages <= 1 ? this.density / 4 : pages / seconds
  }

  private async nextOfSlices(
    slices: Slices,
    signal: AbortSignal | undefined,
  ): Promise<readonly HistoryEvent[] | undefined> {
    let page: readonly HistoryEvent[] | undefined
    try {
      page = await slices.next(signal)
    } catch (error) {
      if (!(error instanceof SourceError) || error.endsRun || error.problemKind === 'incomplete') throw error
      const facts = { problemKind: 'incomplete', cause: error.cause } as const
      throw new SourceError(error.code, `${this.missing()}: ${error.message}`, error.hint, facts)
    }
    if (page === undefined) {
      this.ended = true
      this.notAfter = -Infinity
      return undefined
    }
    // The first slice begins in the second in which the chain before it stopped.
    const seen = this.atLast
    const events = page.filter(({ EventId }) => EventId === undefined || !seen.has(EventId))
    this.note(events)
    return events
  }

  /** Estimated number of remaining pages, from the time span of those read; at most what --max-pages allows. */
  estimate(now: number): number {
    if (this.ended || this.newest === undefined) return 0
    const start = this.window.start ?? now - 90 * DAY
    const reached = Math.max(1000, this.newest - this.notAfter)
    const left = Math.max(0, this.notAfter - start)
    return Math.min(Math.ceil((left / reached) * this.count), this.options.maxPages - this.count)
  }

  /** What is missing if no more pages are read. */
  missing(): string {
    const since = this.count === 0 || this.notAfter === Infinity ? '' : ` before ${iso(this.notAfter)}`
    return this.count === 0 ? 'its events were not read' : `older events${since} were not read`
  }

  private async ask(signal: AbortSignal | undefined): Promise<HistoryPage> {
    const { question, ask, bucket, clock, region, endpoint } = this.options
    let refused = 0
    for (let attempt = 1; ; attempt++) {
      await bucket.take(signal)
      const asked = clock.now()
      try {
        const page = await ask(question, this.window, this.token, signal)
        this.waited += clock.now() - asked
        return page
      } catch (error) {
        signal?.throwIfAborted()
        if (isThrottled(error) && ++refused <= MAX_THROTTLED) {
          bucket.pause(Math.min(MAX_WAIT, 500 * 2 ** (refused - 1)))
          attempt = 0
        } else if (isTransient(error) && attempt < MAX_ATTEMPTS) {
          await clock.sleep(Math.min(MAX_WAIT, 250 * 2 ** attempt), signal)
        } else if (isNamed(error, 'InvalidNextToken') && this.token !== undefined) {
          // Tokens expire. The query restarts at the last second read, so some events come twice.
          this.token = undefined
          this.window = { ...this.window, end: this.notAfter }
        } else {
          const told = apiError(error, { action: 'cloudtrail:LookupEvents', region, endpoint })
          if (this.count === 0 || told.endsRun) throw told
          const facts = { problemKind: 'incomplete', cause: error } as const
          throw new SourceError(told.code, `${this.missing()}: ${told.message}`, told.hint, facts)
        }
      }
    }
  }
}

const DAY = 86_400_000

function iso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z')
}
