// Inflates exactly what CloudTrail hashed: the single gzip member of a file. A reader that joins members would let
// somebody append records to a file that still validates, so anything after the first member is reported. A file with
// nothing unusual is inflated by the scanner, as in a search; any other one by zlib, which says what is wrong with it.
// decode/gunzip.ts is deliberately separate: it recovers as much as it can, whereas this module rejects anything
// imperfect.

import { crc32, inflateRawSync } from 'node:zlib'
import { headerEnd, isGzip, oddHeader } from '../decode/gunzip.ts'
import { inflatedWhole } from '../decode/inflate-directly.ts'

export type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly zipped: boolean }
  | { readonly ok: false; readonly why: 'format' | 'too-big' | 'second-member' | 'trailing-bytes' }

/** CloudTrail's limit is 50 MB. The rest is headroom for growth, and a bound on decompression bombs. */
export const MAX_INFLATED = 256 * 1024 * 1024
const TRAILER = 8

/**
 * Inflates one gzip member; its bytes are valid until the next call. Bytes that are not gzip are returned unchanged,
 * because people unzip what they download, and hashes cover the inflated bytes. Never throws, whatever the bytes contain.
 */
export function inflateMember(bytes: Uint8Array, max: number = MAX_INFLATED): Member {
  if (!isGzip(bytes, 0)) {
    return bytes.length > max ? { ok: false, why: 'too-big' } : { ok: true, bytes, zipped: false }
  }
  const whole = inflatedWhole(bytes, max)
  return whole ? { ok: true, bytes: whole, zipped: true } : inflateUnusual(bytes, max)
}

function inflateUnusual(bytes: Uint8Array, max: number): Member {
  const start = oddHeader(bytes, 0) === undefined ? headerEnd(bytes, 0) : -1
  if (start < 0) return { ok: false, why: 'format' }
  const inflated = inflate(bytes, start, max)
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

function inflate(bytes: Uint8Array, start: number, max: number): Inflated | Failure {
  try {
    const options = { info: true, maxOutputLength: max, chunkSize: expectedLength(bytes) }
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), options) as unknown as RawResult
    return { bytes: buffer, used: engine.bytesWritten }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'format'
  }
}

// The last four bytes of a gzip file state the inflated length. A chunk of that size needs one buffer and no joining. A
// false length costs at most 16 MiB of memory.
function expectedLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const told = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true)
  return Math.min(Math.max(told + 64, 1024), 16 * 1024 * 1024)
}
