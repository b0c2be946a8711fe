// Files so large that two of them at once would take much memory, and the main thread would not answer while it decodes
// one. CloudTrail's own files are hundreds of times smaller.

import { statSync } from 'node:fs'
import { fsPath } from '../util/fs-path.ts'
import type { FileInput } from './batch.ts'
import { isGzip } from './gunzip.ts'

/** Inflated bytes of a large file. */
const LARGE = 32 << 20
/** Stored bytes of a compressed file that is probably large. */
const LARGE_STORED = 2 << 20

const COMPRESSED = /\.(?:gz|zst|zstd)$/i

/** By what the last four bytes of a gzip file state, which for a file made of several parts is too little. */
export function isLarge(stored: Uint8Array): boolean {
  if (stored.length >= LARGE) return true
  if (stored.length < 8 || !isGzip(stored, 0)) return false
  const at = stored.length - 4
  const stated = new DataView(stored.buffer, stored.byteOffset + at, 4).getUint32(0, true)
  return stated >= LARGE
}

/** The same before the file is read, from its size. */
export function isProbablyLarge({ bytes, path }: FileInput): boolean {
  if (bytes !== undefined) return isLarge(bytes)
  const least = COMPRESSED.test(path!) ? LARGE_STORED : LARGE
  try {
    return (statSync(fsPath(path!), { throwIfNoEntry: false })?.size ?? 0) >= least
  } catch {
    return false // reported when the file is read
  }
}
