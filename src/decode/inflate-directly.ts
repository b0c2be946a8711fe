// The fast path from a log file to its text, which nearly all files take: one complete gzip member, with the length and
// checksum that it states, is inflated directly into the scanner's memory. Any other file is rejected here and goes
// through unpack.ts, which reports what is wrong and recovers what can be read.

import { headerEnd, isGzip, oddHeader } from './gunzip.ts'
import { NoRoomError, Scanner } from './json/scan.ts'

const TRAILER = 8
/** Maximum expansion of deflate data. A file that states more is wrong, and not worth the memory. */
const MAX_GROWTH = 1032
const OPEN = 0x7b

/**
 * The text, which the scanner then holds; undefined for a file that needs the slow path. `forWords`: the words of the
 * text will be wanted.
 */
export function inflateDirectly(
  scanner: Scanner,
  file: Uint8Array,
  cap: number,
  forWords = false,
): Buffer | undefined {
  const text = inflateWhole(scanner, file, cap, forWords)
  // A log file is a JSON object in UTF-8. Anything else, such as another gzip layer, is unusual too.
  return text?.[0] === OPEN && text[1] !== 0 ? text : undefined
}

/**
 * The content of a file that is exactly one gzip member with a correct length and checksum, at most `cap` bytes, which the
 * scanner then holds; undefined for any other file.
 */
function inflateWhole(scanner: Scanner, file: Uint8Array, cap: number, forWords = false): Buffer | undefined {
  if (!isGzip(file, 0) || oddHeader(file, 0) !== undefined) return undefined
  const start = headerEnd(file, 0)
  const end = file.length - TRAILER
  if (start < 0 || end <= start) return undefined
  const length = word(file, end + 4)
  if (length > cap || length > (end - start) * MAX_GROWTH) return undefined
  if (scanner.inflate(file, length, start, end, forWords) !== end - start) return undefined
  return scanner.crc32() === word(file, end) ? scanner.bytes : undefined
}

let own: Scanner | undefined

/** The same without a scanner of the caller's: the content is valid until the next call. */
export function inflatedWhole(file: Uint8Array, cap: number): Buffer | undefined {
  try {
    return inflateWhole((own ??= new Scanner()), file, cap)
  } catch (error) {
    if (error instanceof NoRoomError) return undefined
    throw error
  }
}

// A view of the trailer would cost more than reading it.
function word(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}
