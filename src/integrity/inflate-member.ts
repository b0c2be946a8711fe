// The bytes that CloudTrail hashed: what the one gzip member of a file holds. Readers that join members would let
// records be appended to a file that still "validates", so whatever follows the first member is named.
// decode/gunzip.ts does the opposite, and is another function for it: it rescues what it can, and runs in a thread of
// its own, where this one refuses what is not perfect and leaves large files to Node's threads.

import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { headerEnd, isGzip } from '../decode/gunzip.ts'

export type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly zipped: boolean }
  | { readonly ok: false; readonly why: 'format' | 'too-big' | 'second-member' | 'trailing-bytes' }

/** CloudTrail's limit is 50 MB; the rest is room for what it may become, and an end for bombs. */
export const MAX_INFLATED = 256 * 1024 * 1024
const TRAILER = 8
/** Below this, handing a file to another thread costs more than inflating it (median log file: 2 KB). */
const SMALL = 8 * 1024

/**
 * Inflates one gzip member. Bytes that are not gzip at all come back as they are: people unzip what they download,
 * and hashes are over the inflated bytes. Never throws for what the bytes hold.
 */
export async function inflateMember(bytes: Uint8Array, max: number = MAX_INFLATED): Promise<Member> {
  if (!isGzip(bytes, 0)) {
    return bytes.length > max ? { ok: false, why: 'too-big' } : { ok: true, bytes, zipped: false }
  }
  const start = bytes[2] === 8 ? headerEnd(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0) : -1
  if (start < 0) return { ok: false, why: 'format' }
  const inflated = bytes.length < SMALL ? inflateSmall(bytes, start, max) : await inflate(bytes, start, max)
  if (typeof inflated === 'string') return { ok: false, why: inflated }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trailer = start + inflated.used
  // Node takes a cut trailer for a good one, and raw inflate does not look at it at all.
  if (trailer + TRAILER > bytes.length) return { ok: false, why: 'format' }
  if (view.getUint32(trailer, true) !== crc32(inflated.bytes)) return { ok: false, why: 'format' }
  if (view.getUint32(trailer + 4, true) !== inflated.bytes.length) return { ok: false, why: 'format' }
  const end = trailer + TRAILER
  if (end < bytes.length) return { ok: false, why: isGzip(bytes, end) ? 'second-member' : 'trailing-bytes' }
  return { ok: true, bytes: inflated.bytes, zipped: true }
}

interface Inflated {
  readonly bytes: Uint8Array
  /** Bytes of input that the member's data took. */
  readonly used: number
}

/** With `info`, Node answers an object that its types do not know. */
interface RawResult {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

type Failure = 'format' | 'too-big'

function inflateSmall(bytes: Uint8Array, start: number, max: number): Inflated | Failure {
  try {
    return inflatedOf(inflateRawSync(bytes.subarray(start), optionsFor(bytes, max)))
  } catch (error) {
    return failureOf(error)
  }
}

function inflate(bytes: Uint8Array, start: number, max: number): Promise<Inflated | Failure> {
  return new Promise((resolve) => {
    inflateRaw(bytes.subarray(start), optionsFor(bytes, max), (error, result) => {
      resolve(error ? failureOf(error) : inflatedOf(result))
    })
  })
}

function optionsFor(bytes: Uint8Array, max: number) {
  return { info: true, maxOutputLength: max, chunkSize: expectedLength(bytes) }
}

function inflatedOf(result: unknown): Inflated {
  const { buffer, engine } = result as RawResult
  return { bytes: buffer, used: engine.bytesWritten }
}

function failureOf(error: unknown): Failure {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'format'
}

// The last four bytes tell the inflated length. One trip to the thread pool instead of one per 16 KiB; a lie costs
// at most this much memory.
function expectedLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const told = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true)
  return Math.min(Math.max(told + 64, 1024), 16 * 1024 * 1024)
}
