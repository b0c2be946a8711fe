// Maps a key that a digest records to the place where that object is now. In S3 it must be the same bucket and key, or
// the object has been moved. A copy on disk keeps the end of the key, from `AWSLogs/` on; a folder of loose files keeps
// only the file name. Recorded keys are untrusted text: on disk, none may lead out of the copy.

import { baseName, isCloudTrailFolder, parseKeyPath } from '../logfile/key-path.ts'
import { isRegion } from '../logfile/object-key.ts'
import type { Source } from '../source/source.ts'

export interface Remembered {
  readonly bucket: string
  readonly object: string
}

export type Located =
  | { readonly at: 'key'; readonly key: string }
  | { readonly at: 'other-bucket'; readonly key: string }
  | { readonly at: 'nowhere'; readonly key: string; readonly why: 'unsafe' | 'not-listed' }

export interface KeyIdentity {
  /** True if the digest at `key` states that it was delivered there (`told`). */
  isInPlace(key: string, told: Remembered): boolean
  /** Locates an object (`wanted`) that the digest at `key`, delivered to `told`, refers to. */
  locate(key: string, told: Remembered, wanted: Remembered): Located
}

/** KeyIdentity of an S3 bucket. An access point hides the bucket's name, so only keys are compared. */
export function bucketKeys(source: Source): KeyIdentity {
  const bucket = bucketOf(source)
  const isHere = (told: Remembered) => isAccessPoint(bucket) || told.bucket === bucket
  return {
    isInPlace: (key, told) => key === told.object && isHere(told),
    locate: (_key, _told, wanted) => ({ at: isHere(wanted) ? 'key' : 'other-bucket', key: wanted.object }),
  }
}

function isAccessPoint(bucket: string): boolean {
  return bucket.startsWith('arn:') || bucket.endsWith('-s3alias')
}

/** KeyIdentity of a copy that keeps CloudTrail's folders, from any level down. */
export const treeKeys: KeyIdentity = {
  isInPlace(key, told) {
    const kept = keptPart(zipped(key))
    return told.object === kept || told.object.endsWith(`/${kept}`)
  },
  locate(key, told, wanted) {
    const lies = zipped(key)
    const kept = keptPart(lies)
    const shared = sharedTail(lies, told.object)
    const root = lies.slice(0, lies.length - Math.max(shared, kept.length))
    if (!isSafe(wanted.object)) return { at: 'nowhere', key: root, why: 'unsafe' }
    const cutPrefix = told.object.slice(0, told.object.length - shared)
    // A prefix other than the digest's own, or a digest that was moved: the copy may still have the file, from
    // `AWSLogs/` on.
    const isCutAlike = shared >= kept.length && wanted.object.startsWith(cutPrefix)
    const rest = isCutAlike ? wanted.object.slice(cutPrefix.length) : keptPart(wanted.object)
    return { at: 'key', key: root + rest }
  },
}

/** KeyIdentity of loose files: `keys` maps each file name, in its zipped form, to its key. */
export function looseKeys(keys: ReadonlyMap<string, string>): KeyIdentity {
  return {
    isInPlace: (key, told) => baseName(zipped(key)) === baseName(told.object),
    locate(key, _told, wanted) {
      const name = baseName(wanted.object)
      const found = keys.get(name)
      if (found !== undefined) return { at: 'key', key: found }
      const beside = key.slice(0, key.lastIndexOf('/') + 1)
      if (!isSafe(wanted.object)) return { at: 'nowhere', key: beside, why: 'unsafe' }
      return { at: 'nowhere', key: beside + name, why: 'not-listed' }
    },
  }
}

/** The bucket of `s3://bucket/…`; empty for a source that is not a bucket. */
export function bucketOf(source: Source): string {
  return /^s3:\/\/([^/]+)/.exec(source.uri)?.[1] ?? ''
}

/** The file name as delivered: `X.json.gz` for an unzipped `X.json`. */
export function zipped(key: string): string {
  return key.endsWith('.json') ? `${key}.gz` : key
}

// The part of a key that a copy keeps: from `AWSLogs/` on; if that is missing, from the account's or CloudTrail's
// folder on; otherwise the file name. Dates are ignored, because a moved file lies under the wrong date.
function keptPart(key: string): string {
  const place = parseKeyPath(key.slice(0, key.lastIndexOf('/') + 1))
  if (place.awsLogs && place.folder !== undefined && isCloudTrailFolder(place.folder))
    return key.slice(place.prefix.length)
  const parts = key.split('/')
  const at = parts.findLastIndex((part, i) => isCloudTrailFolder(part) && isRegion(parts[i + 1] ?? ''))
  if (at < 0) return baseName(key)
  return parts.slice(/^\d{12}$/.test(parts[at - 1] ?? '') ? at - 1 : at).join('/')
}

// Length of the longest common tail of two keys, in whole segments, without a leading `/`.
function sharedTail(a: string, b: string): number {
  let same = 0
  while (
    same < a.length &&
    same < b.length &&
    a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)
  )
    same++
  const isWhole = (key: string): boolean => same === key.length || key[key.length - 1 - same] === '/'
  if (isWhole(a) && isWhole(b)) return same
  // Up to the first `/`, or nothing.
  const slash = a.indexOf('/', a.length - same)
  return slash < 0 ? 0 : a.length - slash - 1
}

function isSafe(key: string): boolean {
  return !/[\\\0]/.test(key) && key.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
