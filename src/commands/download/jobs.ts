// Decides which files of a source to fetch, and under which paths. Reads no file.

import { sidecarKey } from '../../integrity/sidecar.ts'
import { isArchived, isCloudTrails, type LogFile } from '../../logfile/accept.ts'
import type { WalkPlan } from '../../logfile/plan.ts'
import { walk } from '../../logfile/walk.ts'
import type { WalkOptions } from '../../logfile/walk-batch.ts'
import type { Query } from '../../query/query.ts'
import type { RunReport } from '../../query/report.ts'
import { sizeOf } from '../../source/size.ts'
import type { Source } from '../../source/source.ts'
import type { Look } from './mirror.ts'
import { safePath } from './safe-path.ts'
import type { DownloadProgress } from './progress.ts'

export interface Job {
  readonly file: LogFile
  /** Path below the target folder, with `/`. */
  readonly path: string
  /** Bytes; undefined if the source does not know. */
  readonly size: number | undefined
  /** Hash that its inflated bytes must have (`--verified-only`). */
  readonly sha256: string | undefined
}

/**
 * Yields jobs in the walk's order, newest delivery first. Files that are in the target already are counted and
 * skipped.
 */
export async function* findJobs(
  source: Source,
  plan: WalkPlan,
  mirror: Look,
  report: RunReport,
  progress: DownloadProgress,
  options: WalkOptions,
  fileGuard?: Query['fileGuard'],
): AsyncGenerator<Job, void, undefined> {
  for await (const { files } of walk([source], plan, report.walk, options)) {
    for (const file of files) {
      // A bucket may contain other things as well; they are not copied.
      if (!isCloudTrails(file)) {
        progress.others++
        continue
      }
      progress.found++
      // Digest files are always fetched, because a copy without them could not be verified again.
      const trust = file.digest ? undefined : fileGuard?.(file)
      if (trust && 'leftOut' in trust) {
        progress.unproved++
        continue
      }
      const path = safePath(file.object.key.slice(rootOf(file)))
      const size = sizeOf(source, file.object)
      if (isThere(file, path, size, mirror)) {
        progress.there++
        continue
      }
      if (isArchived(file.object)) {
        report.problems.add({
          kind: 'archived',
          file: source.display(file.object.key),
          what: `in storage class ${file.object.storageClass}`,
          hint: 'restore it with `aws s3api restore-object`, then run again',
        })
        continue
      }
      yield { file, path, size, sha256: trust?.sha256 }
    }
  }
}

// In a bucket, a path keeps the whole key. For a folder, it keeps CloudTrail's tree, and everything below the folder
// that was named, because the folders above mean nothing elsewhere.
function rootOf({ source, place }: LogFile): number {
  if (source.remote) return 0
  const start = source.start.lastIndexOf('/') + 1
  return place.region === undefined ? start : Math.min(start, place.prefix.length)
}

function isThere(
  { source, object, digest }: LogFile,
  path: string,
  size: number | undefined,
  mirror: Look,
): boolean {
  if (size === undefined || mirror.sizeOf(path) !== size) return false
  if (!digest || mirror.sizeOf(sidecarKey(path)) !== undefined) return true
  // In S3 the signature is in the digest object's metadata; in a folder it is in a side-car, or missing.
  return !source.remote && sizeOf(source, { key: sidecarKey(object.key) }) === undefined
}
