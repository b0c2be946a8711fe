// Finds what there is to verify: digest files and log files, grouped by the folder of an account and by Region. Levels
// are recognised by name, from any starting point; days outside the window are not listed.

import {
  dayFolder,
  isCloudTrailFolder,
  isRegion,
  parseFileName,
  parseKeyPath,
  type DigestFileName,
  type LogFileName,
} from '../logfile/object-key.ts'
import type { Source, SourceObject } from '../source/source.ts'
import { mapOrdered } from './ordered.ts'
import { baseName, bucketKeys, looseKeys, treeKeys, zipped, type KeyIdentity } from './place.ts'
import { isSidecar, sidecarKey } from './sidecar.ts'

/** Epoch milliseconds, both ends included; undefined means without end. */
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
  /** An unzipped `X.json` beside its `X.json.gz`: only one of them is the file that a digest means. */
  readonly extra: boolean
}

/** Digests and log files that belong together: those of one Region in one account's folder, or all loose files. */
export interface Group {
  readonly source: Source
  /** The account's folder, ending in `/`. */
  readonly folder: string
  readonly window: Window
  readonly places: KeyIdentity
  /** In the window and up to an hour later: what was delivered in its last minutes is digested after it. */
  digests(): Promise<DigestAt[]>
  /** Ascending by folder, day and name. */
  logs(): AsyncIterable<LogAt>
}

export interface DiscoverOptions extends Window {
  readonly wantsRegion: (region: string) => boolean
  readonly wantsAccount: (account: string) => boolean
  readonly signal?: AbortSignal | undefined
}

export const HOUR = 3_600_000
const MAX_DEPTH = 24
const LISTINGS = 8

/** Groups in ascending order of their folders; loose files come last. Throws what `Source.list` throws. */
export async function* discover(source: Source, options: DiscoverOptions): AsyncGenerator<Group> {
  const scope = scopeOf(source.start, options)
  const loose: SourceObject[] = []
  const { signal } = options
  const places = source.remote ? bucketKeys(source) : treeKeys
  yield* descend(scope.root, 0)
  if (loose.length > 0) yield looseGroup(source, loose, scope.window)

  async function* descend(folder: string, depth: number): AsyncGenerator<Group> {
    const listing = await source.list(folder, { signal })
    loose.push(...listing.objects.filter(({ key }) => isOurs(baseName(key))))
    const isAccount = /^\d{12}$/.test(lastPart(folder))
    if (isAccount && !options.wantsAccount(lastPart(folder))) return
    const { regions, others } = await regionsBelow(listing.folders)
    for (const region of [...regions.keys()].sort()) {
      if (!options.wantsRegion(region)) continue
      if (scope.region !== undefined && scope.region !== region) continue
      yield regionGroup(source, folder, regions.get(region)!, scope.window, places, signal)
    }
    // Beside CloudTrail's folders lie those of other services.
    if (isAccount || depth >= MAX_DEPTH) return
    for (const below of others) yield* descend(below, depth + 1)
  }

  // A folder is CloudTrail's if it has the name and Regions below: prefixes may be called `CloudTrail` too.
  async function regionsBelow(folders: readonly string[]) {
    const regions = new Map<string, string[]>()
    const others: string[] = []
    for (const folder of folders) {
      const below = isCloudTrailFolder(lastPart(folder)) ? await source.list(folder, { signal }) : undefined
      const found = below?.folders.filter((key) => isRegion(lastPart(key))) ?? []
      if (found.length === 0) others.push(folder)
      for (const key of found) regions.set(lastPart(key), [...(regions.get(lastPart(key)) ?? []), key])
    }
    return { regions, others }
  }
}

// Who points into an account's folder still means its digests, which lie beside the log files.
function scopeOf(
  start: string,
  window: Window,
): { root: string; region?: string | undefined; window: Window } {
  const folder = start === '' || start.endsWith('/') ? start : start.slice(0, start.lastIndexOf('/') + 1)
  const place = parseKeyPath(folder)
  if (place.folder === undefined || !isCloudTrailFolder(place.folder)) return { root: folder, window }
  const levels = [place.folder, place.region, place.year, place.month, place.day].filter((part) => part)
  const root = folder
    .split('/')
    .slice(0, -1 - levels.length)
    .join('/')
  const days = period(folder)
  return {
    root: root === '' ? '' : `${root}/`,
    region: place.region,
    window: days === undefined ? window : overlap(window, days),
  }
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
  folders: readonly string[],
  window: Window,
  places: KeyIdentity,
  signal: AbortSignal | undefined,
): Group {
  const late = lateWindow(window)
  return {
    source,
    folder,
    window,
    places,
    async digests() {
      const found: DigestAt[] = []
      for (const key of folders.filter(isDigests)) {
        for await (const objects of files(source, key, late, signal))
          found.push(...digestsAmong(objects, late))
      }
      return found
    },
    async *logs() {
      for (const key of folders.filter((key) => !isDigests(key))) {
        for await (const objects of files(source, key, window, signal)) yield* logsAmong(objects, window)
      }
    },
  }
}

function isDigests(regionFolder: string): boolean {
  return regionFolder.split('/').at(-3) === 'CloudTrail-Digest'
}

function looseGroup(source: Source, objects: readonly SourceObject[], window: Window): Group {
  const late = lateWindow(window)
  const keys = new Map<string, string>()
  // `X.json.gz` rather than `X.json` where there are both.
  for (const { key } of objects) if (!keys.has(baseName(zipped(key)))) keys.set(baseName(zipped(key)), key)
  for (const { key } of objects) if (key.endsWith('.gz')) keys.set(baseName(key), key)
  return {
    source,
    folder: source.start.slice(0, source.start.lastIndexOf('/') + 1),
    window,
    places: source.remote ? bucketKeys(source) : looseKeys(keys),
    digests: () => Promise.resolve(digestsAmong(objects, late)),
    async *logs() {
      yield* logsAmong(objects, window)
    },
  }
}

function isOurs(name: string): boolean {
  return parseFileName(name) !== undefined || isSidecar(name)
}

function lateWindow({ start, end }: Window): Window {
  return { start, end: end === undefined ? undefined : end + HOUR }
}

function digestsAmong(objects: readonly SourceObject[], window: Window): DigestAt[] {
  const keys = new Set(objects.map(({ key }) => key))
  const found: DigestAt[] = []
  for (const { key } of objects) {
    const name = parseFileName(baseName(key))
    if (name?.type !== 'digest' || !isWithin(name.end, window)) continue
    if (name.suffix === '.json' && keys.has(zipped(key))) continue
    const sidecar = [sidecarKey(key), `${key}.metadata.json`].find((beside) => keys.has(beside))
    found.push({ key, name, sidecar })
  }
  return found
}

function* logsAmong(objects: readonly SourceObject[], window: Window): Generator<LogAt> {
  const keys = new Set(objects.map(({ key }) => key))
  for (const { key } of objects) {
    const name = parseFileName(baseName(key))
    if (name?.type !== 'log' || !isWithin(name.delivered, window)) continue
    yield { key, name, extra: name.suffix === '.json' && keys.has(zipped(key)) }
  }
}

function isWithin(time: number, { start = -Infinity, end = Infinity }: Window): boolean {
  return time >= start && time <= end
}

// What lies below a Region's folder, one batch per folder, days outside the window left out.
async function* files(
  source: Source,
  folder: string,
  window: Window,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly SourceObject[]> {
  const leaves = await leavesBelow(source, folder, window, signal, 0)
  yield* mapOrdered(leaves, LISTINGS, async ({ key, objects }) => {
    return objects ?? (await source.list(key, { signal })).objects
  })
}

interface Leaf {
  readonly key: string
  /** Undefined for a day's folder, which is listed when its turn comes. */
  readonly objects?: readonly SourceObject[]
}

async function leavesBelow(
  source: Source,
  folder: string,
  window: Window,
  signal: AbortSignal | undefined,
  depth: number,
): Promise<Leaf[]> {
  const { folders, objects } = await source.list(folder, { signal })
  const leaves: Leaf[] = objects.length > 0 ? [{ key: folder, objects }] : []
  if (depth >= MAX_DEPTH) return leaves
  const wanted = folders.filter((below) => mayHold(below, window))
  const found = mapOrdered(wanted, LISTINGS, (below) =>
    parseKeyPath(below).day === undefined
      ? leavesBelow(source, below, window, signal, depth + 1)
      : [{ key: below }],
  )
  for await (const below of found) leaves.push(...below)
  return leaves
}

// A moved file may lie in any folder, so only a date that is clearly outside is passed over.
function mayHold(folder: string, { start = -Infinity, end = Infinity }: Window): boolean {
  const days = period(folder)
  return days === undefined || (days.to >= start && days.from <= end)
}

// The days of a `…/2024/`, `…/2024/08/` or `…/2024/08/18/` folder: first and last millisecond.
function period(folder: string): { from: number; to: number } | undefined {
  const { year, month, day } = parseKeyPath(folder)
  if (year === undefined) return undefined
  const y = Number(year)
  const m = month === undefined ? undefined : Number(month) - 1
  const from = Date.UTC(y, m ?? 0, day === undefined ? 1 : Number(day))
  const next = m === undefined ? Date.UTC(y + 1) : day === undefined ? Date.UTC(y, m + 1) : from + 24 * HOUR
  return { from, to: next - 1 }
}

function lastPart(folder: string): string {
  return folder.split('/').at(-2) ?? ''
}

/** The key that a chain's digest with this end would have beside `sibling`, another digest of the same chain. */
export function siblingKey(sibling: string, siblingEnd: number, end: number, file: string): string {
  const folder = sibling.slice(0, sibling.lastIndexOf('/') + 1)
  const day = `/${dayFolder(siblingEnd)}/`
  const isDated = folder.endsWith(day)
  return `${isDated ? folder.slice(0, -day.length) + `/${dayFolder(end)}/` : folder}${file}`
}
