// Faults of S3, and when they occur.

import { createHash } from 'node:crypto'
import type { RequestKind, S3Request } from './s3-server.ts'

export type Fault =
  | {
      readonly kind: 'error'
      readonly status: number
      readonly code: string
      readonly message: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The connection ends after this many bytes of the body. */
  | { readonly kind: 'cut'; readonly after: number; readonly reset: boolean }
  /** After this many bytes of the body nothing more is sent, and the connection stays open. */
  | { readonly kind: 'hang'; readonly after: number }
  | { readonly kind: 'slow'; readonly chunk: number; readonly everyMs: number }
  /** The body is sent in chunks, without a Content-Length. */
  | { readonly kind: 'no-length' }
  /** The connection is closed before any response. */
  | { readonly kind: 'drop' }
  /** No response is ever sent. */
  | { readonly kind: 'stall' }

export const FAULTS = {
  slowDown: error(503, 'SlowDown', 'Please reduce your request rate.'),
  internalError: error(500, 'InternalError', 'We encountered an internal error. Please try again.'),
  accessDenied: error(403, 'AccessDenied', 'Access Denied'),
  kmsDenied: error(
    403,
    'AccessDenied',
    'User: arn:aws:iam::123456789012:user/a is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext',
  ),
  noSuchKey: error(404, 'NoSuchKey', 'The specified key does not exist.'),
  noSuchBucket: error(404, 'NoSuchBucket', 'The specified bucket does not exist'),
  expiredToken: error(400, 'ExpiredToken', 'The provided token has expired.'),
  invalidAccessKey: error(
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ),
  badSignature: error(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.'),
  clockSkew: error(
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  ),
  archived: error(403, 'InvalidObjectState', "The operation is not valid for the object's storage class"),
  reset: { kind: 'cut', after: 10, reset: true },
  short: { kind: 'cut', after: 10, reset: false },
  drop: { kind: 'drop' },
} as const satisfies Record<string, Fault>

export function error(status: number, code: string, message: string): Fault {
  return { kind: 'error', status, code, message }
}

/** The fault for the first `times` requests of this kind for a key (or for every key). */
export function failing(
  fault: Fault,
  on: RequestKind,
  times = Infinity,
  key?: string,
): (request: S3Request) => Fault | undefined {
  const left = new Map<string, number>()
  return (request) => {
    if (request.kind !== on || (key !== undefined && request.key !== key)) return undefined
    const remaining = left.get(request.key) ?? times
    left.set(request.key, remaining - 1)
    return remaining > 0 ? fault : undefined
  }
}

/**
 * One of the faults for a share of all requests. Which requests are affected depends on the seed, the key and how
 * often it was requested, not on the order of arrival, so that a concurrent run meets the same faults each time.
 */
export function randomly(
  seed: number,
  share: number,
  faults: readonly Fault[],
): (request: S3Request) => Fault | undefined {
  return ({ kind, key, query, headers, seen }) => {
    const text = `${seed} ${kind} ${key} ${query.toString()} ${headers.range ?? ''} ${seen}`
    const hash = createHash('sha256').update(text).digest()
    if (hash.readUInt32BE(0) / 2 ** 32 >= share) return undefined
    return faults[hash.readUInt32BE(4) % faults.length]
  }
}
