// A source of files in memory; a file can be replaced by an error.

import { createHash } from 'node:crypto'
import { SourceError, type Source, type SourceObject } from '../../src/source/source.ts'

export interface MemorySourceOptions {
  /** Where the walk begins. */
  readonly start?: string
  /** Behaves like S3: days are listed by name. */
  readonly remote?: boolean
  /** Listings include sizes and ETags, like S3's. */
  readonly etags?: boolean
  /** Too large to be listed in one piece. */
  readonly large?: boolean
}

export function memorySource(
  files: Readonly<Record<string, Uint8Array | Error>>,
  { start = '', remote = true, etags = false, large = false }: MemorySourceOptions = {},
): Source {
  const keys = Object.keys(files).sort()
  return {
    uri: `memory:${start}`,
    start,
    remote,
    display: (key) => key,
    async list(folder, { startAfter = '', atMost = Infinity, deep = false, signal } = {}) {
      signal?.throwIfAborted()
      const folders = new Set<string>()
      const objects: SourceObject[] = []
      if (deep && large) return { folders: [], objects, more: true }
      for (const key of keys) {
        if (!key.startsWith(folder) || key <= startAfter) continue
        if (objects.length + folders.size >= atMost) return { folders: [...folders], objects, more: true }
        const slash = deep ? -1 : key.indexOf('/', folder.length)
        if (slash < 0) objects.push({ key, ...(etags && told(files[key])) })
        else folders.add(key.slice(0, slash + 1))
      }
      return { folders: [...folders], objects }
    },
    async read({ key }, signal) {
      signal?.throwIfAborted()
      const file = files[key]
      if (file === undefined) throw new SourceError('not-found', 'no such key')
      if (file instanceof Error) throw file
      return { bytes: file }
    },
  }
}

function told(file: Uint8Array | Error | undefined): Pick<SourceObject, 'size' | 'etag'> {
  if (!(file instanceof Uint8Array)) return {}
  return { size: file.length, etag: createHash('md5').update(file).digest('hex') }
}
