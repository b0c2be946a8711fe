// How large an object is. Listings of S3 say so; on disk it takes a stat, which only those pay who ask.

import { statSync } from 'node:fs'
import type { Source, SourceObject } from './source.ts'

/** Bytes as stored; undefined where nobody can tell: a pipe, a link that leads nowhere. */
export function sizeOf(source: Source, { key, size }: SourceObject): number | undefined {
  if (size !== undefined || !source.localPath) return size
  try {
    const stat = statSync(source.localPath(key))
    return stat.isFile() ? stat.size : undefined
  } catch {
    return undefined
  }
}
