// CloudTrail's public keys: a saved list of them, and finding one by its fingerprint. A key is believed only if its
// fingerprint is that of its bytes; that the list is CloudTrail's is for whoever saved it to know.

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
  /** Keys are per Region; the AWS CLI's output does not say which. */
  readonly region: string | undefined
  /** Where it was had from, for a person: `CloudTrail`, or the name of a file. */
  readonly origin: string
}

/** Where and when a key was in use, for finders that ask CloudTrail. Times in epoch milliseconds. */
export interface KeyNeed {
  readonly region: string
  readonly from: number
  readonly to: number
}

export interface KeyFinder {
  /** Undefined when there is no such key; never throws for trouble with the network, which goes to `problems`. */
  find(fingerprint: string, need: KeyNeed): Promise<PublicKey | undefined>
  /** Why keys could not be had, each once, in words for a person. */
  readonly problems: readonly string[]
  /** Every key that `find` answered. */
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
  /** Entries that are left out, and why. */
  readonly problems: readonly string[]
}

/**
 * Reads saved ListPublicKeys output: the AWS CLI's, or what `formatSavedKeys` wrote.
 * Throws UsageError, with `file` named, when the text is neither.
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

/** The same shape as the AWS CLI prints, with `Region` added, sorted so that the file is stable. */
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

/** Lower-case hex MD5. CloudTrail's choice; it names a key and protects nothing. */
export function fingerprintOf(der: Uint8Array): string {
  return createHash('md5').update(der).digest('hex')
}

/** The key for node:crypto, or undefined when the bytes are no RSA key in either of the two forms. */
export function loadKey(der: Uint8Array): KeyObject | undefined {
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      const key = createPublicKey({ key: Buffer.from(der), format: 'der', type })
      // An elliptic key in SPKI form would make verify() check another kind of signature.
      if (key.asymmetricKeyType === 'rsa') return key
    } catch {
      // the other form, then
    }
  }
  return undefined
}

/** CloudTrail's keys have 2,048 bits. */
const FEWEST_BITS = 2048
/** A digest file is signed soon after the time that it covers. */
const SIGNING_TIME = 24 * 3_600_000

/**
 * Why a signature by this key proves nothing, in words for a person; undefined when it does. `needed` is
 * the Region that signed, `signed` when, epoch milliseconds.
 */
export function unfitness(
  key: KeyObject,
  { region, validFrom, validTo }: PublicKey,
  needed: string,
  signed: number,
): string | undefined {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  if (modulusLength < FEWEST_BITS) return `has ${modulusLength} bits and needs ${FEWEST_BITS}`
  // With an exponent of 1 a signature is the text itself, which anybody can write.
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

// ISO 8601, or the epoch seconds of older AWS CLI versions.
function timeOf(value: Json | undefined): number | undefined {
  const time = typeof value === 'number' ? value * 1000 : Date.parse(typeof value === 'string' ? value : '')
  return Number.isNaN(new Date(time).getTime()) ? undefined : time
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
