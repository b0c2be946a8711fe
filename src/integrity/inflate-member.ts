// The bytes that CloudTrail hashed: what the one gzip member of a file holds. Readers that join members would let
// records be appended to a file that still "validates" (domain §5.7), so whatever follows the first member is named.

import { crc32, inflateRaw } from 'node:zlib'

export type Member =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly zipped: boolean }
  | { readonly ok: false; readonly why: 'format' | 'too-big' | 'second-member' | 'trailing-bytes' }

/** CloudTrail's limit is 50 MB; the rest is room for what it may become, and an end for bombs. */
export const INFLATED_MAX = 256 * 1024 * 1024
const TRAILER = 8

/**
 * Inflates one gzip member. Bytes that are not gzip at all come back as they are: people unzip what they download,
 * and hashes are over the inflated bytes. Never throws for what the bytes hold.
 */
export async function inflateMember(bytes: Uint8Array, max: number = INFLATED_MAX): Promise<Member> {
  if (!isGzip(bytes, 0)) {
    return bytes.length > max ? { ok: false, why: 'too-big' } : { ok: true, bytes, zipped: false }
  }
  const start = headerLength(bytes)
  if (start === undefined) return { ok: false, why: 'format' }
  const inflated = await inflate(bytes, start, max)
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

function isGzip(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b
}

// RFC 1952: ten bytes, then extra field, name, comment and header checksum, each if its flag is set.
function headerLength(bytes: Uint8Array): number | undefined {
  const flags = bytes[3]
  if (bytes.length < 10 || bytes[2] !== 8 || flags === undefined) return undefined
  let at = 10
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0)
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const zero = bytes.indexOf(0, at)
    if (zero < 0) return undefined
    at = zero + 1
  }
  if (flags & 2) at += 2
  return at < bytes.length ? at : undefined
}

interface Inflated {
  readonly bytes: Uint8Array
  /** Bytes of input that the member's data took. */
  readonly used: number
}

function inflate(bytes: Uint8Array, start: number, max: number): Promise<Inflated | 'format' | 'too-big'> {
  const options = { info: true, maxOutputLength: max, chunkSize: expectedLength(bytes) }
  return new Promise((resolve) => {
    inflateRaw(bytes.subarray(start), options, (error, result) => {
      if (error) {
        resolve((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'format')
        return
      }
      // With `info`, Node answers an object that its types do not know.
      const { buffer, engine } = result as unknown as {
        buffer: Uint8Array
        engine: { bytesWritten: number }
      }
      resolve({ bytes: buffer, used: engine.bytesWritten })
    })
  })
}

// The last four bytes tell the inflated length. One trip to the thread pool instead of one per 16 KiB; a lie costs
// at most this much memory.
function expectedLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const told = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true)
  return Math.min(Math.max(told + 64, 1024), 16 * 1024 * 1024)
}
