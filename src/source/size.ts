// The size of an object. S3 listings contain it; on disk it costs a stat, so it is determined only on request.

import { statSync } from 'node:fs'
import { fsPath } from '../util/fs-path.ts'
import type { Source, SourceObject } from './source.ts'

/** Stored bytes; undefined if unknown: a pipe, a broken link. */
export function sizeOf(source: Source, { key, size }: SourceObject): number | undefined {
  const path = size === undefined ? source.localPath?.(key) : undefined
  if (path === undefined) return size
  try {
    const stat = statSync(fsPath(path))
    return stat.isFile() ? stat.size : undefined
  } catch {
    return undefined
  }
}
