// One Region's folder: its days from the newest to the oldest, each level listed only when the walk comes to it.

import { SourceError, type Listing, type Source, type SourceObject } from '../source/source.ts'
import { compactMinute, dayFolder, parseKeyPath, type KeyPath } from './object-key.ts'
import { CLOCK_SKEW, skipKeyPath, wantedDays, type WalkPlan } from './plan.ts'
import { noteDay, type WalkReport } from './walk-report.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Up to so many days are asked for by name on S3, where finding out which exist would cost as many requests. */
const MAX_DAYS_BY_NAME = 8

export class Partition {
  readonly source: Source
  /** The newest day not yet taken, `2024/08/18`; undefined when there is none left. Set by `advance`. */
  day: string | undefined
  private readonly plan: WalkPlan
  private readonly report: WalkReport
  private readonly signal: AbortSignal | undefined
  /** Folders still to look into, the newest last. */
  private readonly pending: string[]
  private current = ''
  private strays: SourceObject[] = []

  constructor(
    source: Source,
    folder: string,
    place: KeyPath,
    plan: WalkPlan,
    report: WalkReport,
    signal: AbortSignal | undefined,
  ) {
    this.source = source
    this.plan = plan
    this.report = report
    this.signal = signal
    this.pending =
      place.year === undefined && source.remote
        ? (daysByName(folder, place.folder, plan) ?? [folder])
        : [folder]
  }

  /** Finds the next day to take. */
  async advance(): Promise<void> {
    this.day = undefined
    for (;;) {
      const folder = this.pending.pop()
      if (folder === undefined) return
      const place = parseKeyPath(folder)
      const reason = skipKeyPath(place, this.plan)
      if (reason !== undefined) {
        this.report.skipped.set(reason, (this.report.skipped.get(reason) ?? 0) + 1)
        if (reason === 'time') noteDay(this.report, dateOf(place))
        continue
      }
      if (place.day !== undefined) {
        this.day = `${place.year}/${place.month}/${place.day}`
        this.current = folder
        return
      }
      const { folders, objects } = await this.list(folder)
      this.pending.push(...folders)
      this.strays.push(...objects)
    }
  }

  /** The objects of `day`. On S3, those delivered before the wanted time are not even listed. */
  async take(): Promise<readonly SourceObject[]> {
    const place = parseKeyPath(this.current)
    let startAfter: string | undefined
    if (
      this.source.remote &&
      this.plan.start !== undefined &&
      !this.plan.ignoreNames &&
      place.account !== undefined &&
      place.folder !== undefined &&
      place.folder !== 'CloudTrail-Digest' // the trail's name comes before the time
    ) {
      const from = compactMinute(this.plan.start - CLOCK_SKEW - MINUTE)
      if (from.startsWith(this.day!.replaceAll('/', ''))) {
        startAfter = `${this.current}${place.account}_${place.folder}_${place.region}_${from}`
      }
    }
    const { folders, objects: direct } = await this.list(this.current, startAfter)
    const objects = [...direct]
    // Folders below a day are not CloudTrail's; somebody sorted further.
    const below = [...folders]
    for (let folder = below.pop(); folder !== undefined; folder = below.pop()) {
      const listing = await this.list(folder)
      objects.push(...listing.objects)
      below.push(...listing.folders)
    }
    return objects
  }

  /** Objects found beside the dated folders since the last call. */
  takeStrays(): readonly SourceObject[] {
    const strays = this.strays
    this.strays = []
    return strays
  }

  private async list(folder: string, startAfter?: string): Promise<Listing> {
    this.report.listed++
    try {
      return await this.source.list(folder, { startAfter, signal: this.signal })
    } catch (error) {
      if (!(error instanceof SourceError) || error.code === 'credentials') throw error
      this.report.problem('unlisted', this.source.display(folder), error.message, error.hint)
      return { folders: [], objects: [] }
    }
  }
}

// The day folders of a short wanted time, oldest first, without asking whether they exist.
function daysByName(folder: string, kind: string | undefined, plan: WalkPlan): string[] | undefined {
  const { first, last } = wantedDays(plan, kind)
  if (first === undefined || last - first >= MAX_DAYS_BY_NAME * DAY) return undefined
  const days: string[] = []
  for (let day = first; day <= last; day += DAY) days.push(`${folder}${dayFolder(day)}/`)
  return days
}

function dateOf({ year, month, day }: KeyPath): string {
  return [year, month, day].filter((part) => part !== undefined).join('/')
}
