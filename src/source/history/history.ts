// Event history as a source: responses of LookupEvents, page by page, in the form of a saved response. It has no
// folders and no files. Loaded on use, with the client.

import { type Clock, REAL_CLOCK } from '../../util/clock.ts'
import { RETENTION } from '../../util/event-history.ts'
import { UsageError } from '../../util/usage-error.ts'
import {
  cloudTrailClient,
  cloudTrailEndpoint,
  configuredRegion,
  LookupEventsCommand,
  type CloudTrailClient,
} from '../cloudtrail/client.ts'
import { isUnknownHere } from '../cloudtrail/error.ts'
import { regionsBeside } from '../cloudtrail/regions.ts'
import type { HistoryOptions, OpenContext } from '../open.ts'
import { SourceError, type Lane, type Source, type Wanted } from '../source.ts'
import type { HistoryEvent } from './history-event.ts'
import { PAGE, Pages, type AskPage, type Window } from './pages.ts'
import { questionsFor } from './question.ts'
import { TokenBucket } from './token-bucket.ts'
import { parseHistoryUri } from './uri.ts'

/** The service's quota for an account in a Region. */
const REQUESTS_A_SECOND = 2
/** Seconds. Shorter waits are not reported. */
const NOT_WORTH_TELLING = 5
const DAY = 86_400_000

/** Throws UsageError for an invalid address. */
export async function historySource(uri: string, context: OpenContext): Promise<Source> {
  const { env, s3: { profile } = {}, history = {} } = context
  const { regions: typed } = parseHistoryUri(uri)
  const configured = Array.isArray(typed)
    ? undefined
    : await configuredRegion(env, profile).catch((error: unknown) => {
        throw error instanceof SourceError ? error.about('Event history') : error
      })
  if (typed === undefined && configured === undefined)
    throw new UsageError(
      'no Region is configured for history:',
      'write history:us-east-1, where sign-ins and IAM are recorded, or history:all',
    )
  const regions = typed === 'all' ? regionsBeside(configured ?? 'us-east-1') : (typed ?? [configured!])
  const name = typed === undefined ? `history:${configured}` : uri
  return new History(name, regions, { env, profile, isAll: typed === 'all', ...history }).source()
}

interface Settings extends HistoryOptions {
  readonly env: OpenContext['env']
  readonly profile: string | undefined
  /** True if no Regions were named, so that some may not be enabled. */
  readonly isAll: boolean
}

class History {
  private readonly uri: string
  private readonly regions: readonly string[]
  private readonly settings: Settings
  private readonly clock: Clock
  private readonly endpoint: string | undefined
  private readonly clients = new Map<string, Promise<CloudTrailClient>>()
  private readonly buckets = new Map<string, TokenBucket>()
  /** Pages that were returned and not yet read. */
  private readonly bytes = new Map<string, Uint8Array>()

  constructor(uri: string, regions: readonly string[], settings: Settings) {
    this.uri = uri
    this.regions = regions
    this.settings = settings
    this.clock = settings.clock ?? REAL_CLOCK
    this.endpoint = cloudTrailEndpoint(settings.env, settings.profile)
  }

  source(): Source {
    return {
      uri: this.uri,
      start: '',
      remote: true,
      display: (key) => `history:${key}`,
      list: noFiles,
      lanes: (options) => this.lanes(options),
      read: async ({ key }) => {
        const bytes = this.bytes.get(key)
        if (bytes === undefined) return noFiles()
        this.bytes.delete(key)
        return { bytes }
      },
      close: () => {
        for (const client of this.clients.values())
          void client.then(
            (one) => one.destroy(),
            () => {},
          )
      },
    }
  }

  private lanes({ wanted = {}, wantsRegion, takesAll, signal }: LaneOptions): readonly Lane[] {
    const window = this.windowOf(wanted)
    const regions = this.regions.filter((region) => wantsRegion?.(region) ?? true)
    const all: Pages[] = []
    let isTold = false
    const onMore = (): void => {
      if (!isTold) this.tellCost(all)
      isTold = true
    }
    const first = new FirstAnswers(regions.length, this.settings.isAll ? this.settings.notice : undefined)
    const lanes: Lane[] = []
    for (const region of regions) {
      const questions = questionsFor(wanted, region)
      this.tellLimits(questions.flatMap(({ attribute }) => attribute ?? []))
      for (const [n, question] of questions.entries()) {
        const pages = new Pages({
          region,
          question,
          window,
          ask: this.ask(region),
          bucket: this.bucketOf(region),
          clock: this.clock,
          endpoint: this.endpoint,
          maxPages: this.settings.maxPages ?? Infinity,
          now: () => this.now(),
          maySplit: takesAll === true && this.settings.maxPages === undefined,
          onMore,
        })
        all.push(pages)
        lanes.push(this.lane(pages, n === 0 ? region : `${region}/${n + 1}`, first, signal))
      }
    }
    return lanes
  }

  private lane(pages: Pages, name: string, first: FirstAnswers, signal: AbortSignal | undefined): Lane {
    const { region } = pages
    return {
      uri: `history:${region}`,
      region,
      get notAfter() {
        return pages.notAfter
      },
      missing: () => pages.missing(),
      next: async () => {
        const { notAfter } = pages
        let events: readonly HistoryEvent[] | undefined
        try {
          events = await pages.next(signal)
        } catch (error) {
          const isUnknown = pages.count === 0 && error instanceof SourceError && isUnknownHere(error.cause)
          // If no Region accepts the credentials, they are wrong; otherwise this Region is not enabled.
          if (!isUnknown || first.unknown(region)) throw error
          if (this.settings.isAll) return undefined
          throw new SourceError('denied', error.message, error.hint, { cause: error.cause })
        }
        first.known(region)
        if (events === undefined) return undefined
        const key = `${name}/page-${pages.count}`
        const bytes = pageBytes(events)
        this.bytes.set(key, bytes)
        const states = { notAfter: notAfter === Infinity ? undefined : notAfter, region }
        return { key, size: bytes.length, states }
      },
    }
  }

  private ask(region: string): AskPage {
    return async ({ category, attribute }, { start, end }, token, signal) => {
      const client = await this.clientOf(region)
      const { Events = [], NextToken } = await client.send(
        new LookupEventsCommand({
          ...(category === 'Insight' && { EventCategory: 'insight' }),
          ...(attribute && { LookupAttributes: [attribute] }),
          ...(start !== undefined && { StartTime: new Date(Math.floor(start / 1000) * 1000) }),
          ...(end !== undefined && end !== Infinity && { EndTime: new Date(Math.ceil(end / 1000) * 1000) }),
          MaxResults: PAGE,
          ...(token !== undefined && { NextToken: token }),
        }),
        signal && { abortSignal: signal },
      )
      return { events: Events, token: NextToken === '' ? undefined : NextToken }
    }
  }

  // Throws SourceError if the whole window is older than the retention period.
  private windowOf({ start, end }: Wanted): Window {
    const now = this.now()
    const oldest = now - RETENTION
    const day = new Date(oldest).toISOString().slice(0, 10)
    if (end !== undefined && end < oldest)
      throw new SourceError(
        'not-found',
        `Event history holds 90 days, and nothing from before ${day}`,
        'older events are in the bucket of a trail, if there was one: trail-explore trails',
      )
    if (start !== undefined && start < oldest - DAY)
      this.settings.notice?.(`Event history holds 90 days: events from before ${day} are not in it`)
    return { start: start !== undefined && start > oldest ? start : undefined, end }
  }

  private tellCost(all: readonly Pages[]): void {
    const now = this.now()
    const perRegion = new Map<string, number>()
    let pages = 0
    for (const one of all) {
      const estimate = one.estimate(now)
      pages += one.count + estimate
      perRegion.set(one.region, (perRegion.get(one.region) ?? 0) + estimate)
    }
    const seconds = Math.max(0, ...perRegion.values()) / REQUESTS_A_SECOND
    if (seconds < NOT_WORTH_TELLING) return
    const time = seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} minutes`
    this.settings.notice?.(
      `by its first pages, this takes up to about ${pages.toLocaleString('en')} pages of Event history and ${time}, ` +
        'at 50 events a page and 2 pages a second for each Region; -n and --max-pages stop sooner',
    )
  }

  private isLimited = false
  private tellLimits(attributes: readonly { AttributeKey: string; AttributeValue: string }[]): void {
    const resource = attributes.find(({ AttributeKey }) => AttributeKey === 'ResourceName')
    if (resource === undefined || this.isLimited) return
    this.isLimited = true
    this.settings.notice?.(
      `Event history gives the events that it lists under '${resource.AttributeValue}', few that only read it; ` +
        '--contains looks through all of them',
    )
  }

  private now(): number {
    return (this.settings.now?.() ?? new Date()).getTime()
  }

  private clientOf(region: string): Promise<CloudTrailClient> {
    const { env, profile } = this.settings
    const known = this.clients.get(region) ?? cloudTrailClient(env, { profile, region, attempts: 1 })
    this.clients.set(region, known)
    return known
  }

  private bucketOf(region: string): TokenBucket {
    const known = this.buckets.get(region) ?? new TokenBucket(REQUESTS_A_SECOND, 1, this.clock)
    this.buckets.set(region, known)
    return known
  }
}

function noFiles(): Promise<never> {
  return Promise.reject(
    new SourceError(
      'unreadable',
      'Event history has events and no files',
      'read it with lookup, show, compare, summary or insights',
    ),
  )
}

type LaneOptions = Parameters<NonNullable<Source['lanes']>>[0]

/**
 * Tracks which of all Regions accept the credentials: the others are not enabled, or the credentials are wrong
 * everywhere.
 */
class FirstAnswers {
  private readonly unknowns = new Set<string>()
  private readonly knowns = new Set<string>()
  private readonly regions: number
  private readonly notice: HistoryOptions['notice']

  constructor(regions: number, notice: HistoryOptions['notice']) {
    this.regions = regions
    this.notice = notice
  }

  known(region: string): void {
    const before = this.knowns.size
    if (this.knowns.add(region).size > before) this.tell()
  }

  /** True if no Region accepts them. */
  unknown(region: string): boolean {
    this.unknowns.add(region)
    this.tell()
    return this.unknowns.size === this.regions
  }

  private tell(): void {
    if (this.unknowns.size === 0 || this.knowns.size + this.unknowns.size < this.regions) return
    if (this.knowns.size > 0)
      this.notice?.(`Regions that are not enabled were left out: ${[...this.unknowns].sort().join(', ')}`)
  }
}

// Each record is a JSON string in the page, so decoding returns its exact text.
function pageBytes(events: readonly HistoryEvent[]): Uint8Array {
  return Buffer.from(JSON.stringify({ Events: events }))
}
