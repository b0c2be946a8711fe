// Reads a complete body from a connection that may break: received bytes are kept, and the rest is requested again.
// Knows only that ranges can be requested, and nothing else of S3.

import type { Readable } from 'node:stream'
import { addAbortSignal } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { thousands } from '../../util/format.ts'
import { SourceError } from '../source.ts'

export interface Resume {
  /** Offset of the first missing byte. */
  readonly from: number
  /** Entity tag that the rest must have, so that it belongs to the same object. */
  readonly etag: string
}

export interface Part {
  readonly body: Readable
  /** Offset of this part in the object: the requested one, or 0 if the server sends the whole object again. */
  readonly from: number
  /** Offset at which this part must end, if known; an earlier end means that it was truncated. */
  readonly end?: number | undefined
  /** Entity tag for continuing this part with a range; undefined if only a restart is safe. */
  readonly etag?: string | undefined
}

export interface BodyOptions {
  /** Maximum number of retries without progress. */
  readonly retries: number
  /** Maximum wait before the first retry, in milliseconds. */
  readonly backoff: number
  readonly signal?: AbortSignal | undefined
}

/** Number of new bytes that count as progress; for smaller bodies, a sixteenth of the body. */
const PROGRESS = 64 * 1024

/**
 * Returns bytes in a buffer of their own, so that they can be transferred to a thread. Throws SourceError if the body
 * remains incomplete, and any error of `get`.
 */
export async function readBody<P extends Part>(
  get: (resume?: Resume) => Promise<P>,
  options: BodyOptions,
): Promise<{ readonly bytes: Uint8Array; readonly part: P }> {
  let chunks: Uint8Array[] = []
  let arrived = 0
  let resume: Resume | undefined
  let broke = 0
  for (let retry = 0; ; retry++) {
    const before = arrived
    const part = await get(resume)
    if (part.from !== arrived) {
      chunks = []
      arrived = 0
    }
    let failure: unknown
    try {
      if (options.signal) addAbortSignal(options.signal, part.body)
      for await (const chunk of part.body as AsyncIterable<Uint8Array>) {
        chunks.push(chunk)
        arrived += chunk.length
      }
    } catch (error) {
      options.signal?.throwIfAborted()
      failure = error
    }
    if (failure === undefined && arrived >= (part.end ?? 0)) return { bytes: joinChunks(chunks), part }
    broke++
    // Progress resets the count of retries.
    if (resume !== undefined && arrived - before >= Math.min(PROGRESS, (part.end ?? 0) / 16)) retry = 0
    if (retry === options.retries) throw broken(arrived, part.end, broke, failure)
    resume = part.etag !== undefined && arrived > 0 ? { from: arrived, etag: part.etag } : undefined
    await sleep(Math.random() * options.backoff * 2 ** retry, undefined, { signal: options.signal })
  }
}

/** Joins the chunks into one array with a buffer of its own. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function broken(arrived: number, expected: number | undefined, times: number, cause: unknown): SourceError {
  const of = expected === undefined ? '' : ` of ${thousands(expected)}`
  return new SourceError(
    'unreachable',
    `the connection broke ${times} times, at last after ${thousands(arrived)}${of} bytes`,
    'try again; a lower --concurrency helps on a weak line',
    { cause },
  )
}
