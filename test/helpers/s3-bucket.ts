// Content of a bucket of the test server: a map, a folder on disk, or a tree generated on demand.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface BucketObject {
  readonly key: string
  readonly size: number
  /** With quotes, as S3 sends it. */
  readonly etag?: string
  /** Epoch milliseconds. */
  readonly modified?: number
  readonly storageClass?: string
  /** True if a restored copy of an archived object exists. */
  readonly restored?: boolean
  readonly metadata?: Readonly<Record<string, string>>
  readonly contentEncoding?: string
}

export interface Bucket {
  /** Objects whose key starts with `prefix` and sorts after `startAfter`, ascending by key. Generated lazily. */
  list(prefix: string, startAfter: string): Iterable<BucketObject>
  get(key: string): { readonly bytes: Uint8Array; readonly object: BucketObject } | undefined
}

export interface BucketFile extends Omit<BucketObject, 'key' | 'size'> {
  readonly bytes: Uint8Array
}

export function mapBucket(files: Readonly<Record<string, Uint8Array | string | BucketFile>>): Bucket {
  const entries = new Map(Object.entries(files).map(([key, file]) => [key, toFile(file)] as const))
  const keys = [...entries.keys()].sort()
  const describe = (key: string, { bytes, ...rest }: BucketFile): BucketObject => ({
    key,
    size: bytes.length,
    ...rest,
  })
  return {
    *list(prefix, startAfter) {
      for (let i = firstAfter(keys, startAfter, prefix); i < keys.length; i++) {
        const key = keys[i] ?? ''
        if (!key.startsWith(prefix)) return
        const file = entries.get(key)
        if (file) yield describe(key, file)
      }
    },
    get(key) {
      const file = entries.get(key)
      return file && { bytes: file.bytes, object: describe(key, file) }
    },
  }
}

/** The files below a folder, in their state at each request. */
export function folderBucket(root: string): Bucket {
  const read = (key: string): BucketFile => ({ bytes: readFileSync(join(root, key)) })
  return {
    *list(prefix, startAfter) {
      const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) =>
        path.replaceAll('\\', '/'),
      )
      for (const key of paths.sort()) {
        if (key <= startAfter || !key.startsWith(prefix)) continue
        const stat = statSync(join(root, key))
        if (stat.isFile()) yield { key, size: stat.size, modified: stat.mtimeMs }
      }
    },
    get(key) {
      const isFile = statSync(join(root, key), { throwIfNoEntry: false })?.isFile() ?? false
      if (!isFile) return undefined
      const { bytes } = read(key)
      return { bytes, object: { key, size: bytes.length } }
    },
  }
}

/**
 * A bucket of any size without files: `children` returns the direct content of a folder (folders end in `/`,
 * ascending), `bytes` generates a file. Only folders that a request touches are generated.
 */
export function treeBucket(
  children: (folder: string) => readonly string[],
  bytes: (key: string) => Uint8Array,
): Bucket {
  function* walk(folder: string, prefix: string, startAfter: string): Iterable<BucketObject> {
    for (const name of children(folder)) {
      const key = folder + name
      if (!name.endsWith('/')) {
        if (key > startAfter && key.startsWith(prefix)) yield { key, size: bytes(key).length }
      } else if (
        (key.startsWith(prefix) || prefix.startsWith(key)) &&
        (key > startAfter || startAfter.startsWith(key)) &&
        !startAfter.startsWith(key + LAST)
      ) {
        yield* walk(key, prefix, startAfter)
      }
    }
  }
  return {
    list: (prefix, startAfter) => walk('', prefix, startAfter),
    get(key) {
      const cut = key.lastIndexOf('/') + 1
      if (!children(key.slice(0, cut)).includes(key.slice(cut))) return undefined
      const made = bytes(key)
      return { bytes: made, object: { key, size: made.length } }
    },
  }
}

/** The server skips a folder by continuing after the folder's last possible key. */
const LAST = '\u{10ffff}'

function toFile(file: Uint8Array | string | BucketFile): BucketFile {
  if (typeof file === 'string') return { bytes: Buffer.from(file) }
  return file instanceof Uint8Array ? { bytes: file } : file
}

function firstAfter(keys: readonly string[], startAfter: string, prefix: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    const key = keys[middle] ?? ''
    if (key <= startAfter || key < prefix) low = middle + 1
    else high = middle
  }
  return low
}
