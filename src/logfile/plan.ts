// What need not be listed or read, and why. Pure: places and names in, verdicts out. The rule is that pruning never
// loses an event (a property test holds it). It rests on how CloudTrail delivers: a file holds nothing later than its
// delivery, and an event is delivered at most `lateDays` after it happened.

import type { Stated } from '../source/source.ts'
import { isCloudTrailFolder, type KeyPath } from './key-path.ts'
import type { DigestFileName, Folder, LogFileName } from './object-key.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 86_400_000

/** The clocks of the host that stamps an event and of the one that delivers it may differ by so much. */
export const CLOCK_SKEW = 5 * MINUTE
/** Within such a time of the event, files are delivered that nobody calls late. */
const USUAL_DELAY = 15 * MINUTE

/**
 * From this day on, global services (IAM, STS, CloudFront) are recorded in us-east-1 alone; before, they lie in the
 * folders of other Regions with `awsRegion` us-east-1.
 */
export const GLOBAL_SERVICES_MOVED = Date.UTC(2021, 10, 22)

export interface WalkPlan {
  /** CloudTrail's folders to read; with `CloudTrail-Digest`, digest files are found like log files. */
  readonly folders: ReadonlySet<Folder>
  /** Which accounts and Regions are asked for; undefined for all. */
  readonly account?: ((account: string) => boolean) | undefined
  readonly region?: ((region: string) => boolean) | undefined
  /** Event times asked for, epoch milliseconds, both inclusive. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** Texts of fields of which every wanted event has one: a source may know how to ask for them. */
  readonly equal?: ReadonlyMap<string, readonly string[]> | undefined
  /** How many days after an event its file may be delivered. */
  readonly lateDays: number
  /** Do not believe dates in names: copies may have been regrouped. */
  readonly ignoreNames: boolean
  /** Files are chosen by their keys alone, to be listed or copied: a Region is its own folders, archived files count. */
  readonly byKey?: boolean | undefined
  /** Nothing is delivered after this moment. */
  readonly now: number
}

export const SKIP_REASONS = ['time', 'account', 'region', 'kind', 'service'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why nothing under this folder is wanted, or undefined when it must be looked into. */
export function skipKeyPath(place: KeyPath, plan: WalkPlan): SkipReason | undefined {
  const { from, to } = placeSpan(place)
  // Without `AWSLogs/` above, some of the files have told what the folder is. That they lie in their days may be believed
  // of the others; that all are of one Region and account may not, and their own names tell.
  if (place.awsLogs) {
    const { folder, account, region } = place
    if (folder !== undefined && isCloudTrailFolder(folder) && !plan.folders.has(folder)) return 'kind'
    if (account !== undefined && plan.account && !plan.account(account)) return 'account'
    if (region !== undefined && skipRegion(region, from, plan)) return 'region'
  }
  return skipSpan(from, to, plan) ? 'time' : undefined
}

/** Why this log file is not wanted, or undefined when it must be read. */
export function skipFile(name: LogFileName, plan: WalkPlan): SkipReason | undefined {
  if (!plan.folders.has(name.folder)) return 'kind'
  if (plan.account && !plan.account(name.account)) return 'account'
  if (skipRegion(name.region, name.delivered, plan)) return 'region'
  return skipSpan(name.delivered, name.delivered + MINUTE, plan) ? 'time' : undefined
}

/** The same by what the source knows itself. */
export function skipStated(
  { notBefore, notAfter, account, region }: Stated,
  plan: WalkPlan,
): SkipReason | undefined {
  if (account !== undefined && plan.account && !plan.account(account)) return 'account'
  if (region !== undefined && plan.region && !plan.region(region)) return 'region'
  const isOver = notAfter !== undefined && plan.start !== undefined && notAfter < plan.start
  const isLater = notBefore !== undefined && plan.end !== undefined && notBefore > plan.end
  return isOver || isLater ? 'time' : undefined
}

/** The same for a digest file: it is wanted where a log file of its hour can be. */
export function skipDigest(name: DigestFileName, plan: WalkPlan): SkipReason | undefined {
  if (!plan.folders.has('CloudTrail-Digest')) return 'kind'
  if (plan.account && !plan.account(name.account)) return 'account'
  if (skipRegion(name.region, name.end, plan)) return 'region'
  return skipSpan(name.end - HOUR, name.end, plan) ? 'time' : undefined
}

/** The latest moment at which an event in this file can have happened, by its name. */
export function notAfter(name: LogFileName): number {
  return name.delivered + MINUTE + CLOCK_SKEW
}

/** The same for every file in a day's folder (`2024/08/18`). */
export function dayNotAfter(day: string): number {
  return Date.parse(day.replaceAll('/', '-')) + DAY + CLOCK_SKEW
}

/** When files with wanted events can have been delivered, epoch milliseconds, both inclusive. */
export function deliveryWindow(plan: WalkPlan): { readonly start?: number; readonly end?: number } {
  if (plan.ignoreNames) return {}
  const end = latestDelivery(plan)
  return {
    ...(plan.start !== undefined && { start: plan.start - MINUTE - CLOCK_SKEW }),
    ...(end !== undefined && { end }),
  }
}

/** The latest moment at which an event in a file of a dated folder can have happened; undefined without a date. */
export function folderNotAfter({ year, month, day }: KeyPath): number | undefined {
  return year === undefined ? undefined : dateSpan(year, month, day).to + CLOCK_SKEW
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY
}

// Names from before the move may hide us-east-1 events in any Region's folder, and they may be delivered late.
function skipRegion(region: string, from: number, plan: WalkPlan): boolean {
  const wanted = plan.region
  if (!wanted || wanted(region)) return false
  if (plan.byKey || !wanted('us-east-1')) return true
  // A Region's folder as a whole has no date: it can be left out when all wanted days are later.
  const earliest = Math.max(
    from,
    plan.start === undefined || plan.ignoreNames ? -Infinity : plan.start - CLOCK_SKEW,
  )
  return !plan.ignoreNames && earliest > GLOBAL_SERVICES_MOVED + mostLate(plan)
}

// Deliveries from `from` to `to` cannot hold an event of the wanted time.
function skipSpan(from: number, to: number, plan: WalkPlan): boolean {
  if (plan.ignoreNames) return false
  if (plan.start !== undefined && to + CLOCK_SKEW < plan.start) return true
  const latest = latestDelivery(plan)
  return latest !== undefined && from > latest
}

function latestDelivery(plan: WalkPlan): number | undefined {
  return plan.end === undefined ? undefined : startOfDay(plan.end + mostLate(plan)) + DAY - 1
}

// What happens just before midnight is delivered behind it, also where nothing is late.
function mostLate(plan: WalkPlan): number {
  return Math.max(plan.lateDays * DAY, USUAL_DELAY)
}

// The deliveries that a dated folder covers; everything for one without a date.
function placeSpan({ folder, year, month, day }: KeyPath): { from: number; to: number } {
  const { from, to } = dateSpan(year, month, day)
  // The first digest of a day is about the last hour of the day before.
  return folder === 'CloudTrail-Digest' ? { from: from - HOUR, to } : { from, to }
}

function dateSpan(year?: string, month?: string, day?: string): { from: number; to: number } {
  if (year === undefined) return { from: -Infinity, to: Infinity }
  const y = Number(year)
  if (month === undefined) return { from: Date.UTC(y, 0), to: Date.UTC(y + 1, 0) }
  const m = Number(month) - 1
  if (day === undefined) return { from: Date.UTC(y, m), to: Date.UTC(y, m + 1) }
  const from = Date.UTC(y, m, Number(day))
  return { from, to: from + DAY }
}
