// Reads a whole body from a connection that may break: what has arrived is kept, and the rest is asked for again.
// Knows nothing of S3 but that a range can be asked for.

import type { Readable } from 'node:stream'
import { addAbortSignal } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { thousands } from '../../util/format.ts'
import { SourceError } from '../source.ts'

export interface Resume {
  /** The first byte that is missing. */
  readonly from: number
  /** The rest must be of the same object as what is there already. */
  readonly etag: string
}

export interface Part {
  readonly body: Readable
  /** Where in the object this part begins: where it was asked to, or 0 when the server sends everything again. */
  readonly from: number
  /** How many bytes of the object there must be when this part ends, as far as it is known; fewer means that it was cut. */
  readonly end?: number | undefined
  /** What a range must match to continue this part; undefined where only starting again is safe. */
  readonly etag?: string | undefined
}

export interface BodyOptions {
  /** How often to ask again without anything new. */
  readonly retries: number
  /** Milliseconds that the first retry waits at most. */
  readonly backoff: number
  readonly signal?: AbortSignal | undefined
}

/** So many new bytes are progress, and a sixteenth of a smaller body. */
const PROGRESS = 64 * 1024

/**
 * Bytes of their own buffer, so that they may be transferred to a thread. Throws SourceError when the body stays
 * broken, and whatever `get` throws.
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
    // Whatever moves on comes to its end.
    if (resume !== undefined && arrived - before >= Math.min(PROGRESS, (part.end ?? 0) / 16)) retry = 0
    if (retry === options.retries) throw broken(arrived, part.end, broke, failure)
    resume = part.etag !== undefined && arrived > 0 ? { from: arrived, etag: part.etag } : undefined
    await sleep(Math.random() * options.backoff * 2 ** retry, undefined, { signal: options.signal })
  }
}

/** The chunks as one array that shares its buffer with nobody. */
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
