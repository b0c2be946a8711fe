// Decides what need not be listed or read, and why. Pure: places and names in, reasons out. Pruning never loses an
// event (held by a property test). It relies on how CloudTrail delivers: a file contains no event later than its
// delivery, and an event is delivered at most `lateDays` after it happened.

import type { Stated } from '../source/source.ts'
import { isCloudTrailFolder, type KeyPath } from './key-path.ts'
import type { DigestFileName, Folder, LogFileName } from './object-key.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 86_400_000

/** Maximum clock difference between the host that stamps an event and the host that delivers it. */
export const CLOCK_SKEW = 5 * MINUTE
/** A file delivered within this time after an event is not late. */
const USUAL_DELAY = 15 * MINUTE

/**
 * Since this day, events of global services (IAM, STS, CloudFront) are recorded in us-east-1 only. Before it, they are
 * in the folders of other Regions too, with `awsRegion` us-east-1.
 */
export const GLOBAL_SERVICES_MOVED = Date.UTC(2021, 10, 22)

export interface WalkPlan {
  /** CloudTrail's folders to read; with `CloudTrail-Digest`, digest files are found like log files. */
  readonly folders: ReadonlySet<Folder>
  /** Requested accounts and Regions; undefined for all. */
  readonly account?: ((account: string) => boolean) | undefined
  readonly region?: ((region: string) => boolean) | undefined
  /** Requested event times, epoch milliseconds, both inclusive. */
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** For each field, values of which every wanted event has one. A source may be able to query for them. */
  readonly equal?: ReadonlyMap<string, readonly string[]> | undefined
  /** How many days after an event its file may be delivered. */
  readonly lateDays: number
  /** Ignore dates in names, because copies may have been regrouped. */
  readonly ignoreNames: boolean
  /**
   * Files are chosen by their keys alone, to be listed or copied: a Region means only its own folders, and archived
   * files count.
   */
  readonly byKey?: boolean | undefined
  /** Nothing is delivered after this time, epoch milliseconds. */
  readonly now: number
}

export const SKIP_REASONS = ['time', 'account', 'region', 'kind', 'service'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Why nothing under this folder is wanted; undefined if it must be listed. */
export function skipKeyPath(place: KeyPath, plan: WalkPlan): SkipReason | undefined {
  const isTimed = plan.start !== undefined || plan.end !== undefined
  const { from, to } = isTimed || plan.region ? placeSpan(place) : ALWAYS
  // Without `AWSLogs/` above, the folder's place comes from some of its files. The other files are assumed to be in the
  // right day, but not to have the same Region and account; their own names decide that.
  if (place.awsLogs) {
    const { folder, account, region } = place
    if (folder !== undefined && isCloudTrailFolder(folder) && !plan.folders.has(folder)) return 'kind'
    if (account !== undefined && plan.account && !plan.account(account)) return 'account'
    if (region !== undefined && skipRegion(region, from, plan)) return 'region'
  }
  return skipSpan(from, to, plan) ? 'time' : undefined
}

/** Why this log file is not wanted; undefined if it must be read. */
export function skipFile(name: LogFileName, plan: WalkPlan): SkipReason | undefined {
  if (!plan.folders.has(name.folder)) return 'kind'
  if (plan.account && !plan.account(name.account)) return 'account'
  if (skipRegion(name.region, name.delivered, plan)) return 'region'
  return skipSpan(name.delivered, name.delivered + MINUTE, plan) ? 'time' : undefined
}

/** The same for an object about which the source itself states the times, account and Region. */
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

/** The same for a digest file: it is wanted if a log file of its hour may be. */
export function skipDigest(name: DigestFileName, plan: WalkPlan): SkipReason | undefined {
  if (!plan.folders.has('CloudTrail-Digest')) return 'kind'
  if (plan.account && !plan.account(name.account)) return 'account'
  if (skipRegion(name.region, name.end, plan)) return 'region'
  return skipSpan(name.end - HOUR, name.end, plan) ? 'time' : undefined
}

/** The latest time at which an event in this file can have happened, from its name; epoch milliseconds. */
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

/** The latest time at which an event in a file of a dated folder can have happened; undefined without a date. */
export function folderNotAfter({ year, month, day }: KeyPath): number | undefined {
  return year === undefined ? undefined : dateSpan(year, month, day).to + CLOCK_SKEW
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY
}

// Any Region's folder may contain us-east-1 events from before the move, and those may be delivered late.
function skipRegion(region: string, from: number, plan: WalkPlan): boolean {
  const wanted = plan.region
  if (!wanted || wanted(region)) return false
  if (plan.byKey || !wanted('us-east-1')) return true
  // A Region's folder as a whole has no date: it can be skipped if all wanted days are later than the move.
  const earliest = Math.max(
    from,
    plan.start === undefined || plan.ignoreNames ? -Infinity : plan.start - CLOCK_SKEW,
  )
  return !plan.ignoreNames && earliest > GLOBAL_SERVICES_MOVED + mostLate(plan)
}

// True if deliveries from `from` to `to` cannot contain an event of the requested time.
function skipSpan(from: number, to: number, plan: WalkPlan): boolean {
  if (plan.ignoreNames) return false
  if (plan.start !== undefined && to + CLOCK_SKEW < plan.start) return true
  const latest = latestDelivery(plan)
  return latest !== undefined && from > latest
}

function latestDelivery(plan: WalkPlan): number | undefined {
  return plan.end === undefined ? undefined : startOfDay(plan.end + mostLate(plan)) + DAY - 1
}

// Even without late deliveries, events just before midnight are delivered the next day.
function mostLate(plan: WalkPlan): number {
  return Math.max(plan.lateDays * DAY, USUAL_DELAY)
}

/** For a plan that has no use for the times of a folder. */
const ALWAYS = { from: -Infinity, to: Infinity }

// The delivery times that a dated folder covers; unbounded for a folder without a date.
function placeSpan({ folder, year, month, day }: KeyPath): { from: number; to: number } {
  const { from, to } = dateSpan(year, month, day)
  // The first digest of a day covers the last hour of the day before.
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
