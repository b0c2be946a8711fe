// Fetches one whole object and checks it against its length, and against its ETag if that is an MD5.

import { createHash } from 'node:crypto'
import { inflate, isGzip } from '../../decode/gunzip.ts'
import { formatSidecar, sidecarKey } from '../../integrity/sidecar.ts'
import { SourceError, type ReadResult, type Source, type SourceObject } from '../../source/source.ts'
import { sha256 } from '../../util/sha256.ts'
import { thousands } from '../../util/format.ts'

/** Throws SourceError if the object differs from what was listed. */
export async function fetchWhole(
  source: Source,
  object: SourceObject,
  signal: AbortSignal,
): Promise<ReadResult> {
  const result = await source.read(object, signal)
  const { length } = result.bytes
  if (object.size !== undefined && length !== object.size) {
    throw new SourceError(
      'unreadable',
      `${thousands(length)} bytes arrived where the listing says ${thousands(object.size)}`,
      'it may have changed since it was listed, or the server inflates what it sends: run again',
    )
  }
  if (isProved(result.bytes, object.etag)) return result
  // The ETag of a KMS-encrypted object looks like an MD5 but is not one, so the object is read a second time: damage in
  // transit would differ.
  const again = await source.read(object, signal)
  if (Buffer.compare(result.bytes, again.bytes) === 0) return again
  throw new SourceError('unreadable', 'its content differs on every download', 'try again on another network')
}

/** Throws SourceError if the inflated bytes are not those that were verified. */
export function mustHash(bytes: Uint8Array, proved: string): void {
  const { bytes: content, issues } = inflate(bytes, MAX_INFLATED)
  if (issues.length === 0 && sha256(content) === proved) return
  throw new SourceError('unreadable', 'changed after it was verified', 'run `verify` to see what it is now')
}

/** True if nothing contradicts the bytes: the ETag matches, or it is no MD5; otherwise gzip's checksum must match. */
function isProved(bytes: Uint8Array, etag: string | undefined): boolean {
  // An ETag with a `-` belongs to a multipart upload and is not an MD5.
  if (etag === undefined || !/^[0-9a-f]{32}$/.test(etag)) return true
  if (createHash('md5').update(bytes).digest('hex') === etag) return true
  return isGzip(bytes, 0) && inflate(bytes, MAX_INFLATED).issues.length === 0
}

/** A larger file is read twice instead of inflated. */
const MAX_INFLATED = 2 ** 28

/**
 * The side-car of a digest file: from the object's metadata, or a copy of the one beside it. undefined if there is no
 * signature.
 */
export async function sidecarOf(
  source: Source,
  object: SourceObject,
  metadata: ReadResult['metadata'],
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const text = formatSidecar(metadata)
  if (text !== undefined) return Buffer.from(text)
  try {
    return (await source.read({ key: sidecarKey(object.key) }, signal)).bytes
  } catch (error) {
    if (error instanceof SourceError && (error.code === 'not-found' || error.code === 'denied'))
      return undefined
    throw error
  }
}
