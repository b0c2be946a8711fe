// From the start of one source down to the Regions' folders, and to the files that lie elsewhere. Everything is looked
// into that its name, or a look at the first files in it, does not prove to be something else.

import type { Source } from '../source/source.ts'
import { mapLimit } from '../util/map-limit.ts'
import { accept, type LogFile } from './accept.ts'
import { isServiceFolder } from './foreign.ts'
import {
  childPath,
  fileNameOf,
  folderOf,
  isCloudTrailFolder,
  isSettled,
  lastName,
  looksLikeLevel,
  looksLikeRegion,
  looksLikeYear,
  parseKeyPath,
  placeByName,
  type KeyPath,
} from './key-path.ts'
import { Lister, type Look } from './listing.ts'
import { Partition } from './partition.ts'
import { skipKeyPath, type SkipReason, type WalkPlan } from './plan.ts'
import { noteSkip, type WalkReport } from './walk-report.ts'

export interface DiscoverOptions {
  /** Requests under way at the same time. */
  readonly concurrency: number
  /** Every file that the plan leaves will be taken: where it leaves all, listing in one piece is not listing too much. */
  readonly takesAll?: boolean | undefined
  /** A start that cannot be listed is a problem like any other: there are more sources. */
  readonly isOneOfMany?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Discovered {
  readonly partitions: readonly Partition[]
  /** Files outside of Regions' folders. */
  readonly loose: readonly LogFile[]
}

/** Throws what ends the run, and a SourceError for a start that cannot be listed. */
export async function discover(
  source: Source,
  plan: WalkPlan,
  report: WalkReport,
  options: DiscoverOptions,
): Promise<Discovered> {
  const search = new Search(source, plan, report, options)
  const { start } = source
  if (start === '' || start.endsWith('/')) await search.from(start)
  else search.file(start)
  return search
}

/** The place of the folder in which a source was opened: a look at its first files tells what its path does not. */
export async function placeOfStart(start: string, lister: Lister): Promise<KeyPath> {
  const place = parseKeyPath(start)
  if (isSettled(place) || !looksLikeLevel(start)) return place
  return toldBy(await lister.look(start), start) ?? place
}

// The place of a folder that the names of all of CloudTrail's files below it, as far as one has looked, agree on.
function toldBy(look: Look | undefined, folder: string): KeyPath | undefined {
  let place: KeyPath | undefined
  for (const { key } of look?.objects ?? []) {
    const name = fileNameOf(key)
    if (name === undefined) continue
    const told = placeByName(folderOf(key), name, folder)
    if (told === undefined || (place !== undefined && told.region !== place.region)) return undefined
    place ??= told
  }
  return place
}

class Search implements Discovered {
  readonly partitions: Partition[] = []
  readonly loose: LogFile[] = []
  private readonly source: Source
  private readonly plan: WalkPlan
  private readonly report: WalkReport
  private readonly options: DiscoverOptions
  private readonly takesAll: boolean
  private readonly lister: Lister

  constructor(source: Source, plan: WalkPlan, report: WalkReport, options: DiscoverOptions) {
    this.source = source
    this.plan = plan
    this.report = report
    this.options = options
    const { start, end, equal, account, region } = plan
    this.takesAll = options.takesAll === true && (start ?? end ?? account ?? region) === undefined
    const { signal } = options
    this.lister = new Lister(source, report, {
      signal,
      takesAll: this.takesAll,
      wanted: { start, end, equal },
    })
  }

  file(key: string): void {
    const folder = parseKeyPath(folderOf(key))
    this.loose.push(...accept(this.source, [{ key }], folder, this.plan, this.report, true))
  }

  // Breadth first, one level after the other.
  async from(start: string): Promise<void> {
    let level: KeyPath[] = [await placeOfStart(start, this.lister)]
    if (this.takesAll && level[0]!.region === undefined) await this.lister.tryWhole(start, () => true)
    while (level.length > 0) {
      const found = await mapLimit(level, this.options.concurrency, (place) =>
        this.lookInto(place, place.path === start),
      )
      level = found.flat()
    }
  }

  // Lists a folder, unless it is a Region's or is left out, and gives the folders in it.
  private async lookInto(place: KeyPath, isStart: boolean): Promise<readonly KeyPath[]> {
    const { report, plan } = this
    const reason = await this.reasonToSkip(place, isStart)
    if (place.account !== undefined && !place.isBeyond) report.accounts.add(place.account)
    if (place.region !== undefined) report.regions.add(place.region)
    if (reason !== undefined) {
      noteSkip(report, reason)
      if (reason === 'service') report.services.add(place.folder ?? '')
      return []
    }
    if (place.region !== undefined) {
      this.partitions.push(new Partition(place, this.lister, plan, report))
      return []
    }
    // Where a Region is asked for, most of what is in the folder is not wanted.
    if (place.folder !== undefined && !place.isBeyond && (this.takesAll || !plan.region))
      await this.lister.tryWhole(place.path, () => true)
    const listing =
      isStart && !this.options.isOneOfMany
        ? await this.lister.listOrThrow(place.path)
        : await this.lister.list(place.path)
    const { folders, objects } = listing
    if (isStart) {
      for (const key of folders.slice(0, 8)) report.seen.push(key)
      for (const { key } of objects.slice(0, 8)) report.seen.push(key)
    }
    const region = await this.asRegion(place, folders)
    if (region !== undefined) {
      this.lister.keep(place.path, listing)
      return [region]
    }
    for (const file of accept(this.source, objects, place, plan, report)) this.loose.push(file)
    return folders.map((folder) => childPath(place, lastName(folder)))
  }

  private async reasonToSkip(place: KeyPath, isStart: boolean): Promise<SkipReason | undefined> {
    const { folder, path, isBeyond } = place
    if (folder !== undefined && !isCloudTrailFolder(folder) && (isStart || !isBeyond)) {
      if (isServiceFolder(folder)) return 'service'
      // Somebody may have given CloudTrail's files another folder; what their names say then goes for each.
      const look = await this.lister.look(path)
      if (look?.objects.every(({ key }) => fileNameOf(key) === undefined)) return 'service'
    }
    return skipKeyPath(place, this.plan)
  }

  // Where no `AWSLogs/` lies above, a folder is a Region's if nothing but years is in it and CloudTrail's files
  // below say so.
  private async asRegion(place: KeyPath, folders: readonly string[]): Promise<KeyPath | undefined> {
    if (isSettled(place) || !looksLikeRegion(place.path)) return undefined
    if (folders.length === 0 || !folders.every(looksLikeYear)) return undefined
    const told = toldBy(await this.lister.look(place.path), place.path)
    return told?.region === undefined || told.isBeyond || told.year !== undefined ? undefined : told
  }
}
