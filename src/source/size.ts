// How large an object is. Listings of S3 say so; on disk it takes a stat, which only those pay who ask.

import { statSync } from 'node:fs'
import type { Source, SourceObject } from './source.ts'

/** Bytes as stored; undefined where nobody can tell: a pipe, a link that leads nowhere. */
export function sizeOf(source: Source, { key, size }: SourceObject): number | undefined {
  const path = size === undefined ? source.localPath?.(key) : undefined
  if (path === undefined) return size
  try {
    const stat = statSync(path)
    return stat.isFile() ? stat.size : undefined
  } catch {
    return undefined
  }
}
