// CloudTrail's public keys: reading a saved list of them, and finding one by its fingerprint. A key is accepted only if
// its fingerprint matches its bytes; whether the list came from CloudTrail cannot be checked here.

import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { isRegion } from '../logfile/object-key.ts'
import { own, ownText, type Json } from '../util/json.ts'
import { UsageError } from '../util/usage-error.ts'

export interface PublicKey {
  /** Lower-case hex MD5 of the DER bytes. */
  readonly fingerprint: string
  /** PKCS #1 or SPKI. */
  readonly der: Uint8Array
  /** Epoch milliseconds. */
  readonly validFrom: number | undefined
  readonly validTo: number | undefined
  /** Keys are per Region; the AWS CLI's output does not include it. */
  readonly region: string | undefined
  /** Where the key came from, for display: `CloudTrail`, or a file name. */
  readonly origin: string
}

/** Where and when a key was in use, for finders that ask CloudTrail. Times in epoch milliseconds. */
export interface KeyNeed {
  readonly region: string
  readonly from: number
  readonly to: number
}

export interface KeyFinder {
  /** Undefined if there is no such key. Network errors do not throw; they are added to `problems`. */
  find(fingerprint: string, need: KeyNeed): Promise<PublicKey | undefined>
  /** Why keys could not be fetched, each message once, for display. */
  readonly problems: readonly string[]
  /** Every key that `find` has returned. */
  used(): readonly PublicKey[]
}

/** Finds keys in saved lists. */
export function savedKeyFinder(keys: readonly PublicKey[]): KeyFinder {
  const byFingerprint = new Map(keys.map((key) => [key.fingerprint, key]))
  const used = new Set<PublicKey>()
  return {
    find(fingerprint) {
      const key = byFingerprint.get(fingerprint)
      if (key) used.add(key)
      return Promise.resolve(key)
    },
    problems: [],
    used: () => [...used],
  }
}

export interface SavedKeys {
  readonly keys: readonly PublicKey[]
  /** Entries that were ignored, and why. */
  readonly problems: readonly string[]
}

/**
 * Parses saved ListPublicKeys output, from the AWS CLI or from `formatSavedKeys`. Throws UsageError, naming `file`, if
 * the text is neither.
 */
export function parseSavedKeys(text: string, file: string): SavedKeys {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UsageError(`not JSON: ${file}`, HINT)
  }
  const list = own(json, 'PublicKeyList')
  if (!Array.isArray(list)) throw new UsageError(`no PublicKeyList in it: ${file}`, HINT)
  const keys: PublicKey[] = []
  const problems: string[] = []
  for (const [at, entry] of (list as readonly Json[]).entries()) {
    const key = parseKeyEntry(entry, file)
    if (typeof key === 'string') problems.push(`${file}: key ${at + 1}: ${key}`)
    else keys.push(key)
  }
  return { keys, problems }
}

const HINT = 'save one with: aws cloudtrail list-public-keys --region REGION --start-time … > keys.json'

/** Formats keys like the AWS CLI's output, plus `Region`; sorted, so that the file is stable. */
export function formatSavedKeys(keys: readonly PublicKey[]): string {
  const list = [...keys]
    .sort((a, b) => compare(a.region ?? '', b.region ?? '') || compare(a.fingerprint, b.fingerprint))
    .map((key) => ({
      Value: Buffer.from(key.der).toString('base64'),
      ...(key.validFrom !== undefined && { ValidityStartTime: new Date(key.validFrom).toISOString() }),
      ...(key.validTo !== undefined && { ValidityEndTime: new Date(key.validTo).toISOString() }),
      Fingerprint: key.fingerprint,
      ...(key.region !== undefined && { Region: key.region }),
    }))
  return `${JSON.stringify({ PublicKeyList: list }, undefined, 2)}\n`
}

/** Lower-case hex MD5. CloudTrail uses it to identify a key; it has no security function. */
export function fingerprintOf(der: Uint8Array): string {
  return createHash('md5').update(der).digest('hex')
}

/** The key for node:crypto, or undefined if the bytes are not an RSA key in PKCS #1 or SPKI form. */
export function loadKey(der: Uint8Array): KeyObject | undefined {
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      const key = createPublicKey({ key: Buffer.from(der), format: 'der', type })
      // With an elliptic-curve key, verify() would check another kind of signature.
      if (key.asymmetricKeyType === 'rsa') return key
    } catch {
      // not this form; try the next one
    }
  }
  return undefined
}

/** CloudTrail's keys have 2,048 bits. */
const MIN_BITS = 2048
/** Milliseconds. A digest file is signed within a day after the period that it covers. */
const SIGNING_TIME = 24 * 3_600_000

/**
 * Why a signature by this key proves nothing, as text for display; undefined if the key is fit. `needed` is the Region
 * that signed, `signed` the time of signing in epoch milliseconds.
 */
export function unfitness(
  key: KeyObject,
  { region, validFrom, validTo }: PublicKey,
  needed: string,
  signed: number,
): string | undefined {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  if (modulusLength < MIN_BITS) return `has ${modulusLength} bits and needs ${MIN_BITS}`
  // With an exponent of 1, the signature equals the padded hash, so anyone can forge it.
  if (publicExponent < 3n || publicExponent % 2n === 0n) return `has the exponent ${publicExponent}`
  if (region !== undefined && region !== needed) return `is of Region ${region}`
  if (validFrom !== undefined && signed + SIGNING_TIME < validFrom)
    return `is valid only from ${new Date(validFrom).toISOString()} on`
  if (validTo !== undefined && signed - SIGNING_TIME > validTo)
    return `is valid only until ${new Date(validTo).toISOString()}`
  return undefined
}

function parseKeyEntry(entry: Json, origin: string): PublicKey | string {
  const der = Buffer.from(ownText(entry, 'Value') ?? '', 'base64')
  if (der.length === 0) return 'no Value'
  const fingerprint = fingerprintOf(der)
  const told = ownText(entry, 'Fingerprint')?.toLowerCase()
  if (told !== undefined && told !== fingerprint) {
    return `its Fingerprint ${told} is not that of its bytes, ${fingerprint}`
  }
  const region = ownText(entry, 'Region')
  return {
    fingerprint,
    der,
    validFrom: timeOf(own(entry, 'ValidityStartTime')),
    validTo: timeOf(own(entry, 'ValidityEndTime')),
    region: region !== undefined && isRegion(region) ? region : undefined,
    origin,
  }
}

// ISO 8601, or epoch seconds from older AWS CLI versions.
function timeOf(value: Json | undefined): number | undefined {
  const time = typeof value === 'number' ? value * 1000 : Date.parse(typeof value === 'string' ? value : '')
  return Number.isNaN(new Date(time).getTime()) ? undefined : time
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
