// @ts-check
// The digest files of a corpus of one trail: one per hour, each with its sidecar, and the public key next to the logs.

import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hashOf, publicKeyFile, signedDigest, signerOf } from '../../samples/build/signing.js'

/** @typedef {import('../../samples/build/signing.js').ListedLog} ListedLog */

const HOUR = 3_600_000
export const BUCKET = 'trail-bucket'
export const TRAIL = 'management-events'

export class Digests {
  /** @param {string} logs the folder that holds AWSLogs */
  constructor(logs) {
    this.logs = logs
    /** @type {Map<number, ListedLog[]>} by the hour of delivery */
    this.hours = new Map()
    this.account = ''
    this.region = ''
  }

  /** @param {{ account: string, region: string, delivered: number, key: string }} file @param {string} text */
  add({ account, region, delivered, key }, text) {
    Object.assign(this, { account, region })
    const hour = Math.floor(delivered / HOUR) * HOUR
    const log = {
      key: `AWSLogs/${key}`,
      hash: hashOf(text),
      oldest: delivered - 600_000,
      newest: delivered - 120_000,
    }
    this.hours.set(hour, [...(this.hours.get(hour) ?? []), log])
  }

  /** Returns how many there are. */
  write() {
    const signer = signerOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)
    const { account, region, hours } = this
    const place = { root: 'AWSLogs', account, region, trail: TRAIL, homeRegion: region }
    /** @type {import('../../samples/build/signing.js').Link | undefined} */
    let previous
    for (const [start, logs] of [...hours].sort(([left], [right]) => left - right)) {
      const digest = signedDigest(signer, place, { bucket: BUCKET, start, end: start + HOUR, logs, previous })
      const path = join(this.logs, digest.key)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, gzipSync(digest.text))
      writeFileSync(`${path}.metadata.json`, JSON.stringify(digest.metadata))
      previous = digest
    }
    writeFileSync(join(this.logs, 'public-keys.json'), publicKeyFile(signer))
    return hours.size
  }
}
