// Where a key that a digest remembers lies now. In S3 that is the same bucket and key or it has been moved; a copy on
// disk keeps the tail of the key, from `AWSLogs/` on, and a folder of loose files keeps the file name alone.
// Remembered keys are a stranger's text: on disk, none may lead out of the copy.

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
  /** True when a digest that lies at `key` says that it was delivered there. */
  isInPlace(key: string, told: Remembered): boolean
  /** Where something lies that the digest at `key`, delivered to `told`, remembers. */
  locate(key: string, told: Remembered, wanted: Remembered): Located
}

/** KeyIdentity of an S3 bucket. Behind an access point, the bucket's own name is not known and the key has to do. */
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

/** KeyIdentity of a copy that kept CloudTrail's folders, from any level down. */
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
    // Another prefix than the digest's own, or a digest that was moved: the copy may still have it, from `AWSLogs/` on.
    const isCutAlike = shared >= kept.length && wanted.object.startsWith(cutPrefix)
    const rest = isCutAlike ? wanted.object.slice(cutPrefix.length) : keptPart(wanted.object)
    return { at: 'key', key: root + rest }
  },
}

/** KeyIdentity of loose files: `keys` has the key of each file name, in its zipped form. */
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

/** `bucket` of `s3://bucket/…`; empty for a source that is no bucket. */
export function bucketOf(source: Source): string {
  return /^s3:\/\/([^/]+)/.exec(source.uri)?.[1] ?? ''
}

/** The name that CloudTrail gave: `X.json.gz` for an unzipped `X.json`. */
export function zipped(key: string): string {
  return key.endsWith('.json') ? `${key}.gz` : key
}

// The part of a key that a copy has kept: from `AWSLogs/` on, or from the account's or CloudTrail's folder on where that
// was left out, or the file name. Nothing is made of dates here: a moved file lies in the wrong one.
function keptPart(key: string): string {
  const place = parseKeyPath(key.slice(0, key.lastIndexOf('/') + 1))
  if (place.awsLogs && place.folder !== undefined && isCloudTrailFolder(place.folder))
    return key.slice(place.prefix.length)
  const parts = key.split('/')
  const at = parts.findLastIndex((part, i) => isCloudTrailFolder(part) && isRegion(parts[i + 1] ?? ''))
  if (at < 0) return baseName(key)
  return parts.slice(/^\d{12}$/.test(parts[at - 1] ?? '') ? at - 1 : at).join('/')
}

// Length of the longest common end of two keys, in whole parts and without the `/` before it.
function sharedTail(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  let parts = 0
  while (parts < left.length && parts < right.length && left.at(-1 - parts) === right.at(-1 - parts)) parts++
  return parts === 0 ? 0 : left.slice(-parts).join('/').length
}

function isSafe(key: string): boolean {
  return !/[\\\0]/.test(key) && key.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
