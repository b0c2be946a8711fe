// The responses to one query, page by page: each has the token for the next. The newest events come first, so the
// events read so far bound the times of those to come.

import type { Clock } from '../../util/clock.ts'
import { apiError, isNamed, isThrottled, isTransient } from '../cloudtrail/error.ts'
import { SourceError } from '../source.ts'
import type { Question } from './question.ts'
import type { TokenBucket } from './token-bucket.ts'

/** An event as the service returns it. */
export interface HistoryEvent {
  readonly EventTime?: Date | undefined
  readonly CloudTrailEvent?: string | undefined
}

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
  /** Called before a second page is requested. */
  readonly onMore?: () => void
}

/** Events per page; the service's maximum. */
export const PAGE = 50
/** How often in a row one request may be throttled: the last waits take eight seconds each. */
const MAX_THROTTLED = 30
const MAX_ATTEMPTS = 8
const LONGEST_WAIT = 8000

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

  constructor(options: PagesOptions) {
    this.options = options
    this.region = options.region
    this.window = options.window
    this.notAfter = options.window.end ?? Infinity
  }

  /** The next page; undefined after the last one. Throws SourceError, or the reason of an aborted signal. */
  async next(signal?: AbortSignal): Promise<readonly HistoryEvent[] | undefined> {
    if (this.ended) return undefined
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
    this.count++
    const times = page.events
      .map(({ EventTime }) => EventTime?.getTime() ?? Number.NaN)
      .filter(Number.isFinite)
    this.newest ??= times.length > 0 ? Math.max(...times) : undefined
    if (times.length > 0) this.notAfter = Math.min(this.notAfter, ...times)
    if (page.token !== undefined && page.token === this.token)
      throw new SourceError(
        'unreadable',
        `${this.missing()}: the service gives the same page again and again`,
      )
    this.token = page.token
    this.ended = page.token === undefined
    if (this.ended) this.notAfter = -Infinity
    return page.events
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
      try {
        return await ask(question, this.window, this.token, signal)
      } catch (error) {
        signal?.throwIfAborted()
        if (isThrottled(error) && ++refused <= MAX_THROTTLED) {
          bucket.pause(Math.min(LONGEST_WAIT, 500 * 2 ** (refused - 1)))
          attempt = 0
        } else if (isTransient(error) && attempt < MAX_ATTEMPTS) {
          await clock.sleep(Math.min(LONGEST_WAIT, 250 * 2 ** attempt), signal)
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
