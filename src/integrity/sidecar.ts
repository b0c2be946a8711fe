// A digest's signature lives in the metadata of its S3 object and is lost on a copy to disk. The side-car keeps it:
// `X.json.gz.metadata.json` beside `X.json.gz`, with the metadata's own names. Both directions are here.

import { ownText, own } from '../util/json.ts'

export interface SignatureMetadata {
  /** Lower-case hex. */
  readonly signature: string
  /** `SHA256withRSA`, or what stands in its place. */
  readonly algorithm: string
  /** When a backfill digest was made, as written; only those have it. */
  readonly backfillGenerated: string | undefined
}

const SUFFIX = '.metadata.json'

/** The side-car's key. A digest that was unzipped to `.json` keeps the side-car of its zipped name. */
export function sidecarKey(key: string): string {
  return `${key.endsWith('.json') ? `${key}.gz` : key}${SUFFIX}`
}

/** True for names of side-cars, which are no log files. */
export function isSidecar(name: string): boolean {
  return name.endsWith(SUFFIX)
}

/** The signature in S3 object metadata (names without `x-amz-meta-`), or undefined when it has none. */
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

/** Reads a side-car, or saved `aws s3api head-object` output, which has the same under `Metadata`. */
export function parseSidecar(text: string): SignatureMetadata | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  return signatureOf(own(json, 'Metadata') ?? json)
}

/** A side-car's text, or undefined when the object's metadata has no signature to keep. */
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
