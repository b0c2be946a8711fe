// One Region's folder. Its days are walked from the newest to the oldest, and each level is listed only when the walk
// comes to it; a reader that wants ascending order gets the whole partition at once.

import type { SourceObject } from '../source/source.ts'
import { mapOrdered } from '../util/map-ordered.ts'
import { accept, type LogFile } from './accept.ts'
import { childPath, lastName, parseKeyPath, isSettled, type KeyPath } from './key-path.ts'
import type { Lister } from './listing.ts'
import { skipKeyPath, type WalkPlan } from './plan.ts'
import { noteDay, noteSkip, type WalkReport } from './walk-report.ts'

/** How many folders are listed at once for a reader that wants ascending order. */
const LISTINGS = 8

export class Partition {
  readonly place: KeyPath
  readonly lister: Lister
  /** The newest day not yet taken, `2024/08/18`; undefined when none is left. Set by `advance`. */
  day: string | undefined
  private readonly plan: WalkPlan
  private readonly report: WalkReport
  /** Folders still to list, the newest last. */
  private readonly pending: KeyPath[]
  private current: KeyPath
  private isNew = true
  private strays: LogFile[] = []

  constructor(place: KeyPath, lister: Lister, plan: WalkPlan, report: WalkReport) {
    this.place = place
    this.lister = lister
    this.plan = plan
    this.report = report
    this.pending = [place]
    this.current = place
  }

  /** Finds the next day and sets `day`. */
  async advance(): Promise<void> {
    this.day = undefined
    await this.begin()
    for (;;) {
      const place = this.pending.pop()
      if (place === undefined) return
      if (this.isSkipped(place)) continue
      if (place.day !== undefined && !place.isBeyond) {
        this.day = dateOf(place)
        this.current = place
        return
      }
      const { folders, files } = await this.open(place)
      for (const folder of folders) this.pending.push(folder)
      for (const file of files) this.strays.push(file)
    }
  }

  /** About how many days are left, `day` included, by the folders listed so far. */
  daysLeft(): number {
    let days = this.day === undefined ? 0 : 1
    for (const place of this.pending)
      if (skipKeyPath(place, this.plan) === undefined) days += daysBelow(place)
    return days
  }

  /** The files of `day`. */
  take(): Promise<LogFile[]> {
    return this.below(this.current)
  }

  /** Files found beside the dated folders since the last call. */
  takeStrays(): readonly LogFile[] {
    const { strays } = this
    this.strays = []
    return strays
  }

  /** All files, one batch per folder, in ascending order of folders. Use instead of `advance` and `take`. */
  async *inOrder(): AsyncGenerator<readonly LogFile[]> {
    await this.begin()
    yield* mapOrdered(this.leaves(this.place), LISTINGS, (leaf) =>
      'day' in leaf ? this.below(leaf.day) : leaf.files,
    )
  }

  private async *leaves(
    place: KeyPath,
  ): AsyncGenerator<{ readonly day: KeyPath } | { readonly files: readonly LogFile[] }> {
    if (this.isSkipped(place)) return
    if (place.day !== undefined && !place.isBeyond) return yield { day: place }
    const { folders, files } = await this.open(place)
    if (files.length > 0) yield { files }
    for (const folder of folders) yield* this.leaves(folder)
  }

  private async begin(): Promise<void> {
    if (!this.isNew) return
    this.isNew = false
    const { path } = this.place
    await this.lister.tryWhole(
      path,
      (folder) => skipKeyPath(this.placeBelow(folder), this.plan) === undefined,
    )
  }

  // Any folders below a day are somebody's own structure, so everything below is listed.
  private async below(day: KeyPath): Promise<LogFile[]> {
    const all: LogFile[] = []
    const pending = [day]
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      const { folders, files } = await this.open(place)
      for (const file of files) all.push(file)
      for (const folder of folders) pending.push(folder)
    }
    return all
  }

  private async open(
    place: KeyPath,
  ): Promise<{ readonly folders: readonly KeyPath[]; readonly files: readonly LogFile[] }> {
    const listing = await this.lister.list(place.path)
    const { objects } = listing
    const folders = listing.folders.map((folder) => childPath(place, lastName(folder)))
    if (this.lister.source.remote && place.month !== undefined && place.day === undefined) {
      const days = folders.filter((day) => day.day !== undefined && skipKeyPath(day, this.plan) === undefined)
      await this.lister.tryDays(
        place.path,
        days.map(({ path }) => path),
      )
    }
    return {
      folders,
      files: this.accept(objects, place),
    }
  }

  private accept(objects: readonly SourceObject[], place: KeyPath): LogFile[] {
    return accept(this.lister.source, objects, place, this.plan, this.report)
  }

  private placeBelow(folder: string): KeyPath {
    const place = parseKeyPath(folder)
    if (isSettled(place)) return place
    // Without `AWSLogs/` above, the place of a folder follows from the Region's place.
    const names = folder.slice(this.place.path.length).split('/').slice(0, -1)
    return names.reduce(childPath, this.place)
  }

  private isSkipped(place: KeyPath): boolean {
    const reason = skipKeyPath(place, this.plan)
    if (reason === undefined) return false
    noteSkip(this.report, reason)
    if (reason === 'time') noteDay(this.report, dateOf(place))
    return true
  }
}

function daysBelow({ year, month, day }: KeyPath): number {
  if (day !== undefined) return 1
  if (month !== undefined) return 30
  return year === undefined ? 0 : 365
}

function dateOf({ year, month, day }: KeyPath): string {
  return [year, month, day].filter((part) => part !== undefined).join('/')
}
