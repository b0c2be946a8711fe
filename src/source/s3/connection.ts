// A connection to a bucket: credentials, Region, endpoint and sockets.

import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { checkedEndpoint } from '../aws-client.ts'
import { profileSettings } from '../aws-profile.ts'
import { identityOf } from '../credentials.ts'
import { agentsFor } from '../network.ts'
import type { OpenContext, S3Options } from '../open.ts'
import type { S3ErrorContext } from './error.ts'
import { s3Error } from './error.ts'
import { requester, type Requester } from './request.ts'
import { retryStrategy } from './retry.ts'

type Env = OpenContext['env']

export interface Connection {
  readonly client: S3Client
  /** Sends the frequent requests (listings, objects) without the client's middleware. */
  readonly requester: Requester
  readonly bucket: string
  /** Parameters of every request. */
  readonly common: { readonly Bucket: string; readonly RequestPayer?: 'requester' }
  readonly endpoint: string | undefined
  readonly backoff: number
  /** Requests are not signed. */
  readonly isAnonymous: boolean
  /** The bucket's Region, once known from a redirect. */
  region: string
  /** The server rejects optional parameters of a listing. */
  isPlain: boolean
}

/** Opens the connection that every request to a bucket uses. */
export async function connect(bucket: string, env: Env, options: S3Options): Promise<Connection> {
  const { backoff = 100, timeout = 30_000 } = options
  const settings = profileSettings(env, options.profile)
  const endpoint = checkedEndpoint(options.endpointUrl ?? settings.endpoint('s3'))
  // Other servers address buckets by path by default.
  const style = settings.addressingStyle ?? (endpoint === undefined ? 'auto' : 'path')
  // Waiting for a socket counts towards the request timeout, so there are extra sockets for listings.
  const maxSockets = 2 * (options.concurrency ?? 32)
  const target = endpoint ?? `https://${bucket.replace(/^arn:.*$/, 'bucket')}.s3.amazonaws.com`
  const agents = await agentsFor(env, target, { maxSockets, caBundle: settings.caBundle })
  const timeouts = {
    connectionTimeout: Math.min(timeout, 5000),
    requestTimeout: timeout,
    socketTimeout: timeout,
    throwOnRequestTimeout: true,
    logger: SILENT,
  }
  const retry = retryStrategy({ attempts: Number(env['AWS_MAX_ATTEMPTS']) || 8, backoff })
  const config: S3ClientConfig = {
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: style === 'path' || (style === 'auto' && endpoint !== undefined),
    ...(options.noSignRequest
      ? NOBODY
      : identityOf(env, options.profile, settings, { ...agents, ...timeouts })),
    logger: SILENT,
    retryStrategy: retry,
    requestHandler: { ...agents, ...timeouts },
    // Other servers of the S3 protocol send checksums that the SDK does not support. body.ts checks lengths.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    useArnRegion: true,
  }
  const connection: Omit<Connection, 'client' | 'requester'> = {
    bucket,
    common: { Bucket: bucket, ...(options.requestPayer ? { RequestPayer: 'requester' } : {}) },
    endpoint,
    backoff,
    isPlain: false,
    isAnonymous: options.noSignRequest === true,
    region:
      options.bucketRegion ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? (await regionOf(config)),
  }
  const client = new S3Client({ ...config, region: async () => connection.region })
  const hot = requester({
    client,
    bucket,
    retry,
    isSigned: !connection.isAnonymous,
    region: () => connection.region,
    command: GetObjectCommand,
  })
  return Object.assign(connection, { client, requester: hot })
}

// Without `info`, the SDK does not prepare a log entry for each request.
const SILENT = { trace() {}, debug() {}, warn() {}, error() {} } as unknown as NonNullable<
  S3ClientConfig['logger']
>

const NOBODY: S3ClientConfig = {
  credentials: { accessKeyId: '', secretAccessKey: '' },
  signer: { sign: async (request) => request },
}

/** The profile's Region. Without one any Region works, because S3 redirects to the bucket's. */
async function regionOf(config: S3ClientConfig): Promise<string> {
  try {
    return await new S3Client(config).config.region()
  } catch {
    return 'us-east-1'
  }
}

/** Sends a request, and repeats it once if the bucket is in another Region. Throws SourceError. */
export async function ask<T>(
  connection: Connection,
  what: Pick<S3ErrorContext, 'key' | 'action'>,
  signal: AbortSignal | undefined,
  send: () => Promise<T>,
): Promise<T> {
  const asked = connection.region
  try {
    try {
      return await send()
    } catch (error) {
      const region = regionIn(error)
      if (region === undefined || region === asked) throw error
      connection.region = region
      return await send()
    }
  } catch (error) {
    signal?.throwIfAborted()
    const { bucket, region, endpoint, isAnonymous } = connection
    throw s3Error(error, { ...what, bucket, region, endpoint, isAnonymous })
  }
}

/** The bucket's Region, from a redirect. */
function regionIn(error: unknown): string | undefined {
  const { $metadata, $response, Region } = error as {
    $metadata?: { httpStatusCode?: number }
    $response?: { headers?: Record<string, string> }
    Region?: string
  }
  const status = $metadata?.httpStatusCode
  if (status !== 301 && status !== 307 && status !== 400) return undefined
  return $response?.headers?.['x-amz-bucket-region'] ?? Region
}

export function abortable(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {}
}

/** Headers of every request that the SDK does not build. */
export function headersOf({ RequestPayer }: Connection['common']): Record<string, string> {
  return RequestPayer === undefined ? {} : { 'x-amz-request-payer': RequestPayer }
}
