// A digest's signature is in its S3 object's metadata and is lost in a copy on disk. The side-car keeps it:
// `X.json.gz.metadata.json` beside `X.json.gz`, with the metadata's own names. This module reads and writes side-cars.

import { ownText, own } from '../util/json.ts'

export interface SignatureMetadata {
  /** Lower-case hex. */
  readonly signature: string
  /** `SHA256withRSA`, or whatever the metadata has in its place. */
  readonly algorithm: string
  /** When a backfill digest was created, as written; other digests do not have it. */
  readonly backfillGenerated: string | undefined
}

const SUFFIX = '.metadata.json'

/** The side-car's key. An unzipped digest (`.json`) keeps the side-car of its zipped name. */
export function sidecarKey(key: string): string {
  return `${key.endsWith('.json') ? `${key}.gz` : key}${SUFFIX}`
}

/** True for names of side-cars, which are not log files. */
export function isSidecar(name: string): boolean {
  return name.endsWith(SUFFIX)
}

/** The signature in S3 object metadata (names without `x-amz-meta-`); undefined if there is none. */
export function signatureOf(metadata: unknown): SignatureMetadata | undefined {
  const signature = ownText(metadata, 'signature')
  const algorithm = ownText(metadata, 'signature-algorithm')
  if (signature === undefined || algorithm === undefined) return undefined
  return {
    signature: signature.toLowerCase(),
    algorithm,
    backfillGenerated: ownText(metadata, 'backfill-generation-timestamp'),
  }
}

/** Parses a side-car, or saved `aws s3api head-object` output, which has the same names under `Metadata`. */
export function parseSidecar(text: string): SignatureMetadata | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  return signatureOf(own(json, 'Metadata') ?? json)
}

/** A side-car's text; undefined if the object's metadata has no signature. */
export function formatSidecar(metadata: unknown): string | undefined {
  const found = signatureOf(metadata)
  if (found === undefined) return undefined
  const { signature, algorithm, backfillGenerated } = found
  const kept = {
    signature,
    'signature-algorithm': algorithm,
    ...(backfillGenerated !== undefined && { 'backfill-generation-timestamp': backfillGenerated }),
  }
  return `${JSON.stringify(kept, undefined, 2)}\n`
}
