// One digest file: its document, the string that CloudTrail signed, and whether the signature matches. The document is
// untrusted until it does. Its shape is checked only here.

import { verify, type KeyObject } from 'node:crypto'
import { isObject, own, ownText, type Json } from '../util/json.ts'

export const SIGNATURE_ALGORITHM = 'SHA256withRSA'

export interface DigestLink {
  readonly bucket: string
  readonly object: string
  /** Lower-case hex SHA-256 of the linked digest's inflated bytes. */
  readonly hash: string | undefined
  /** Lower-case hex. */
  readonly signature: string | undefined
}

export interface LogEntry {
  readonly bucket: string
  readonly object: string
  /** Lower-case hex SHA-256 of the log file's inflated bytes. */
  readonly hash: string
}

export interface DigestDocument {
  /** Start and end of the delivery period that it covers, epoch milliseconds. */
  readonly start: number
  readonly end: number
  /** `digestEndTime` exactly as written, because it is signed as text. */
  readonly endText: string
  readonly bucket: string
  readonly object: string
  readonly fingerprint: string
  /** Undefined in a starting digest. */
  readonly previous: DigestLink | undefined
  /** Exactly as written, for the string to sign; null in a starting digest. */
  readonly previousSignature: string | null
  readonly logFiles: readonly LogEntry[]
}

/** Parses a digest document; undefined if the bytes are not one (reported as "invalid format"). */
export function parseDigest(bytes: Uint8Array): DigestDocument | undefined {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
  const endText = ownText(json, 'digestEndTime')
  const start = Date.parse(ownText(json, 'digestStartTime') ?? '')
  const end = Date.parse(endText ?? '')
  const bucket = ownText(json, 'digestS3Bucket')
  const object = ownText(json, 'digestS3Object')
  const fingerprint = ownText(json, 'digestPublicKeyFingerprint')
  const previousSignature = own(json, 'previousDigestSignature')
  const logFiles = parseLogFiles(own(json, 'logFiles'))
  if (endText === undefined || Number.isNaN(start) || Number.isNaN(end)) return undefined
  if (bucket === undefined || object === undefined || fingerprint === undefined) return undefined
  if (previousSignature !== null && typeof previousSignature !== 'string') return undefined
  if (logFiles === undefined) return undefined
  return {
    start,
    end,
    endText,
    bucket,
    object,
    fingerprint,
    previous: parseLink(json, previousSignature),
    previousSignature,
    logFiles,
  }
}

function parseLink(json: unknown, signature: string | null): DigestLink | undefined {
  const bucket = ownText(json, 'previousDigestS3Bucket')
  const object = ownText(json, 'previousDigestS3Object')
  if (bucket === undefined || object === undefined) return undefined
  const hash = ownText(json, 'previousDigestHashValue')?.toLowerCase()
  return { bucket, object, hash, signature: signature?.toLowerCase() }
}

function parseLogFiles(list: Json | undefined): LogEntry[] | undefined {
  if (list === null) return []
  if (!Array.isArray(list)) return undefined
  const entries: LogEntry[] = []
  for (const item of list as readonly Json[]) {
    const bucket = ownText(item, 's3Bucket')
    const object = ownText(item, 's3Object')
    const hash = ownText(item, 'hashValue')
    if (!isObject(item) || bucket === undefined || object === undefined || hash === undefined)
      return undefined
    if ((own(item, 'hashAlgorithm') ?? 'SHA-256') !== 'SHA-256') return undefined
    entries.push({ bucket, object, hash: hash.toLowerCase() })
  }
  return entries
}

/** The string that CloudTrail signs. `hash` is the lower-case hex SHA-256 of the digest's inflated bytes. */
export function stringToSign(
  digest: Pick<DigestDocument, 'endText' | 'bucket' | 'object' | 'previousSignature'>,
  hash: string,
): string {
  const { endText, bucket, object, previousSignature } = digest
  return `${endText}\n${bucket}/${object}\n${hash}\n${previousSignature ?? 'null'}`
}

/** True if `signature` (hex) is valid for this digest. Never throws, whatever an untrusted digest contains. */
export function isSignedBy(
  digest: DigestDocument,
  hash: string,
  signature: string,
  publicKey: KeyObject,
): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false
  const data = Buffer.from(stringToSign(digest, hash), 'utf8')
  return verify('RSA-SHA256', data, publicKey, Buffer.from(signature, 'hex'))
}
