// Parses `s3://bucket/prefix` as users type it, and suggests that form for other addresses of S3. Pure.

import { UsageError } from '../../util/usage-error.ts'

export interface S3Location {
  /** Name or alias of a bucket, or ARN of an access point. */
  readonly bucket: string
  /** Without a leading `/`; empty for the whole bucket. */
  readonly prefix: string
}

const ACCESS_POINT = /^(arn:aws[a-z-]*:s3:[a-z0-9-]*:\d{12}:accesspoint[:/][A-Za-z0-9.-]{1,63})(?:\/(.*))?$/s
/** Names of old buckets in us-east-1 may contain capitals and `_`. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/

/** Throws UsageError. */
export function parseS3Uri(uri: string): S3Location {
  const rest = /^s3:\/\/(.*)$/is.exec(uri)?.[1]
  if (rest === undefined) throw new UsageError(`not an S3 address: '${uri}'`, 'write s3://bucket/prefix')
  const accessPoint = ACCESS_POINT.exec(rest)
  if (accessPoint) return { bucket: accessPoint[1] ?? '', prefix: accessPoint[2] ?? '' }
  const cut = rest.indexOf('/')
  const bucket = cut < 0 ? rest : rest.slice(0, cut)
  if (bucket === '') throw new UsageError(`no bucket in '${uri}'`, 'write s3://bucket/prefix')
  if (!BUCKET.test(bucket)) {
    throw new UsageError(
      `not a bucket name: '${bucket}'`,
      'bucket names have letters, digits, dots and hyphens',
    )
  }
  return { bucket, prefix: cut < 0 ? '' : rest.slice(cut + 1) }
}

/** The s3:// form of an address copied from a browser or an SDK; undefined if it is not an address of S3. */
export function s3UriOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const path = decode(url.pathname.slice(1))
  if (
    /^([a-z0-9-]+\.)?console\.(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$|^s3\.console\.aws\.amazon\.com$/.test(
      url.hostname,
    )
  ) {
    const bucket = /^s3\/(?:buckets|object)\/([^/]+)/.exec(path)?.[1]
    return bucket && `s3://${bucket}/${url.searchParams.get('prefix') ?? ''}`
  }
  const host = /^(?:(.+)\.)?s3[.-](?:[a-z0-9.-]*\.)?amazonaws\.com(?:\.cn)?$/.exec(url.hostname)
  if (!host) return undefined
  return host[1] === undefined ? `s3://${path}` : `s3://${host[1]}/${path}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
