// Reads objects of a bucket, and checks whether an object exists.

import type { GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import type { ReadResult, SourceObject } from '../source.ts'
import { SourceError } from '../source.ts'
import type { Part, Resume } from './body.ts'
import { readBody } from './body.ts'
import { abortable, ask, headersOf, type Connection } from './connection.ts'
import { s3Error } from './error.ts'
import { strongTag } from './etag.ts'
import type { S3Answer } from './request.ts'

export async function exists(
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

export async function read(
  connection: Connection,
  object: SourceObject,
  signal?: AbortSignal,
): Promise<ReadResult> {
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

/** Maximum size of a body in memory. CloudTrail's log files have a few megabytes at most. */
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
  const send = async (): Promise<GetOutput | 'changed'> => {
    try {
      return await get(connection, key, range, signal)
    } catch (error) {
      const { name } = error as Error
      if (resume && (name === 'PreconditionFailed' || name === 'InvalidRange')) return 'changed'
      throw error
    }
  }
  const output = await ask(connection, { key, action: 's3:GetObject' }, signal, send)
  return output === 'changed' ? getPart(connection, object, undefined, signal) : toPart(output, object)
}

type GetOutput = Pick<
  GetObjectCommandOutput,
  'ContentLength' | 'ContentRange' | 'ContentEncoding' | 'ETag' | 'Metadata'
> & { readonly Body?: unknown }

async function get(
  { client, requester, common }: Connection,
  key: string,
  range: { readonly Range: string; readonly IfMatch: string } | undefined,
  signal: AbortSignal | undefined,
): Promise<GetOutput> {
  if (await requester.isOnlyForSdk())
    return client.send(new GetObjectCommand({ ...common, Key: key, ...range }), abortable(signal))
  const headers = { ...headersOf(common), ...(range && { range: range.Range, 'if-match': range.IfMatch }) }
  return requester.get({ key, headers }, signal, ({ headers, body }) => {
    const length = headers['content-length']
    return {
      Body: body,
      ContentLength: length === undefined ? undefined : Number(length),
      ContentRange: headers['content-range'],
      ContentEncoding: headers['content-encoding'],
      ETag: headers['etag'],
      Metadata: metadataOf(headers),
    }
  })
}

function metadataOf(headers: S3Answer['headers']): Record<string, string> {
  const metadata: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith(METADATA)) metadata[name.slice(METADATA.length)] = value
  return metadata
}

const METADATA = 'x-amz-meta-'

/**
 * CloudTrail's objects have `Content-Encoding: gzip`; S3 returns their bytes unchanged, but some servers inflate them. If
 * the length is that of the listing, the bytes are the object's own and can be continued with a range.
 */
function toPart(output: GetOutput, { size, etag }: SourceObject): ObjectPart {
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
