// Finds what there is to verify: digest files and log files, grouped by account folder and Region. It uses the same
// walk as all other commands and does not list days outside the window.

import type { LogFile } from '../logfile/accept.ts'
import { discover as discoverFiles, placeOfStart } from '../logfile/discover.ts'
import { baseName, dayFolder, isCloudTrailFolder, lastName, type KeyPath } from '../logfile/key-path.ts'
import { Lister } from '../logfile/listing.ts'
import { FOLDERS, type DigestFileName, type LogFileName } from '../logfile/object-key.ts'
import type { Partition } from '../logfile/partition.ts'
import type { WalkPlan } from '../logfile/plan.ts'
import { newWalkReport } from '../logfile/walk-report.ts'
import type { Source } from '../source/source.ts'
import type { Problem } from '../util/problem.ts'
import { bucketKeys, looseKeys, treeKeys, zipped, type KeyIdentity } from './place.ts'

/** Epoch milliseconds, both ends inclusive; undefined means unbounded. */
export interface Window {
  readonly start?: number | undefined
  readonly end?: number | undefined
}

export interface DigestAt {
  readonly key: string
  readonly name: DigestFileName
  readonly sidecar: string | undefined
}

export interface LogAt {
  readonly key: string
  readonly name: LogFileName
  /** True for an unzipped `X.json` beside its `X.json.gz`: only the zipped one is the file that a digest lists. */
  readonly extra: boolean
}

/** Digests and log files that belong together: those of one Region in one account's folder, or all loose files. */
export interface Group {
  readonly source: Source
  /** The account's folder, ending in `/`. */
  readonly folder: string
  readonly window: Window
  readonly places: KeyIdentity
  /**
   * Digests that end inside the window or up to an hour later, because the last minutes of the window are digested
   * afterwards.
   */
  digests(): Promise<DigestAt[]>
  /** Ascending by folder, day and name. */
  logs(): AsyncIterable<LogAt>
}

export interface DiscoverOptions extends Window {
  readonly wantsRegion?: ((region: string) => boolean) | undefined
  readonly wantsAccount?: ((account: string) => boolean) | undefined
  /** Log files are listed too, not only looked up from digests. */
  readonly takesLogs: boolean
  readonly isOneOfMany: boolean
  readonly signal?: AbortSignal | undefined
  /** Called for everything that cannot be listed. */
  readonly onProblem: (problem: Problem) => void
}

export const HOUR = 3_600_000
const LISTINGS = 8

/**
 * Yields groups in ascending order of their folders; loose files come last. Throws a SourceError for bad credentials,
 * the reason of an aborted `signal`, and, unless `isOneOfMany`, a SourceError if the source's start cannot be listed.
 */
export async function* discover(source: Source, options: DiscoverOptions): AsyncGenerator<Group> {
  const { signal, takesLogs, isOneOfMany, onProblem } = options
  const report = newWalkReport((problem) => {
    // A source that could not be opened is a problem too; a file that is not a log file is not.
    if (problem.kind !== 'skipped') onProblem(problem)
  })
  const scope = await scopeOf(source, options, new Lister(source, report, { signal }))
  const plan = planOf(scope, options)
  const found = await discoverFiles(
    { ...source, start: scope.root, realStart: realRoot(source, scope.root) },
    plan,
    report,
    {
      concurrency: LISTINGS,
      takesAll: takesLogs,
      isOneOfMany,
      signal,
    },
  )
  const groups = new Map<string, { folder: string; region: string; partitions: Partition[] }>()
  const loose: LogFile[] = [...found.loose]
  for (const partition of found.partitions) {
    const { place } = partition
    const region = place.region ?? ''
    if (place.folder === undefined) {
      for await (const files of partition.inOrder()) for (const file of files) loose.push(file)
      continue
    }
    const folder = up(place, 2)
    const id = `${folder}\n${region}`
    const group = groups.get(id)
    if (group) group.partitions.push(partition)
    else groups.set(id, { folder, region, partitions: [partition] })
  }
  const places = source.remote ? bucketKeys(source) : treeKeys
  for (const id of [...groups.keys()].sort()) {
    const { folder, partitions } = groups.get(id)!
    yield regionGroup(source, folder, partitions, scope.window, places)
  }
  if (loose.some(({ name, digest }) => name ?? digest)) yield looseGroup(source, loose, scope.window)
}

function planOf(scope: Scope, { wantsAccount, wantsRegion }: DiscoverOptions): WalkPlan {
  const { region, window } = scope
  const isWanted =
    region === undefined ? wantsRegion : (name: string) => name === region && wantsRegion?.(name) !== false
  return {
    folders: new Set(FOLDERS),
    account: wantsAccount,
    region: isWanted,
    ...window,
    lateDays: 0,
    ignoreNames: false,
    byKey: true,
    now: Infinity,
  }
}

interface Scope {
  /** The folder to search from. */
  readonly root: string
  readonly region?: string | undefined
  readonly window: Window
}

// A source that points into an account's folder also covers its digests, which lie beside the log files.
async function scopeOf({ start }: Source, { start: from, end: to }: Window, lister: Lister): Promise<Scope> {
  const folder = start === '' || start.endsWith('/') ? start : start.slice(0, start.lastIndexOf('/') + 1)
  const window = { start: from, end: to }
  const place = await placeOfStart(folder, lister)
  if (place.folder === undefined || !isCloudTrailFolder(place.folder) || place.isBeyond)
    return { root: folder, window }
  const levels = [place.folder, place.region, place.year, place.month, place.day].filter((part) => part)
  const days = period(place)
  return {
    root: up(place, levels.length),
    region: place.region,
    window: days === undefined ? window : overlap(window, days),
  }
}

// Returns the real folder behind `root`, which is the start or a folder above it.
function realRoot({ start, realStart }: Source, root: string): string | undefined {
  const below = start.slice(root.length, start.lastIndexOf('/') + 1)
  return realStart?.endsWith(below) ? realStart.slice(0, realStart.length - below.length) : realStart
}

// Returns the folder `levels` levels up.
function up({ path }: KeyPath, levels: number): string {
  let folder = path
  for (let i = 0; i < levels; i++) folder = folder.slice(0, -1 - lastName(folder).length)
  return folder
}

function overlap(window: Window, days: { from: number; to: number }): Window {
  return {
    start: Math.max(window.start ?? days.from, days.from),
    end: Math.min(window.end ?? days.to, days.to),
  }
}

function regionGroup(
  source: Source,
  folder: string,
  partitions: readonly Partition[],
  window: Window,
  places: KeyIdentity,
): Group {
  const sorted = partitions.toSorted((a, b) => (a.place.path < b.place.path ? -1 : 1))
  const of = (isDigests: boolean): readonly Partition[] =>
    sorted.filter(({ place }) => (place.folder === 'CloudTrail-Digest') === isDigests)
  return {
    source,
    folder,
    window,
    places,
    async digests() {
      const found: DigestAt[] = []
      for (const partition of of(true)) {
        for await (const files of partition.inOrder())
          for (const digest of digestsAmong(files, lateWindow(window))) found.push(digest)
      }
      return found
    },
    async *logs() {
      for (const partition of of(false)) {
        for await (const files of partition.inOrder()) yield* logsAmong(files, window)
      }
    },
  }
}

function looseGroup(source: Source, files: readonly LogFile[], window: Window): Group {
  const keys = new Map<string, string>()
  // Prefers `X.json.gz` to `X.json` if both exist.
  for (const { key } of files.map(({ object }) => object))
    if (!keys.has(baseName(zipped(key))) || key.endsWith('.gz')) keys.set(baseName(zipped(key)), key)
  return {
    source,
    folder: source.start.slice(0, source.start.lastIndexOf('/') + 1),
    window,
    places: source.remote ? bucketKeys(source) : looseKeys(keys),
    digests: () => Promise.resolve([...digestsAmong(files, lateWindow(window))]),
    async *logs() {
      yield* logsAmong(files, window)
    },
  }
}

function lateWindow({ start, end }: Window): Window {
  return { start, end: end === undefined ? undefined : end + HOUR }
}

function* digestsAmong(files: readonly LogFile[], window: Window): Generator<DigestAt> {
  const keys = new Set(files.map(({ object }) => object.key))
  for (const { object, digest: name, sidecar } of files) {
    if (name === undefined || !isWithin(name.end, window)) continue
    if (name.suffix === '.json' && keys.has(zipped(object.key))) continue
    yield { key: object.key, name, sidecar }
  }
}

function* logsAmong(files: readonly LogFile[], window: Window): Generator<LogAt> {
  const keys = new Set(files.map(({ object }) => object.key))
  for (const { object, name } of files) {
    if (name === undefined || !isWithin(name.delivered, window)) continue
    yield { key: object.key, name, extra: name.suffix === '.json' && keys.has(zipped(object.key)) }
  }
}

function isWithin(time: number, { start = -Infinity, end = Infinity }: Window): boolean {
  return time >= start && time <= end
}

// The period of a dated folder (year, month or day): its first and last millisecond.
function period({ year, month, day }: KeyPath): { from: number; to: number } | undefined {
  if (year === undefined) return undefined
  const y = Number(year)
  const m = month === undefined ? undefined : Number(month) - 1
  const from = Date.UTC(y, m ?? 0, day === undefined ? 1 : Number(day))
  const next = m === undefined ? Date.UTC(y + 1) : day === undefined ? Date.UTC(y, m + 1) : from + 24 * HOUR
  return { from, to: next - 1 }
}

/** The key that the digest `file`, ending at `end`, would have beside `sibling`, another digest of the same chain. */
export function siblingKey(sibling: string, siblingEnd: number, end: number, file: string): string {
  const folder = sibling.slice(0, sibling.lastIndexOf('/') + 1)
  const day = `/${dayFolder(siblingEnd)}/`
  const isDated = folder.endsWith(day)
  return `${isDated ? folder.slice(0, -day.length) + `/${dayFolder(end)}/` : folder}${file}`
}
