// Searches one source from its start down to the Region folders, and for log files elsewhere. A folder is searched
// unless its name, or the first files in it, prove that it is something else.

import type { Source, SourceObject } from '../source/source.ts'
import { mapLimit } from '../util/map-limit.ts'
import { accept, mayBeLog, type LogFile } from './accept.ts'
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
import type { MayHoldRecords } from './walk-batch.ts'
import { noteSkip, type WalkReport } from './walk-report.ts'

export interface DiscoverOptions {
  /** Maximum number of concurrent requests. */
  readonly concurrency: number
  /**
   * The caller will take every file that the plan accepts. If the plan accepts all, listing a subtree in one piece
   * wastes nothing.
   */
  readonly takesAll?: boolean | undefined
  /** Report a start that cannot be listed as a problem instead of throwing, because other sources remain. */
  readonly isOneOfMany?: boolean | undefined
  readonly mayHoldRecords?: MayHoldRecords | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Discovered {
  readonly partitions: readonly Partition[]
  /** Files outside Region folders. */
  readonly loose: readonly LogFile[]
}

/**
 * Throws errors that end the run (see `bearable`), and a SourceError for a start that cannot be listed unless
 * `isOneOfMany`.
 */
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

/** The place of the folder at which a source starts. Its first files tell what its path does not. */
export async function placeOfStart(start: string, lister: Lister): Promise<KeyPath> {
  const place = parseKeyPath(start)
  if (isSettled(place) || !looksLikeLevel(start)) return place
  return toldBy(await lister.look(start), start) ?? place
}

// The place of a folder on which the names of all CloudTrail files found below it agree; undefined if they disagree.
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

function parentOf(folder: string): string {
  return folderOf(folder.slice(0, -1))
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
  /**
   * Folders that seem to be another service's, but are too large for one listing to prove it: their subfolders are listed
   * too, and of their files, only those with CloudTrail's names are read.
   */
  private readonly doubted = new Set<string>()

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
      takesWindow: options.takesAll === true,
      wanted: { start, end, equal },
    })
  }

  file(key: string): void {
    const folder = parseKeyPath(folderOf(key))
    this.loose.push(...accept(this.source, [{ key }], folder, this.plan, this.report, true))
  }

  // Searches breadth first, one level at a time.
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

  // Lists a folder, unless it is a Region's folder or is skipped, and returns its subfolders.
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
    // If a Region is requested, most of the folder's content is not wanted.
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
    this.acceptFrom(place, objects)
    return folders.map((folder) => childPath(place, lastName(folder)))
  }

  private async reasonToSkip(place: KeyPath, isStart: boolean): Promise<SkipReason | undefined> {
    const { folder, path, isBeyond } = place
    const isDoubted = this.doubted.has(parentOf(path))
    if (folder !== undefined && !isCloudTrailFolder(folder) && (isStart || !isBeyond || isDoubted)) {
      if (isServiceFolder(folder)) return 'service'
      // CloudTrail's files may have been copied to a folder of another name; their own names then decide for each file.
      const look = await this.lister.look(path)
      if (look !== undefined && (await this.isForeign(look))) {
        if (look.isWhole) return 'service'
        this.doubted.add(path)
      }
    }
    return skipKeyPath(place, this.plan)
  }

  // True if no name is CloudTrail's, and neither the first nor the last file that may be a log file holds a record.
  private async isForeign({ objects }: Look): Promise<boolean> {
    if (objects.some(({ key }) => fileNameOf(key) !== undefined)) return false
    const { mayHoldRecords } = this.options
    const logs = objects.filter(({ key }) => mayBeLog(key))
    if (mayHoldRecords === undefined || logs.length === 0) return true
    for (const object of new Set([logs[0]!, logs.at(-1)!]))
      if (await mayHoldRecords(this.source, object)) return false
    return true
  }

  private acceptFrom(place: KeyPath, objects: readonly SourceObject[]): void {
    const { report } = this
    for (const file of accept(this.source, objects, place, this.plan, report)) {
      const isNamed = (file.name ?? file.digest) !== undefined
      if (isNamed || !this.doubted.has(place.path)) this.loose.push(file)
      else {
        noteSkip(report, 'service')
        report.services.add(place.folder ?? '')
      }
    }
  }

  // Without `AWSLogs/` above it, a folder is a Region's folder if it contains nothing but years and CloudTrail files
  // below it confirm the Region.
  private async asRegion(place: KeyPath, folders: readonly string[]): Promise<KeyPath | undefined> {
    if (isSettled(place) || !looksLikeRegion(place.path)) return undefined
    if (folders.length === 0 || !folders.every(looksLikeYear)) return undefined
    const told = toldBy(await this.lister.look(place.path), place.path)
    return told?.region === undefined || told.isBeyond || told.year !== undefined ? undefined : told
  }
}
