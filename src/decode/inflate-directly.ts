// The fast path from a log file to its text, which nearly all files take: one complete gzip member, with the length and
// checksum that it states, is inflated directly into the scanner's memory. Any other file is rejected here and goes
// through unpack.ts, which reports what is wrong and recovers what can be read.

import { crc32 } from 'node:zlib'
import { headerEnd, isGzip, oddHeader } from './gunzip.ts'
import type { Scanner } from './json/scan.ts'

const TRAILER = 8
/** Maximum expansion of deflate data. A file that states more is wrong, and not worth the memory. */
const MOST_GROWTH = 1032
const OPEN = 0x7b

/** The text, which the scanner then holds; undefined for a file that needs the slow path. */
export function inflateDirectly(scanner: Scanner, file: Uint8Array, cap: number): Buffer | undefined {
  if (!isGzip(file, 0) || oddHeader(file, 0) !== undefined) return undefined
  const start = headerEnd(file, 0)
  const size = file.length - start - TRAILER
  if (start < 0 || size <= 0) return undefined
  const trailer = new DataView(file.buffer, file.byteOffset + file.length - TRAILER, TRAILER)
  const length = trailer.getUint32(4, true)
  if (length > cap || length > size * MOST_GROWTH) return undefined
  if (scanner.inflate(file.subarray(start, start + size), length) !== size) return undefined
  const text = scanner.bytes
  // A log file is a JSON object in UTF-8. Anything else, such as another gzip layer, is unusual too.
  const isUsual = text[0] === OPEN && text[1] !== 0
  return isUsual && crc32(text) === trailer.getUint32(0, true) ? text : undefined
}
