// Which files of a source are to be fetched, and under which path. Nothing is read here.

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
import type { Tally } from './tally.ts'

export interface Job {
  readonly file: LogFile
  /** Below the target folder, with `/`. */
  readonly path: string
  /** Bytes, as far as the source tells. */
  readonly size: number | undefined
  /** What its inflated bytes must hash to (`--verified-only`). */
  readonly sha256: string | undefined
}

/** Jobs, newest delivery first, as the walk finds them. What is there already is counted and left out. */
export async function* findJobs(
  source: Source,
  plan: WalkPlan,
  mirror: Look,
  report: RunReport,
  tally: Tally,
  options: WalkOptions,
  vouched?: Query['vouched'],
): AsyncGenerator<Job, void, undefined> {
  for await (const { files } of walk([source], plan, report.walk, options)) {
    for (const file of files) {
      // Buckets hold other things too, and those stay there.
      if (!isCloudTrails(file)) {
        tally.others++
        continue
      }
      tally.found++
      // Digest files are what vouches; a copy without them could not be verified again.
      const vouch = file.digest ? undefined : vouched?.(file)
      if (vouch && 'leftOut' in vouch) {
        tally.unproved++
        continue
      }
      const path = safePath(file.object.key.slice(rootOf(file)))
      const size = sizeOf(source, file.object)
      if (isThere(file, path, size, mirror)) {
        tally.there++
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
      yield { file, path, size, sha256: vouch?.sha256 }
    }
  }
}

// A bucket's keys keep their prefix. Of a folder's path, only what begins with CloudTrail's tree has a meaning elsewhere,
// and what lies below the folder that was named.
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
  // In S3 the signature is with the digest file; in a folder it has a file of its own, or there is none.
  return !source.remote && sizeOf(source, { key: sidecarKey(object.key) }) === undefined
}
