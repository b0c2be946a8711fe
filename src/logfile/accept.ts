// Decides which objects of a folder are log files to read, and reports what is skipped and why.

import type { Source, SourceObject, Stated } from '../source/source.ts'
import { mayOptimize, optimizeLater, TIMES } from '../util/optimize-later.ts'
import { foreignFile, suspectsIn, type Suspects } from './foreign.ts'
import { baseName, isSettled, placeByName, type KeyPath } from './key-path.ts'
import { parseFileName, type DigestFileName, type FileName, type LogFileName } from './object-key.ts'
import {
  CLOCK_SKEW,
  folderNotAfter,
  notAfter,
  skipDigest,
  skipFile,
  skipStated,
  type WalkPlan,
} from './plan.ts'
import { noteSkip, type WalkReport } from './walk-report.ts'

export interface LogFile {
  readonly source: Source
  readonly object: SourceObject
  /** Its position in CloudTrail's tree, from its folders, or from its folders as confirmed by its name. */
  readonly place: KeyPath
  /** The parsed file name; undefined if it is not one of CloudTrail's names. */
  readonly name: LogFileName | undefined
  /** The parsed name of a digest file, in place of `name`; only a plan with digests finds these. */
  readonly digest?: DigestFileName | undefined
  /** Key of the file beside a digest that keeps the metadata it had in S3. */
  readonly sidecar?: string | undefined
  /**
   * The latest time at which an event in it can have happened, epoch milliseconds: from its name, its folder, or what
   * the source states; undefined if none of them gives a time.
   */
  readonly notAfter: number | undefined
  /** Set if it is likely to be another service's, as are all files of its folder: a look at two of them decides. */
  readonly suspects?: Suspects | undefined
}

/**
 * Names that may be log files. Opening anything else that people keep beside them would only produce error messages.
 */
const LOG_LIKE = /(?:\.(?:json|gz|jsonl|ndjson|csv|log|txt|zst|zstd)|^[^.]+)$/i
/** Archive formats that may hold log files and cannot be read. Readable archives appear to the walk as folders. */
const PACKED = /\.(?:zip|tar|tgz|tar\.gz|7z|rar|bz2|xz)$/i
/** With so many files V8's settings matter; with so many more, even without reading them. */
const MANY_FILES = 100
const MANY_MORE = 10_000
const ARCHIVED = new Set(['GLACIER', 'DEEP_ARCHIVE'])

/** True if the object must be restored from its storage class before it can be read. */
export function isArchived({ storageClass }: SourceObject): boolean {
  return storageClass !== undefined && ARCHIVED.has(storageClass)
}

/** True if the file is not called something else: a name that proves another service, or that no log file has. */
export function mayBeLog(key: string): boolean {
  const base = baseName(key)
  return LOG_LIKE.test(base) && foreignFile(base) === undefined && !isSidecar(base)
}

/** True if the file's name or its folder (a Region's folder in CloudTrail's tree) marks it as CloudTrail's. */
export function isCloudTrails({ name, digest, place }: LogFile): boolean {
  return (name ?? digest) !== undefined || (place.region !== undefined && place.folder !== undefined)
}

/**
 * The wanted log files among the objects of one folder. `isChosen` marks a file that the user named explicitly: it is
 * read even if its name says another kind of log file.
 */
export function accept(
  source: Source,
  objects: readonly SourceObject[],
  folder: KeyPath,
  plan: WalkPlan,
  report: WalkReport,
  isChosen = false,
): LogFile[] {
  const files: LogFile[] = []
  const sidecars = new Set<string>()
  if (plan.folders.has('CloudTrail-Digest'))
    for (const { key } of objects) if (isSidecar(key)) sidecars.add(key)
  for (const object of objects) {
    report.found++
    const file = acceptOne(source, object, folder, plan, report, isChosen)
    if (file)
      files.push(sidecars.size > 0 && file.digest ? { ...file, ...besides(object.key, sidecars) } : file)
  }
  if (report.found > MANY_FILES) optimizeLater(TIMES, true)
  if (report.found > MANY_MORE) mayOptimize()
  // Every name of a folder counts, and CloudTrail's are no other service's.
  const isPlain =
    isChosen || plan.ignoreNames || plan.byKey || files.some(({ name, digest }) => name ?? digest)
  const suspects = isPlain ? undefined : suspectsOf(objects, folder)
  return suspects ? files.map((file) => ({ ...file, suspects })) : files
}

function suspectsOf(objects: readonly SourceObject[], { path }: KeyPath): Suspects | undefined {
  // The S3 console creates a folder as an empty object of that name.
  const names = objects.filter(({ key }) => key !== path).map(({ key }) => baseName(key))
  return suspectsIn(path, names)
}

function acceptOne(
  source: Source,
  object: SourceObject,
  folder: KeyPath,
  plan: WalkPlan,
  report: WalkReport,
  isChosen: boolean,
): LogFile | undefined {
  if (object.states) return acceptStated(source, object, object.states, folder, plan, report)
  const base = baseName(object.key)
  const name = parseFileName(base)
  if (name?.type === 'log') return acceptLog(source, object, name, folder, plan, report, isChosen)
  const hasDigests = plan.folders.has('CloudTrail-Digest')
  const skipped = (what: string): undefined => {
    report.problem({ kind: 'skipped', file: source.display(object.key), what })
  }
  if (name !== undefined) {
    if (!hasDigests) return skipped('a digest file, not a log file')
    report.accounts.add(name.account)
    const reason = isChosen ? undefined : skipDigest(name, plan)
    if (reason !== undefined) return noteSkip(report, reason)
    const until = plan.ignoreNames ? undefined : name.end + CLOCK_SKEW
    const place = placeOf(folder, name)
    return { source, object, place, name: undefined, digest: name, notAfter: until }
  }
  if (isSidecar(base) && hasDigests) return undefined // belongs to its digest file
  if (!isChosen) {
    const whose = foreignFile(base)
    if (whose !== undefined) {
      report.services.add(whose)
      return noteSkip(report, 'service')
    }
    // In a bucket, an archive may have nothing to do with CloudTrail.
    if (PACKED.test(base) && source.remote) return skipped('an archive, which is opened only if it is named')
    if (PACKED.test(base)) {
      const what = 'packed in a way that cannot be read'
      report.problem({ kind: 'unreadable', file: source.display(object.key), what, hint: 'unpack it first' })
      return undefined
    }
    if (!LOG_LIKE.test(base) || isSidecar(base)) return skipped('not the name of a log file')
  }
  if (isOutOfReach(source, object, plan, report)) return undefined
  const until = plan.ignoreNames ? undefined : folderNotAfter(folder)
  return { source, object, place: folder, name: undefined, notAfter: until }
}

function acceptLog(
  source: Source,
  object: SourceObject,
  name: LogFileName,
  folder: KeyPath,
  plan: WalkPlan,
  report: WalkReport,
  isChosen: boolean,
): LogFile | undefined {
  if (!isChosen) {
    report.accounts.add(name.account)
    const reason = skipFile(name, plan)
    if (reason !== undefined) return noteSkip(report, reason)
  }
  if (isOutOfReach(source, object, plan, report)) return undefined
  const until = plan.ignoreNames ? undefined : notAfter(name)
  return { source, object, place: placeOf(folder, name), name, notAfter: until }
}

function placeOf(folder: KeyPath, name: FileName): KeyPath {
  return isSettled(folder) ? folder : (placeByName(folder.path, name) ?? folder)
}

// Reports an object that must be restored first.
function isOutOfReach(source: Source, object: SourceObject, plan: WalkPlan, report: WalkReport): boolean {
  if (plan.byKey || !isArchived(object)) return false
  report.problem({
    kind: 'archived',
    file: source.display(object.key),
    what: `in storage class ${object.storageClass}`,
    hint: 'restore it with `aws s3api restore-object` before it can be read',
  })
  return true
}

function acceptStated(
  source: Source,
  object: SourceObject,
  states: Stated,
  place: KeyPath,
  plan: WalkPlan,
  report: WalkReport,
): LogFile | undefined {
  if (states.account !== undefined) report.accounts.add(states.account)
  if (states.region !== undefined) report.regions.add(states.region)
  const reason = skipStated(states, plan)
  if (reason === undefined) return { source, object, place, name: undefined, notAfter: states.notAfter }
  noteSkip(report, reason)
  return undefined
}

const SIDECAR = '.metadata.json'

function isSidecar(name: string): boolean {
  return name.endsWith(SIDECAR)
}

// An unzipped digest keeps the side-car of its zipped name.
function besides(key: string, sidecars: ReadonlySet<string>): Pick<LogFile, 'sidecar'> {
  const zipped = key.endsWith('.json') ? `${key}.gz` : key
  return { sidecar: [zipped + SIDECAR, key + SIDECAR].find((beside) => sidecars.has(beside)) }
}
