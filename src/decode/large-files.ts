// Files so large that two of them at once would take much memory, and the main thread would not answer while it decodes
// one. CloudTrail's own files are hundreds of times smaller.

import { isGzip } from './gunzip.ts'
import { isZstandard } from './zstandard.ts'

/** Bytes of a large file. */
const LARGE = 32 << 20
/** Stored bytes of a compressed file that is probably large. */
const LARGE_STORED = 2 << 20

/** Maximum number of stored bytes of a file that may not be large. */
export const MOST_STORED = LARGE - 1

/** By what the last four bytes of a gzip file state, which for a file made of several parts is too little. */
export function isLarge(stored: Uint8Array): boolean {
  if (stored.length >= LARGE) return true
  if (stored.length < 8 || !isGzip(stored, 0)) return false
  // The highest byte of four is enough, and a view of them would cost more than all the rest.
  return stored[stored.length - 1]! >= LARGE >>> 24
}

/** The same, or it may be large although it does not state that. */
export function mayBeLarge(stored: Uint8Array): boolean {
  if (stored.length >= LARGE_STORED && (isGzip(stored, 0) || isZstandard(stored))) return true
  return isLarge(stored)
}
