// Signed GET requests of the S3 protocol, with retries. The SDK provides credentials, endpoints and sockets; its
// middleware is not used, because it takes 0.6 ms of CPU per request, three times as much as everything else (2026-11,
// Node 20). The only module that imports the packages the SDK consists of.

import type { S3Client } from '@aws-sdk/client-s3'
import { getEndpointFromInstructions } from '@smithy/core/endpoints'
import { HttpRequest } from '@smithy/core/protocols'
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry'
import { SignatureV4 } from '@smithy/signature-v4'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import type { RetryStrategy } from './retry.ts'
import { joinChunks } from './body.ts'
import { parseXml, textIn, type Element } from './xml.ts'

export interface S3Get {
  /** Undefined for the bucket itself. */
  readonly key?: string | undefined
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

export interface S3Answer {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Must be read to its end or destroyed to free the socket. */
  readonly body: Readable
}

export interface RequesterOptions {
  readonly client: S3Client
  readonly bucket: string
  readonly retry: RetryStrategy
  /** False for anonymous requests. */
  readonly isSigned: boolean
  /** The Region to which requests are currently sent. */
  readonly region: () => string
  /** Parameters that the SDK needs to determine the endpoint of a bucket. */
  readonly command: Parameters<typeof getEndpointFromInstructions>[1]
}

export interface Requester {
  /** True if only the SDK supports this bucket, because it needs a session or a multi-Region signature. */
  isOnlyForSdk(): Promise<boolean>
  /** Throws the same errors as the SDK, with S3's names, `$metadata` and `$response`; and any error of `read`. */
  get<T>(get: S3Get, signal: AbortSignal | undefined, read: (answer: S3Answer) => Promise<T> | T): Promise<T>
}

/** SHA-256 of the empty body of a GET. */
const EMPTY_BODY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** S3 accepts a clock skew of 15 minutes; the SDK corrects its clock from 4 minutes on. */
const MAX_SKEW = 240_000
/** Maximum length of an error document. */
const MAX_ERROR = 1 << 20

interface Place {
  readonly url: URL
  readonly signer: SignatureV4 | undefined
}

export function requester({ client, bucket, retry, isSigned, region, command }: RequesterOptions): Requester {
  const { config } = client
  const places = new Map<string, Promise<Place>>()
  /** Milliseconds by which S3's clock is ahead. */
  let skew = 0

  const place = (): Promise<Place> => {
    const known = places.get(region()) ?? find()
    places.set(region(), known)
    return known
  }

  async function find(): Promise<Place> {
    const { url, properties } = await getEndpointFromInstructions({ Bucket: bucket }, command, { ...config })
    const schemes = (properties?.['authSchemes'] ?? []) as readonly AuthScheme[]
    const scheme = schemes.find(({ name }) => name === 'sigv4')
    const signer =
      scheme &&
      new SignatureV4({
        service: scheme.signingName ?? 's3',
        region: scheme.signingRegion ?? region(),
        credentials: config.credentials,
        sha256: config.sha256,
        uriEscapePath: scheme.disableDoubleEncoding !== true,
      })
    return { url, signer }
  }

  async function send(get: S3Get, signal: AbortSignal | undefined): Promise<S3Answer> {
    const { url, signer } = await place()
    let request = new HttpRequest({
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: pathOf(url, get.key),
      query: { ...get.query },
      headers: {
        host: url.host,
        'user-agent': 'trail-explore',
        'x-amz-content-sha256': EMPTY_BODY,
        ...get.headers,
      },
    })
    if (isSigned) {
      const signingDate = new Date(Date.now() + skew)
      request = (await signer!.sign(request, { signingDate })) as HttpRequest
    }
    const options = signal === undefined ? {} : { abortSignal: signal }
    const { response } = await config.requestHandler.handle(request, options)
    const headers = response.headers as Record<string, string>
    const body = response.body as Readable
    const { statusCode } = response
    if (statusCode === 200 || statusCode === 206) return { headers, body }
    const isCorrected = statusCode === 403 && correctClock(headers['date'])
    throw errorOf(statusCode, headers, await textOf({ headers, body }, MAX_ERROR), isCorrected)
  }

  // Corrects the clock, only after a refusal. Returns true if it was wrong.
  function correctClock(date: string | undefined): boolean {
    const ahead = Date.parse(date ?? '') - Date.now()
    if (Number.isNaN(ahead) || Math.abs(ahead - skew) < MAX_SKEW) return false
    skew = ahead
    return true
  }

  return {
    isOnlyForSdk: async () => (await place()).signer === undefined,
    async get(get, signal, read) {
      // Outside the retries, because the services used here retry by themselves.
      if (isSigned) await config.credentials()
      let token = await retry.acquireInitialRetryToken('')
      for (;;) {
        try {
          const done = await read(await send(get, signal))
          retry.recordSuccess(token)
          return done
        } catch (error) {
          signal?.throwIfAborted()
          token = await retry
            .refreshRetryTokenForRetry(token, { error, errorType: kindOf(error as never) })
            .catch(() => Promise.reject(error))
          await sleep(token.getRetryDelay(), undefined, signal && { signal })
        }
      }
    },
  }
}

interface AuthScheme {
  readonly name: string
  readonly signingName?: string
  readonly signingRegion?: string
  readonly disableDoubleEncoding?: boolean
}

type SdkError = Parameters<typeof isTransientError>[0]

function kindOf(error: SdkError): string {
  if (isThrottlingError(error)) return 'THROTTLING'
  if (isTransientError(error)) return 'TRANSIENT'
  return isServerError(error) ? 'SERVER_ERROR' : 'CLIENT_ERROR'
}

function pathOf(url: URL, key: string | undefined): string {
  const base = url.pathname.replace(/\/+$/, '')
  return key === undefined ? base || '/' : `${base}/${key.split('/').map(encode).join('/')}`
}

// Encodes every character except those that the protocol leaves unencoded.
function encode(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Reads a body as text, up to about `most` bytes. Throws if it is truncated. */
export async function textOf({ body }: S3Answer, most = Infinity): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    if (size < most) chunks.push(chunk)
    size += chunk.length
  }
  return Buffer.from(joinChunks(chunks)).toString('utf8')
}

function errorOf(
  status: number,
  headers: S3Answer['headers'],
  text: string,
  clockSkewCorrected: boolean,
): Error {
  const told = tryXml(text)
  const isTold = told?.name === 'Error'
  const error = new Error((isTold && textIn(told, 'Message')) || `HTTP status ${status}`)
  return Object.assign(error, {
    name: (isTold && textIn(told, 'Code')) || 'UnknownError',
    Region: isTold ? textIn(told, 'Region') : undefined,
    $metadata: { httpStatusCode: status, clockSkewCorrected },
    $response: { headers },
  })
}

function tryXml(text: string): Element | undefined {
  try {
    return parseXml(text)
  } catch {
    // The body is empty or not S3's, for example a proxy's page.
    return undefined
  }
}
