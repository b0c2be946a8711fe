// Inflates exactly what CloudTrail hashed: the single gzip member of a file. A reader that joins members would let
// somebody append records to a file that still validates, so anything after the first member is reported.
// decode/gunzip.ts is deliberately separate: it recovers as much as it can and runs on a thread of its own, whereas
// this module rejects anything imperfect and inflates large files on Node's thread pool.

import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { headerEnd, isGzip, oddHeader } from '../decode/gunzip.ts'

export type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly zipped: boolean }
  | { readonly ok: false; readonly why: 'format' | 'too-big' | 'second-member' | 'trailing-bytes' }

/** CloudTrail's limit is 50 MB. The rest is headroom for growth, and a bound on decompression bombs. */
export const MAX_INFLATED = 256 * 1024 * 1024
const TRAILER = 8
/** Below this size, handing a file to another thread costs more than inflating it here (median log file: 2 KB). */
const SMALL = 8 * 1024

/**
 * Inflates one gzip member. Bytes that are not gzip are returned unchanged, because people unzip what they download,
 * and hashes cover the inflated bytes. Never throws, whatever the bytes contain.
 */
export async function inflateMember(bytes: Uint8Array, max: number = MAX_INFLATED): Promise<Member> {
  if (!isGzip(bytes, 0)) {
    return bytes.length > max ? { ok: false, why: 'too-big' } : { ok: true, bytes, zipped: false }
  }
  const start =
    oddHeader(bytes, 0) === undefined
      ? headerEnd(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0)
      : -1
  if (start < 0) return { ok: false, why: 'format' }
  const inflated = bytes.length < SMALL ? inflateSmall(bytes, start, max) : await inflate(bytes, start, max)
  if (typeof inflated === 'string') return { ok: false, why: inflated }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const trailer = start + inflated.used
  // Node accepts a truncated trailer, and raw inflate ignores the trailer altogether.
  if (trailer + TRAILER > bytes.length) return { ok: false, why: 'format' }
  if (view.getUint32(trailer, true) !== crc32(inflated.bytes)) return { ok: false, why: 'format' }
  if (view.getUint32(trailer + 4, true) !== inflated.bytes.length) return { ok: false, why: 'format' }
  const end = trailer + TRAILER
  if (end < bytes.length) return { ok: false, why: isGzip(bytes, end) ? 'second-member' : 'trailing-bytes' }
  return { ok: true, bytes: inflated.bytes, zipped: true }
}

interface Inflated {
  readonly bytes: Uint8Array
  /** Number of input bytes that the member's deflate data took. */
  readonly used: number
}

/** The result of Node's zlib functions with `info: true`, which @types/node does not describe. */
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

// The last four bytes of a gzip file state the inflated length. A chunk of that size needs one trip to the thread pool
// instead of one for each 16 KiB. A false length costs at most 16 MiB of memory.
function expectedLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const told = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true)
  return Math.min(Math.max(told + 64, 1024), 16 * 1024 * 1024)
}
