// A source in which archives appear as folders, so that a walk finds their files as if they had been unpacked. An
// archive is opened when its folder is first listed.

import { limitText } from '../../util/format.ts'
import {
  type ListOptions,
  type Listing,
  type ReadResult,
  type Source,
  SourceError,
  type SourceObject,
} from '../source.ts'
import { type ArchiveLimits, ArchiveTree } from './archive.ts'
import { openArchive } from './open-archive.ts'

const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz)$/i
/** Maximum nesting of archives. */
const MAX_DEPTH = 3
/** Maximum size of an archive in a remote source, which is kept in memory, in bytes. */
const MAX_REMOTE = 1 << 30

export function isArchiveName(key: string): boolean {
  return ARCHIVE.test(key)
}

/**
 * `startIsArchive`: the start is an archive, whatever its name. In a remote source, where opening an archive means
 * fetching all of it, only those are opened whose keys match `opened`.
 */
export function withArchives(
  source: Source,
  limits: ArchiveLimits,
  startIsArchive: boolean,
  opened?: RegExp,
): Source {
  const start = startIsArchive ? `${source.start}/` : source.start
  // Folders that are archives: the start, and those found in listings.
  const roots = new Set(startIsArchive ? [start] : [])
  const open = new Map<string, Promise<ArchiveTree>>()
  const sizes = new Map<string, number>()

  // The innermost archive that contains a key.
  function archiveOf(key: string): string | undefined {
    if (roots.size === 0) return undefined
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
      const root = key.slice(0, at + 1)
      if (roots.has(root)) return root
    }
    return undefined
  }

  function treeOf(root: string): Promise<ArchiveTree> {
    let tree = open.get(root)
    if (tree === undefined) {
      tree = openTree(root)
      open.set(root, tree)
      // Avoids an unhandled rejection; callers get the error from the returned promise.
      tree.catch(() => {})
    }
    return tree
  }

  async function openTree(root: string): Promise<ArchiveTree> {
    const key = root.slice(0, -1)
    if ((sizes.get(root) ?? 0) > MAX_REMOTE)
      throw new SourceError('unreadable', `larger than ${limitText(MAX_REMOTE)}`, 'download it first')
    const outer = archiveOf(key)
    const path = outer === undefined ? source.localPath?.(key) : undefined
    const where = path === undefined ? { bytes: await bytesOf({ key }, outer) } : { path }
    return new ArchiveTree(root, await openArchive(where, limits))
  }

  async function bytesOf(
    object: SourceObject,
    outer: string | undefined,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    if (outer === undefined) return (await source.read(object, signal)).bytes
    return (await treeOf(outer)).read(object.key, signal)
  }

  function foldersFor(listing: Listing, depth: number, startAfter = ''): Listing {
    const { folders, objects } = listing
    if (depth >= MAX_DEPTH) return listing
    const isOpened = (key: string): boolean =>
      isArchiveName(key) && (depth > 0 || !source.remote || opened?.test(key) === true)
    const archives = objects.filter(({ key }) => isOpened(key))
    if (archives.length === 0) return listing
    const found = archives.map(({ key }) => `${key}/`)
    for (const root of found) roots.add(root)
    for (const { key, size } of archives) if (source.remote && size !== undefined) sizes.set(`${key}/`, size)
    return {
      ...listing,
      folders: [...folders, ...found.filter((root) => root > startAfter)].sort(),
      objects: objects.filter(({ key }) => !isOpened(key)),
    }
  }

  function depthOf(folder: string): number {
    const root = archiveOf(folder)
    return root === undefined ? 0 : 1 + depthOf(root.slice(0, -1))
  }

  return {
    ...source,
    start,
    async list(folder: string, options?: ListOptions): Promise<Listing> {
      const root = archiveOf(folder)
      if (root === undefined) {
        return foldersFor(await source.list(folder, options), 0, options?.startAfter)
      }
      const listing = (await treeOf(root)).list(folder, options?.startAfter)
      return foldersFor(listing, depthOf(folder), options?.startAfter)
    },
    async read(object: SourceObject, signal?: AbortSignal): Promise<ReadResult> {
      const root = archiveOf(object.key)
      if (root === undefined) return source.read(object, signal)
      // A buffer of its own, which may be transferred to a thread.
      return { bytes: await bytesOf(object, root, signal) }
    },
    ...(source.localPath && {
      localPath: (key: string) => (archiveOf(key) === undefined ? source.localPath!(key) : undefined),
    }),
    close(): void {
      for (const tree of open.values())
        void tree.then(
          (one) => one.close(),
          () => {},
        )
      source.close?.()
    },
  }
}
