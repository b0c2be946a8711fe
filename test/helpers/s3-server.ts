// S3 over loopback HTTP, as far as this program uses it: listings, objects with ranges, and the bad days of both. The
// real SDK client talks to it. Also CloudTrail's ListPublicKeys, because `verify` asks both from one place.

import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bucket, BucketObject } from './s3-bucket.ts'
import type { Fault } from './s3-faults.ts'
import { signatureFault } from './sigv4.ts'

export const REQUEST_KINDS = [
  'ListObjectsV2',
  'GetObject',
  'HeadObject',
  'HeadBucket',
  'GetBucketLocation',
  'ListPublicKeys',
  'unknown',
] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export interface S3Request {
  readonly kind: RequestKind
  readonly bucket: string
  /** The object's key, or the prefix of a listing. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  /** The Region the client signed for; undefined for unsigned requests. */
  readonly signedFor: string | undefined
  /** How many times the same thing was asked before. */
  readonly seen: number
}

export interface PublicKeyEntry {
  /** DER in base64. */
  readonly Value: string
  readonly Fingerprint: string
  /** Epoch seconds. */
  readonly ValidityStartTime: number
  readonly ValidityEndTime: number
}

export interface S3ServerOptions {
  readonly buckets: Readonly<Record<string, Bucket>>
  /** Where the buckets are. Requests signed for another Region are redirected, as S3 does. Default us-east-1. */
  readonly region?: string
  /** Default: any that is free. */
  readonly port?: number
  /** Requests must be signed with it. Default: nobody looks. */
  readonly secret?: string
  readonly publicKeys?: (startSeconds: number, endSeconds: number) => readonly PublicKeyEntry[]
}

export interface S3Server {
  readonly endpoint: string
  /** Every request so far, in order of arrival. */
  readonly requests: S3Request[]
  count(kind: RequestKind): number
  /** Asked for every request: what goes wrong with it. */
  misbehave: (request: S3Request) => Fault | undefined
  /** Most requests that were being answered at one time. */
  readonly mostAtOnce: number
  /** Connections accepted so far: keep-alive keeps this low. */
  readonly connections: number
  close(): Promise<void>
}

export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const requests: S3Request[] = []
  const seen = new Map<string, number>()
  const load = { now: 0, most: 0, connections: 0 }
  const http = createServer((message, response) => {
    load.most = Math.max(load.most, ++load.now)
    response.once('close', () => load.now--)
    void respond(message, response).catch(() => response.destroy())
  })
  http.on('connection', () => load.connections++)
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, '127.0.0.1', resolve))

  const server: S3Server = {
    endpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    count: (kind) => requests.filter((request) => request.kind === kind).length,
    misbehave: () => undefined,
    get mostAtOnce() {
      return load.most
    },
    get connections() {
      return load.connections
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
  return server

  async function respond(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const parsed = parseRequest(message)
    const id = `${parsed.kind} ${parsed.bucket}/${parsed.key}?${parsed.query.toString()} ${message.headers.range ?? ''}`
    const request = { ...parsed, seen: seen.get(id) ?? 0 }
    seen.set(id, request.seen + 1)
    requests.push(request)
    const body = await readBody(message)
    const forged = options.secret === undefined ? undefined : signatureFault(message, options.secret)
    if (forged !== undefined) return sendError(response, request, 403, 'SignatureDoesNotMatch', forged)
    const fault = server.misbehave(request)
    if (fault?.kind === 'stall') return
    if (fault?.kind === 'drop') {
      message.socket.destroy()
      return
    }
    if (fault?.kind === 'error')
      sendError(response, request, fault.status, fault.code, fault.message, fault.headers)
    else answer(request, body, response, fault)
  }

  function answer(
    request: S3Request,
    body: string,
    response: ServerResponse,
    fault: Fault | undefined,
  ): void {
    if (request.kind === 'ListPublicKeys') return listPublicKeys(body, response)
    const region = options.region ?? 'us-east-1'
    const bucket = Object.hasOwn(options.buckets, request.bucket)
      ? options.buckets[request.bucket]
      : undefined
    if (!bucket)
      return sendError(response, request, 404, 'NoSuchBucket', 'The specified bucket does not exist')
    if (request.signedFor !== undefined && request.signedFor !== region) {
      return sendError(response, request, 301, 'PermanentRedirect', 'Use the specified endpoint.', {
        'x-amz-bucket-region': region,
      })
    }
    if (request.kind === 'ListObjectsV2') {
      return send(response, 200, {}, Buffer.from(listing(bucket, request)), fault)
    }
    if (request.kind === 'HeadBucket') return send(response, 200, { 'x-amz-bucket-region': region })
    if (request.kind === 'GetBucketLocation') {
      const place = region === 'us-east-1' ? '' : region
      return send(response, 200, {}, Buffer.from(`<LocationConstraint>${place}</LocationConstraint>`))
    }
    if (request.kind === 'unknown')
      return sendError(response, request, 501, 'NotImplemented', 'Not implemented')
    const found = bucket.get(request.key)
    if (!found) return sendError(response, request, 404, 'NoSuchKey', 'The specified key does not exist.')
    sendObject(request, found, response, fault)
  }

  function listPublicKeys(body: string, response: ServerResponse): void {
    const asked = JSON.parse(body === '' ? '{}' : body) as { StartTime?: number; EndTime?: number }
    const keys = options.publicKeys?.(asked.StartTime ?? 0, asked.EndTime ?? Infinity) ?? []
    const text = JSON.stringify({ PublicKeyList: keys })
    send(response, 200, { 'content-type': 'application/x-amz-json-1.1' }, Buffer.from(text))
  }
}

function parseRequest(message: IncomingMessage): Omit<S3Request, 'seen'> {
  // Not by URL, which would resolve the `..` that a key may hold.
  const [path = '', search] = (message.url ?? '').split('?')
  const query = new URLSearchParams(search)
  const [bucket = '', ...rest] = path.slice(1).split('/').map(decodeURIComponent)
  const key = rest.join('/')
  const { headers } = message
  const signedFor = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers.authorization ?? '')?.[1]
  const common = { bucket, query, headers, signedFor }
  const target = headers['x-amz-target']
  if (typeof target === 'string' && target.endsWith('.ListPublicKeys')) {
    return { ...common, kind: 'ListPublicKeys', key: '' }
  }
  if (message.method === 'HEAD') return { ...common, kind: key === '' ? 'HeadBucket' : 'HeadObject', key }
  if (message.method !== 'GET') return { ...common, kind: 'unknown', key }
  if (key !== '') return { ...common, kind: 'GetObject', key }
  if (query.has('location')) return { ...common, kind: 'GetBucketLocation', key }
  return { ...common, kind: 'ListObjectsV2', key: query.get('prefix') ?? '' }
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function listing(bucket: Bucket, request: S3Request): string {
  const { query } = request
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const token = query.get('continuation-token')
  const maxKeys = Math.min(1000, Number(query.get('max-keys') ?? 1000))
  const encode = query.get('encoding-type') === 'url' ? encodeKey : escapeXml
  const entries: string[] = []
  let after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString()
  let truncated = false
  let more = true
  while (more) {
    more = false
    for (const object of bucket.list(prefix, after)) {
      if (entries.length === maxKeys) {
        truncated = true
        break
      }
      const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length)
      if (cut < 0) {
        entries.push(contents(object, encode))
        after = object.key
        continue
      }
      // Seeking past the folder is what lets S3, and this server, list a folder of millions in one page.
      const folder = object.key.slice(0, cut + delimiter.length)
      entries.push(`<CommonPrefixes><Prefix>${encode(folder)}</Prefix></CommonPrefixes>`)
      after = folder + LAST
      more = true
      break
    }
  }
  const next = truncated ? Buffer.from(after).toString('base64url') : ''
  return [
    '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${request.bucket}</Name><Prefix>${encode(prefix)}</Prefix><KeyCount>${entries.length}</KeyCount>`,
    query.get('encoding-type') === 'url' ? '<EncodingType>url</EncodingType>' : '',
    `<MaxKeys>${maxKeys}</MaxKeys><IsTruncated>${truncated}</IsTruncated>`,
    truncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : '',
    ...entries,
    '</ListBucketResult>',
  ].join('')
}

const LAST = '\u{10ffff}'

function contents(object: BucketObject, encode: (key: string) => string): string {
  const etag = object.etag ?? `"${object.key.length}-${object.size}"`
  const restored = object.restored
    ? '<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress></RestoreStatus>'
    : ''
  return [
    `<Contents><Key>${encode(object.key)}</Key><Size>${object.size}</Size>`,
    `<LastModified>${new Date(object.modified ?? 0).toISOString()}</LastModified><ETag>${escapeXml(etag)}</ETag>`,
    `<StorageClass>${object.storageClass ?? 'STANDARD'}</StorageClass>${restored}</Contents>`,
  ].join('')
}

/** S3 writes a space as `+` here, and everything that XML could not hold as `%XX`. */
function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}

function sendObject(
  request: S3Request,
  object: { bytes: Uint8Array; object: BucketObject },
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  const { bytes } = object
  const { storageClass, restored, contentEncoding, metadata } = object.object
  if (
    (storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE') &&
    !restored &&
    request.kind === 'GetObject'
  ) {
    const message = "The operation is not valid for the object's storage class"
    return sendError(response, request, 403, 'InvalidObjectState', message)
  }
  const etag = object.object.etag ?? etagOf(bytes)
  const ifMatch = request.headers['if-match']
  if (ifMatch !== undefined && ifMatch !== etag) {
    const message = 'At least one of the pre-conditions you specified did not hold'
    return sendError(response, request, 412, 'PreconditionFailed', message)
  }
  const headers: Record<string, string | number> = { etag, 'accept-ranges': 'bytes' }
  for (const [name, value] of Object.entries(metadata ?? {})) headers[`x-amz-meta-${name}`] = value
  if (contentEncoding !== undefined) headers['content-encoding'] = contentEncoding
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  if (request.kind === 'HeadObject')
    return send(response, 200, { ...headers, 'content-length': bytes.length })
  if (!range) return send(response, 200, headers, bytes, fault)
  const from = Number(range[1])
  const to = range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1)
  if (from >= bytes.length) {
    return sendError(response, request, 416, 'InvalidRange', 'The requested range is not satisfiable')
  }
  headers['content-range'] = `bytes ${from}-${to}/${bytes.length}`
  send(response, 206, headers, bytes.subarray(from, to + 1), fault)
}

/** The ETag S3 gives to an object that was put in one piece. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}

function sendError(
  response: ServerResponse,
  request: S3Request,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const json = request.kind === 'ListPublicKeys'
  const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`
  const body = json ? JSON.stringify({ __type: code, message }) : xml
  send(response, status, headers, request.kind.startsWith('Head') ? undefined : Buffer.from(body))
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: Uint8Array = new Uint8Array(),
  fault?: Fault,
): void {
  const unframed = fault?.kind === 'no-length'
  response.writeHead(status, { ...(unframed ? {} : { 'content-length': body.length }), ...headers })
  if (fault?.kind === 'cut') {
    // The head promises more than is sent. `reset` slams the connection, otherwise it is closed politely.
    response.write(body.subarray(0, fault.after), () => {
      if (fault.reset) response.socket?.resetAndDestroy()
      else response.socket?.end()
    })
  } else if (fault?.kind === 'hang') response.write(body.subarray(0, fault.after))
  else if (fault?.kind === 'slow') void drip(response, body, fault.chunk, fault.everyMs)
  else response.end(body)
}

async function drip(
  response: ServerResponse,
  body: Uint8Array,
  chunk: number,
  everyMs: number,
): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += chunk) {
    response.write(body.subarray(at, at + chunk))
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  response.end()
}
