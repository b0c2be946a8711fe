// Judges one digest file that has been read: format, location, key, signature, and whether its hash and signature are
// those that the next digest links to. Checks run in the AWS CLI's order; the link, which the CLI does not check, comes
// last.

import type { KeyObject } from 'node:crypto'
import { isSignedBy, SIGNATURE_ALGORITHM, type DigestLink } from './digest.ts'
import type { Chain, Reason } from './finding.ts'
import { loadKey, unfitness, type KeyFinder, type KeyNeed } from './keys.ts'
import type { KeyIdentity } from './place.ts'
import type { DigestRead } from './read-digest.ts'
import { HOUR } from './discover.ts'

export interface DigestChecks {
  readonly chain: Chain
  readonly places: KeyIdentity
  /**
   * True for S3, which keeps the signature in the object's metadata: a missing one means tampering. A copy on disk may
   * simply have lost it.
   */
  readonly remote: boolean
  readonly keys: KeyFinder
  /** Region and time range in which the chain's keys were in use. */
  readonly need: KeyNeed
}

export interface Judgement {
  readonly reason: Reason
  readonly words?: Readonly<Record<string, string>>
}

/**
 * Judges one digest. `next` is the link from the next digest to this one. The signature in it can be verified by
 * itself, so its origin does not matter; its hash counts only if `isTrusted`, that is, if the next digest is valid.
 */
export async function checkDigest(
  read: DigestRead,
  checks: DigestChecks,
  next: DigestLink | undefined,
  isTrusted: boolean,
): Promise<Judgement> {
  const { document, hash, signature: own, trouble, at } = read
  if (trouble) {
    return trouble.code === 'not-found'
      ? { reason: 'not-found' }
      : { reason: 'unreadable', words: { why: trouble.message } }
  }
  if (document === undefined) return { reason: 'invalid-format' }
  if (checks.remote && own === undefined) return { reason: 'signature-missing' }
  if (checks.remote && checks.chain.backfill && own?.backfillGenerated === undefined) {
    return { reason: 'invalid-format' }
  }
  if (!checks.places.isInPlace(at.key, document)) return { reason: 'moved' }

  const signature = own?.signature ?? next?.signature
  const { fingerprint } = document
  const found = await checks.keys.find(fingerprint, needOf(read, checks))
  if (found === undefined) {
    return { reason: 'key-not-found', words: { fingerprint, region: checks.chain.homeRegion } }
  }
  const key = loaded(found.der)
  if (key === undefined) return { reason: 'key-unusable', words: { fingerprint } }
  const why = unfitness(key, found, checks.need.region, signedAt(read, checks))
  if (why !== undefined) return { reason: 'key-unfit', words: { fingerprint, why } }
  if (signature === undefined) return { reason: 'signature-unavailable' }
  const trusted = isTrusted ? next : undefined
  const isKnown = own === undefined || own.algorithm === SIGNATURE_ALGORITHM
  if (!isKnown || !isSignedBy(document, hash, signature, key)) {
    return { reason: trusted && trusted.hash !== hash ? 'digest-altered' : 'signature-mismatch' }
  }
  // RSA PKCS #1 v1.5 signatures are deterministic, so the next digest must link to exactly this signature.
  const isFollowed = trusted === undefined || (trusted.hash === hash && trusted.signature === signature)
  return { reason: isFollowed ? 'valid' : 'link-mismatch' }
}

function needOf(read: DigestRead, { chain, need }: DigestChecks): KeyNeed {
  const generated = generatedAt(read)
  if (!chain.backfill || Number.isNaN(generated)) return need
  return { region: need.region, from: generated - HOUR, to: generated + HOUR }
}

function signedAt(read: DigestRead, { chain }: DigestChecks): number {
  const generated = generatedAt(read)
  return chain.backfill && !Number.isNaN(generated) ? generated : (read.document?.end ?? generated)
}

// Backfill digests are signed when they are created, which may be long after the period that they cover.
function generatedAt(read: DigestRead): number {
  return Date.parse(read.signature?.backfillGenerated ?? '')
}

const keyObjects = new WeakMap<Uint8Array, KeyObject | 'unusable'>()

function loaded(der: Uint8Array): KeyObject | undefined {
  const known = keyObjects.get(der) ?? loadKey(der) ?? 'unusable'
  keyObjects.set(der, known)
  return known === 'unusable' ? undefined : known
}
