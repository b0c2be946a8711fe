// From sources to log files, newest first, listing no more than is needed. Folders are recognised by pattern, so that
// the walk can begin at any level. A Region's folder is a partition of days; partitions are read side by side, the newest day of
// all of them first, and a day is only listed when the reader has come to it.

import { SourceError, type Source, type SourceObject } from '../source/source.ts'
import { mapLimit } from '../util/map-limit.ts'
import {
  dayFolder,
  type DigestFileName,
  isCloudTrailFolder,
  type LogFileName,
  parseFileName,
  parseKeyPath,
} from './object-key.ts'
import { Partition } from './partition.ts'
import {
  CLOCK_SKEW,
  dayNotAfter,
  notAfter,
  skipDigest,
  skipFile,
  skipKeyPath,
  type SkipReason,
  type WalkPlan,
} from './plan.ts'
import { noteDay, type WalkReport } from './walk-report.ts'

export interface LogFile {
  readonly source: Source
  readonly object: SourceObject
  /** What the name tells; undefined for a name that is not CloudTrail's. */
  readonly name: LogFileName | undefined
  /** In its place for a digest file, which only a plan with digests finds. */
  readonly digest?: DigestFileName | undefined
  /** The latest moment at which an event in it can have happened, by its name; undefined when that says nothing. */
  readonly notAfter: number | undefined
}

/** Files to read, newest delivery first; files without a usable name come before all others. */
export interface WalkBatch {
  readonly files: readonly LogFile[]
  /** No file that comes later can, by its name, hold an event after this moment. */
  readonly laterNotAfter: number
}

export interface WalkOptions {
  /** Requests under way at the same time. */
  readonly concurrency: number
  readonly signal?: AbortSignal | undefined
}

/** Names that people keep beside log files; opening them would only produce noise. */
const LOG_LIKE = /(?:\.(?:json|gz|jsonl|ndjson|log|txt)|^[^.]+)$/i
const ARCHIVED = new Set(['GLACIER', 'DEEP_ARCHIVE'])

/** In a storage class from which it must be restored before it can be read. */
export function isArchived({ storageClass }: SourceObject): boolean {
  return storageClass !== undefined && ARCHIVED.has(storageClass)
}

/**
 * Walks all sources at once. A start that cannot be read at all throws its SourceError; a folder below that cannot be
 * listed is reported as a problem, except for missing credentials, which end the walk.
 */
export async function* walk(
  sources: readonly Source[],
  plan: WalkPlan,
  report: WalkReport,
  options: WalkOptions,
): AsyncGenerator<WalkBatch, void, undefined> {
  const partitions: Partition[] = []
  const loose: LogFile[] = []
  for (const source of sources) await discover(source, plan, report, options, partitions, loose)

  await mapLimit(partitions, options.concurrency, (partition) => partition.advance())
  const strays = (partition: Partition): LogFile[] =>
    accept(partition.source, partition.takeStrays(), plan, report, false)
  loose.push(...partitions.flatMap(strays))
  const unnamed = loose.filter((file) => file.notAfter === undefined)
  const dated = new Map<string, LogFile[]>()
  addByDay(dated, loose)
  if (unnamed.length > 0) yield { files: unnamed, laterNotAfter: newestDay(partitions, dated) }

  for (;;) {
    options.signal?.throwIfAborted()
    const day = [...partitions.map((partition) => partition.day ?? ''), ...dated.keys()].reduce(
      (a, b) => (a > b ? a : b),
      '',
    )
    if (day === '') return
    const open = partitions.filter((partition) => partition.day === day)
    const lists = await mapLimit(open, options.concurrency, async (partition) => {
      const objects = await partition.take()
      await partition.advance()
      return accept(partition.source, objects, plan, report, false)
    })
    const found = open.flatMap(strays)
    addByDay(dated, found)
    const files = [
      ...lists.flat(),
      ...found.filter((file) => file.notAfter === undefined),
      ...(dated.get(day) ?? []),
    ]
    dated.delete(day)
    files.sort((a, b) => order(b) - order(a) || (a.object.key < b.object.key ? -1 : 1))
    for (let i = partitions.length - 1; i >= 0; i--)
      if (partitions[i]!.day === undefined) partitions.splice(i, 1)
    noteDay(report, day)
    if (files.length > 0) yield { files, laterNotAfter: newestDay(partitions, dated) }
  }
}

// Breadth first from the start of one source down to the Regions' folders, and to files that lie elsewhere.
async function discover(
  source: Source,
  plan: WalkPlan,
  report: WalkReport,
  options: WalkOptions,
  partitions: Partition[],
  loose: LogFile[],
): Promise<void> {
  if (source.start !== '' && !source.start.endsWith('/')) {
    loose.push(...accept(source, [{ key: source.start }], plan, report, true))
    return
  }
  let level: string[] = [source.start]
  let first = true
  while (level.length > 0) {
    const next: string[] = []
    const listings = await mapLimit(level, options.concurrency, async (folder) => {
      const place = parseKeyPath(folder)
      if (place.account !== undefined) report.accounts.add(place.account)
      if (place.region !== undefined && isCloudTrailFolder(place.folder ?? 'CloudTrail'))
        report.regions.add(place.region)
      const reason = skipKeyPath(place, plan)
      if (reason !== undefined) {
        skip(report, reason)
        if (reason === 'service') report.services.add(place.folder ?? '')
        return undefined
      }
      if (place.region !== undefined) {
        partitions.push(new Partition(source, folder, place, plan, report, options.signal))
        return undefined
      }
      report.listed++
      try {
        return await source.list(folder, { signal: options.signal })
      } catch (error) {
        if (first || !(error instanceof SourceError) || error.code === 'credentials') throw error
        report.problem('unlisted', source.display(folder), error.message, error.hint)
        return undefined
      }
    })
    for (const listing of listings) {
      if (!listing) continue
      if (first)
        report.seen.push(...listing.folders.slice(0, 8), ...listing.objects.slice(0, 8).map((o) => o.key))
      next.push(...listing.folders)
      loose.push(...accept(source, listing.objects, plan, report, false))
    }
    first = false
    level = source.remote ? nearestFirst(next) : next
  }
}

// On S3 a listing costs a request: where a folder has AWSLogs in it, its neighbours are still looked into, but a bucket
// with thousands of unrelated folders must not be walked whole.
const MAX_UNKNOWN_FOLDERS = 200

function nearestFirst(folders: readonly string[]): string[] {
  const known = folders.filter((folder) => {
    const place = parseKeyPath(folder)
    return (
      place.awsLogs || place.account !== undefined || place.folder !== undefined || place.region !== undefined
    )
  })
  const unknown = folders.filter((folder) => !known.includes(folder))
  return [...known, ...unknown.slice(0, MAX_UNKNOWN_FOLDERS)]
}

// Objects → log files, leaving out what is not wanted. `chosen` marks a file that the user named: it is read whatever
// kind its name says, as long as it is a log file.
function accept(
  source: Source,
  objects: readonly SourceObject[],
  plan: WalkPlan,
  report: WalkReport,
  chosen: boolean,
): LogFile[] {
  const files: LogFile[] = []
  for (const object of objects) {
    report.found++
    const base = object.key.slice(object.key.lastIndexOf('/') + 1)
    const name = parseFileName(base)
    if (name?.type === 'digest') {
      if (!plan.folders.has('CloudTrail-Digest')) {
        report.problem('skipped', source.display(object.key), 'a digest file, not a log file')
        continue
      }
      report.accounts.add(name.account)
      const reason = chosen ? undefined : skipDigest(name, plan)
      const notAfter = plan.ignoreNames ? undefined : name.end + CLOCK_SKEW
      if (reason !== undefined) skip(report, reason)
      else files.push({ source, object, name: undefined, digest: name, notAfter })
      continue
    }
    if (isSidecar(base) && plan.folders.has('CloudTrail-Digest')) continue // belongs to its digest file
    if (name === undefined && !chosen && (!LOG_LIKE.test(base) || isSidecar(base))) {
      report.problem('skipped', source.display(object.key), 'not the name of a log file')
      continue
    }
    if (name && !chosen) {
      report.accounts.add(name.account)
      const reason = skipFile(name, plan)
      if (reason !== undefined) {
        skip(report, reason)
        continue
      }
    }
    if (!plan.byKey && isArchived(object)) {
      const hint = 'restore it with `aws s3api restore-object` before it can be read'
      report.problem('archived', source.display(object.key), `in storage class ${object.storageClass}`, hint)
      continue
    }
    files.push({ source, object, name, notAfter: name && !plan.ignoreNames ? notAfter(name) : undefined })
  }
  return files
}

function isSidecar(name: string): boolean {
  return name.endsWith('.metadata.json')
}

function skip(report: WalkReport, reason: SkipReason): void {
  report.skipped.set(reason, (report.skipped.get(reason) ?? 0) + 1)
}

function order(file: LogFile): number {
  return file.notAfter ?? Number.MAX_VALUE
}

// Files whose names tell when they were delivered wait for their day, wherever they lie.
function addByDay(days: Map<string, LogFile[]>, files: readonly LogFile[]): void {
  for (const file of files) {
    if (file.notAfter === undefined) continue
    const day = dayFolder(file.name?.delivered ?? file.digest!.end)
    const list = days.get(day)
    if (list) list.push(file)
    else days.set(day, [file])
  }
}

function newestDay(partitions: readonly Partition[], dated: ReadonlyMap<string, unknown>): number {
  let newest = -Infinity
  for (const partition of partitions)
    if (partition.day !== undefined) newest = Math.max(newest, dayNotAfter(partition.day))
  for (const day of dated.keys()) newest = Math.max(newest, dayNotAfter(day))
  return newest
}
