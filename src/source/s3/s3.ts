// S3 as a source, and the only import of the AWS S3 client. Imported dynamically, as the client takes 0.1 s to load.

import type {
  GetObjectCommandOutput,
  ListObjectsV2CommandInput,
  ListObjectsV2CommandOutput,
  S3ClientConfig,
  _Object,
} from '@aws-sdk/client-s3'
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import { checkedEndpoint, checkProfile, environmentKeys } from '../aws-client.ts'
import { profileSettings } from '../aws-profile.ts'
import { agentsFor } from '../network.ts'
import type { Part, Resume } from './body.ts'
import { readBody } from './body.ts'
import type { OpenContext, S3Options } from '../open.ts'
import { isNotImplemented, retryStrategy } from './retry.ts'
import type { S3ErrorContext } from './error.ts'
import { s3Error } from './error.ts'
import type { Page } from './start.ts'
import { findStart } from './start.ts'
import type { S3Location } from './uri.ts'
import type { Listing, ListOptions, ReadResult, Source, SourceObject } from '../source.ts'
import { SourceError } from '../source.ts'

type Env = OpenContext['env']

/** Throws SourceError when the prefix has no final `/` and nothing is there. */
export async function s3Source(
  { bucket, prefix }: S3Location,
  env: Env,
  options: S3Options = {},
  signal?: AbortSignal,
): Promise<Source> {
  const connection = await connect(bucket, env, options)
  try {
    return {
      uri: `s3://${bucket}/${prefix}`,
      start: await findStart(prefix, {
        bucket,
        list: (prefix, atMost) => listPage(connection, prefix, { MaxKeys: atMost }, signal),
        exists: (key) => exists(connection, key, signal),
      }),
      remote: true,
      display: (key) => `s3://${bucket}/${key}`,
      list: (folder, listOptions) => list(connection, folder, listOptions),
      read: (object, signal) => read(connection, object, signal),
      close: () => connection.client.destroy(),
    }
  } catch (error) {
    connection.client.destroy()
    throw error
  }
}

export interface Connection {
  readonly client: S3Client
  readonly bucket: string
  /** What every request carries. */
  readonly common: { readonly Bucket: string; readonly RequestPayer?: 'requester' }
  readonly endpoint: string | undefined
  readonly backoff: number
  /** The bucket's, once a request to another was redirected. */
  region: string
  /** The server refuses what S3 may be asked for beside a listing. */
  isPlain: boolean
}

/** What every request to a bucket goes through. */
export async function connect(bucket: string, env: Env, options: S3Options): Promise<Connection> {
  const { backoff = 100, timeout = 30_000 } = options
  const settings = profileSettings(env, options.profile)
  if (!options.noSignRequest) checkProfile(settings, environmentKeys(env, options.profile))
  const endpoint = checkedEndpoint(options.endpointUrl ?? settings.endpoint('s3'))
  // Other servers know buckets by path, unless somebody says otherwise.
  const style = settings.addressingStyle ?? (endpoint === undefined ? 'auto' : 'path')
  const profile = options.profile ?? env['AWS_PROFILE']
  // Waiting for a socket counts as waiting for an answer, so there is room for listings beside the reads.
  const maxSockets = 2 * (options.concurrency ?? 32)
  const target = endpoint ?? `https://${bucket.replace(/^arn:.*$/, 'bucket')}.s3.amazonaws.com`
  const agents = await agentsFor(env, target, { maxSockets, caBundle: settings.caBundle })
  const config: S3ClientConfig = {
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: style === 'path' || (style === 'auto' && endpoint !== undefined),
    ...identity(env, options),
    logger: SILENT,
    retryStrategy: retryStrategy({ attempts: Number(env['AWS_MAX_ATTEMPTS']) || 8, backoff }),
    requestHandler: {
      ...agents,
      connectionTimeout: Math.min(timeout, 5000),
      requestTimeout: timeout,
      socketTimeout: timeout,
      throwOnRequestTimeout: true,
      logger: SILENT,
    },
    // Other servers of the S3 protocol send checksums that the SDK does not know. Lengths are checked in body.ts.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    useArnRegion: true,
  }
  const connection: Omit<Connection, 'client'> = {
    bucket,
    common: { Bucket: bucket, ...(options.requestPayer ? { RequestPayer: 'requester' } : {}) },
    endpoint,
    backoff,
    isPlain: false,
    region:
      options.bucketRegion ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? (await regionOf(config)),
  }
  const client = new S3Client({ ...config, region: async () => connection.region })
  return Object.assign(connection, { client })
}

// Without `info`, the SDK does not prepare what it would log of each request.
const SILENT = { trace() {}, debug() {}, warn() {}, error() {} } as unknown as NonNullable<
  S3ClientConfig['logger']
>

/** As in the AWS CLI, --profile is stronger than keys in the environment, and those are stronger than AWS_PROFILE. */
function identity(env: Env, { profile, noSignRequest }: S3Options): S3ClientConfig {
  if (noSignRequest) {
    return {
      credentials: { accessKeyId: '', secretAccessKey: '' },
      signer: { sign: async (request) => request },
    }
  }
  return environmentKeys(env, profile)
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
    const { bucket, region, endpoint } = connection
    throw s3Error(error, { ...what, bucket, region, endpoint })
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

async function exists(
  connection: Connection,
  key: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const command = new HeadObjectCommand({ ...connection.common, Key: key })
  const send = () => connection.client.send(command, abortable(signal))
  try {
    await ask(connection, { key, action: 's3:GetObject' }, signal, send)
    return true
  } catch (error) {
    if (error instanceof SourceError && (error.code === 'denied' || error.code === 'not-found')) return false
    throw error
  }
}

async function list(connection: Connection, folder: string, options: ListOptions = {}): Promise<Listing> {
  const { startAfter, atMost = Infinity, deep = false, signal } = options
  const folders: string[] = []
  const objects: SourceObject[] = []
  let token: string | undefined
  do {
    const page: Page = await listPage(
      connection,
      folder,
      { StartAfter: startAfter || undefined, MaxKeys: Math.min(1000, atMost), ContinuationToken: token },
      signal,
      deep,
    )
    if (token !== undefined && page.token === token) {
      throw new SourceError('unreadable', 'the server sends the same page of the listing again and again')
    }
    token = page.token
    // S3 may name the folder that `startAfter` is in; on disk it is left out.
    for (const key of page.folders) if (key > (startAfter ?? '')) folders.push(key)
    // The console makes a folder by putting an empty object of its name.
    for (const object of page.objects) if (object.key !== folder) objects.push(object)
  } while (token !== undefined && folders.length + objects.length < atMost)
  return { folders, objects, ...(token !== undefined && { more: true }) }
}

async function listPage(
  connection: Connection,
  prefix: string,
  paging: { StartAfter?: string | undefined; MaxKeys?: number; ContinuationToken?: string | undefined },
  signal: AbortSignal | undefined,
  deep = false,
): Promise<Page> {
  const input: ListObjectsV2CommandInput = {
    ...connection.common,
    ...paging,
    Prefix: prefix,
    ...(deep ? {} : { Delimiter: '/' }),
    EncodingType: 'url',
  }
  const more: ListObjectsV2CommandInput = { ...input, OptionalObjectAttributes: ['RestoreStatus'] }
  const send = async () => {
    if (!connection.isPlain) {
      try {
        return await connection.client.send(new ListObjectsV2Command(more), abortable(signal))
      } catch (error) {
        if (!refusesMore(error)) throw error
      }
    }
    const output = await connection.client.send(new ListObjectsV2Command(input), abortable(signal))
    connection.isPlain = true
    return output
  }
  const output: ListObjectsV2CommandOutput = await ask(
    connection,
    { key: prefix, action: 's3:ListBucket' },
    signal,
    send,
  )
  const decode = output.EncodingType === 'url' ? decodeKey : (key: string) => key
  return {
    folders: (output.CommonPrefixes ?? []).map((entry) => decode(entry.Prefix ?? '')),
    objects: (output.Contents ?? []).map((entry) => toObject(entry, decode)),
    token: output.IsTruncated ? output.NextContinuationToken : undefined,
  }
}

/** Other servers of the protocol, S3Proxy for one, take no header that they do not know. */
function refusesMore(error: unknown): boolean {
  return isNotImplemented(error) || (error as Error).name === 'InvalidArgument'
}

/** In a listing, a space is a `+`. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}

function toObject(entry: _Object, decode: (key: string) => string): SourceObject {
  const { Key = '', Size, LastModified, ETag, StorageClass, RestoreStatus } = entry
  // While a restored copy is there, an archived object reads like any other.
  const restored = RestoreStatus !== undefined && !RestoreStatus.IsRestoreInProgress
  return {
    key: decode(Key),
    size: Size,
    modified: LastModified?.getTime(),
    etag: strongTag(ETag),
    storageClass: StorageClass === 'STANDARD' || restored ? undefined : StorageClass,
  }
}

async function read(connection: Connection, object: SourceObject, signal?: AbortSignal): Promise<ReadResult> {
  if (object.storageClass === 'GLACIER' || object.storageClass === 'DEEP_ARCHIVE') {
    throw s3Error({ name: 'InvalidObjectState' }, { ...connection, key: object.key, action: 's3:GetObject' })
  }
  if ((object.size ?? 0) > MAX_OBJECT) {
    const what = `${object.size?.toLocaleString('en')} bytes are more than fit into memory`
    throw new SourceError('unreadable', what, 'copy it with the AWS CLI and split it')
  }
  const get = (resume?: Resume) => getPart(connection, object, resume, signal)
  const { bytes, part } = await readBody(get, { retries: 5, backoff: connection.backoff, signal })
  return { bytes, metadata: part.metadata }
}

/** Bytes of a body in memory. CloudTrail's log files have some megabytes at most. */
const MAX_OBJECT = 2 ** 31 - 1

type ObjectPart = Part & Pick<ReadResult, 'metadata'>

async function getPart(
  connection: Connection,
  object: SourceObject,
  resume: Resume | undefined,
  signal: AbortSignal | undefined,
): Promise<ObjectPart> {
  const { key } = object
  const range = resume && { Range: `bytes=${resume.from}-`, IfMatch: `"${resume.etag}"` }
  const command = new GetObjectCommand({ ...connection.common, Key: key, ...range })
  const send = async (): Promise<GetObjectCommandOutput | 'changed'> => {
    try {
      return await connection.client.send(command, abortable(signal))
    } catch (error) {
      const { name } = error as Error
      if (resume && (name === 'PreconditionFailed' || name === 'InvalidRange')) return 'changed'
      throw error
    }
  }
  const output = await ask(connection, { key, action: 's3:GetObject' }, signal, send)
  return output === 'changed' ? getPart(connection, object, undefined, signal) : toPart(output, object)
}

/**
 * CloudTrail's objects carry `Content-Encoding: gzip`, which S3 passes on untouched and some servers act on. The bytes
 * are the object's own, and can be continued by range, when there are as many as the listing said.
 */
function toPart(output: GetObjectCommandOutput, { size, etag }: SourceObject): ObjectPart {
  const { Body, ContentLength, ContentRange, ContentEncoding, ETag, Metadata } = output
  const from = Number(/^bytes (\d+)-/.exec(ContentRange ?? '')?.[1] ?? 0)
  const end = ContentLength === undefined ? undefined : from + ContentLength
  const tag = strongTag(ETag)
  const encoded = ContentEncoding !== undefined && ContentEncoding !== ''
  const own = end !== undefined && (size === undefined ? !encoded : end === size)
  const promised = !encoded && tag !== undefined && tag === etag ? size : undefined
  return {
    body: Body as Readable,
    from,
    end: promised === undefined ? end : Math.max(promised, end ?? 0),
    etag: own ? tag : undefined,
    metadata: Metadata,
  }
}

/** Without its quotes. A weak one does not promise the same bytes. */
function strongTag(etag: string | undefined): string | undefined {
  return etag?.startsWith('W/') ? undefined : etag?.replace(/^"|"$/g, '')
}

function abortable(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {}
}
