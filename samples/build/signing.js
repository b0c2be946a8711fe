// @ts-check
// What CloudTrail does so that log files can be verified: it lists them with their hashes in a digest file, signs that,
// and links it to the one before. Shared by the samples, the bench and the tests; knows no particular tree.

import { createHash, createPublicKey, sign } from 'node:crypto'
import { isoSeconds } from './record.js'

/** @typedef {{ fingerprint: string, der: Buffer, sign(data: string): string }} Signer */
/** @typedef {{ key: string, hash: string, signature: string }} Link how the next digest remembers this one */
/** @typedef {{ account: string, region: string, trail: string, homeRegion: string, root: string, backfill?: boolean }} Place `root` as in `deliver` */
/** @typedef {{ key: string, hash: string, oldest: number, newest: number }} ListedLog */

/**
 * `form` is how the public half is written: CloudTrail has had both.
 * @param {import('node:crypto').KeyObject} privateKey RSA
 * @param {'pkcs1' | 'spki'} form
 * @returns {Signer}
 */
export function signerOf(privateKey, form = 'pkcs1') {
  const der = createPublicKey(privateKey).export({ format: 'der', type: form })
  return {
    der,
    fingerprint: createHash('md5').update(der).digest('hex'),
    sign: (data) => sign('RSA-SHA256', Buffer.from(data), privateKey).toString('hex'),
  }
}

/** Saved ListPublicKeys output, as the AWS CLI prints it. */
export function publicKeyFile(/** @type {readonly Signer[]} */ ...signers) {
  const list = signers.map(({ der, fingerprint }) => ({
    Value: der.toString('base64'),
    ValidityStartTime: '2024-01-01T00:00:00+00:00',
    ValidityEndTime: '2024-12-31T00:00:00+00:00',
    Fingerprint: fingerprint,
  }))
  return `${JSON.stringify({ PublicKeyList: list }, undefined, 4)}\n`
}

/**
 * A signed digest for the time of delivery from `start` to `end`; without `previous` it starts a chain.
 * @param {Signer} signer
 * @param {Place} place
 * @param {{ bucket: string, start: number, end: number, logs: readonly ListedLog[], previous?: Link | undefined }} content
 * @returns {Link & { text: string, metadata: Record<string, string> }}
 */
export function signedDigest(signer, place, { bucket, start, end, logs, previous }) {
  const key = digestKey(place, end)
  const text = JSON.stringify({
    awsAccountId: place.account,
    digestStartTime: isoSeconds(start),
    digestEndTime: isoSeconds(end),
    digestS3Bucket: bucket,
    digestS3Object: key,
    digestPublicKeyFingerprint: signer.fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: logs.length > 0 ? isoSeconds(Math.max(...logs.map((log) => log.newest))) : null,
    oldestEventTime: logs.length > 0 ? isoSeconds(Math.min(...logs.map((log) => log.oldest))) : null,
    previousDigestS3Bucket: previous ? bucket : null,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.hash ?? null,
    previousDigestHashAlgorithm: previous ? 'SHA-256' : null,
    previousDigestSignature: previous?.signature ?? null,
    logFiles: logs.map(({ key, hash, oldest, newest }) => ({
      s3Bucket: bucket,
      s3Object: key,
      hashValue: hash,
      hashAlgorithm: 'SHA-256',
      newestEventTime: isoSeconds(newest),
      oldestEventTime: isoSeconds(oldest),
    })),
  })
  const hash = hashOf(text)
  const signature = signatureFor(signer, { end, bucket, key, hash }, previous?.signature)
  return { key, hash, signature, text, metadata: digestMetadata(signature, end, place.backfill === true) }
}

/**
 * The signature that CloudTrail would make. `hash` is of the inflated bytes.
 * @param {Signer} signer
 * @param {{ end: number, bucket: string, key: string, hash: string }} digest
 * @param {string | undefined} previousSignature
 */
export function signatureFor(signer, { end, bucket, key, hash }, previousSignature) {
  return signer.sign(`${isoSeconds(end)}\n${bucket}/${key}\n${hash}\n${previousSignature ?? 'null'}`)
}

/** Lower-case hex SHA-256. */
export function hashOf(/** @type {string | Uint8Array} */ content) {
  return createHash('sha256').update(content).digest('hex')
}

/** What S3 keeps beside a digest. Backfill digests are made long after the time that they cover. */
function digestMetadata(
  /** @type {string} */ signature,
  /** @type {number} */ end,
  /** @type {boolean} */ backfill,
) {
  return {
    signature,
    'signature-algorithm': 'SHA256withRSA',
    ...(backfill && { 'backfill-generation-timestamp': new Date(end + 48 * 3_600_000).toISOString() }),
  }
}

function digestKey(/** @type {Place} */ place, /** @type {number} */ end) {
  const { root, account, region, trail, homeRegion, backfill } = place
  const iso = isoSeconds(end)
  const name = `${account}_CloudTrail-Digest_${region}_${trail}_${homeRegion}_${iso.replaceAll(/[-:]/g, '')}`
  const day = iso.slice(0, 10).replaceAll('-', '/')
  return `${root}/${account}/CloudTrail-Digest/${region}/${day}/${name}${backfill ? '_backfill' : ''}.json.gz`
}
