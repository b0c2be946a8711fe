// A bucket that can be asked: with whose keys, where, over which sockets.

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
  /** Asks what is asked thousands of times, without the client's middleware. */
  readonly requester: Requester
  readonly bucket: string
  /** What every request carries. */
  readonly common: { readonly Bucket: string; readonly RequestPayer?: 'requester' }
  readonly endpoint: string | undefined
  readonly backoff: number
  /** Requests are not signed. */
  readonly isAnonymous: boolean
  /** The bucket's, once a request to another was redirected. */
  region: string
  /** The server refuses what S3 may be asked for beside a listing. */
  isPlain: boolean
}

/** What every request to a bucket goes through. */
export async function connect(bucket: string, env: Env, options: S3Options): Promise<Connection> {
  const { backoff = 100, timeout = 30_000 } = options
  const settings = profileSettings(env, options.profile)
  const endpoint = checkedEndpoint(options.endpointUrl ?? settings.endpoint('s3'))
  // Other servers know buckets by path, unless somebody says otherwise.
  const style = settings.addressingStyle ?? (endpoint === undefined ? 'auto' : 'path')
  // Waiting for a socket counts as waiting for an answer, so there is room for listings beside the reads.
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
    // Other servers of the S3 protocol send checksums that the SDK does not know. Lengths are checked in body.ts.
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

// Without `info`, the SDK does not prepare what it would log of each request.
const SILENT = { trace() {}, debug() {}, warn() {}, error() {} } as unknown as NonNullable<
  S3ClientConfig['logger']
>

const NOBODY: S3ClientConfig = {
  credentials: { accessKeyId: '', secretAccessKey: '' },
  signer: { sign: async (request) => request },
}

/** The profile's Region. Without one any will do, as S3 says where the bucket is. */
async function regionOf(config: S3ClientConfig): Promise<string> {
  try {
    return await new S3Client(config).config.region()
  } catch {
    return 'us-east-1'
  }
}

/** Sends a request, and once more when the bucket turns out to be in another Region. Throws SourceError. */
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

/** Where S3 says that the bucket is, in an answer that redirects. */
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

/** What every request carries, where the SDK does not write it. */
export function headersOf({ RequestPayer }: Connection['common']): Record<string, string> {
  return RequestPayer === undefined ? {} : { 'x-amz-request-payer': RequestPayer }
}
