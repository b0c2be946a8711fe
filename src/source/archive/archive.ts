// The content of an archive as folders and objects. Names in it are untrusted: nothing is ever written under them, and
// names that would lead outside are mapped to paths inside.

import type { Listing, SourceObject } from '../source.ts'
import { SourceError } from '../source.ts'

export interface ArchiveEntry {
  /** The name as stored in the archive. */
  readonly name: string
  /** Unpacked size in bytes. */
  readonly size: number
  /** Epoch milliseconds. */
  readonly modified: number | undefined
  /** Throws SourceError. */
  read(signal: AbortSignal | undefined): Promise<Buffer>
}

export interface OpenArchive {
  readonly entries: readonly ArchiveEntry[]
  /** Why later entries are missing, if the archive is incomplete. */
  readonly cut: string | undefined
  close(): void
}

/** The location of an archive's bytes. */
export type ArchiveBytes = { readonly path: string } | { readonly bytes: Uint8Array }

export interface ArchiveLimits {
  /** Maximum unpacked size of one file, in bytes. */
  readonly entry: number
}

const MAX_ENTRIES = 2_000_000

/** Throws SourceError if the archive has so many files that their names would fill the memory. */
export function checkCount(entries: number): void {
  if (entries > MAX_ENTRIES) throw new SourceError('unreadable', `more than ${MAX_ENTRIES} files`, UNPACK)
}

export const UNPACK = 'unpack it and name the folder'

/** The files of an archive below the folder `root`, which ends in `/`. */
export class ArchiveTree {
  private readonly archive: OpenArchive
  private readonly files = new Map<string, ArchiveEntry>()
  private readonly folders = new Map<
    string,
    { readonly folders: Set<string>; readonly objects: SourceObject[] }
  >()

  constructor(root: string, archive: OpenArchive) {
    this.archive = archive
    this.folders.set(root, { folders: new Set(), objects: [] })
    for (const entry of archive.entries) {
      const path = insidePath(entry.name)
      if (path === '') continue
      let key = root + path
      // An archive may contain the same name twice; unpacking would overwrite the first file.
      for (let copy = 2; this.files.has(key); copy++) key = `${root}(${copy})/${path}`
      this.files.set(key, entry)
      this.place(key, root, { key, size: entry.size, modified: entry.modified })
    }
    if (archive.cut !== undefined) this.placeRest(root, archive.cut)
  }

  list(folder: string, startAfter = ''): Listing {
    const found = this.folders.get(folder)
    if (found === undefined) return { folders: [], objects: [] }
    return {
      folders: [...found.folders].filter((key) => key > startAfter).sort(),
      objects: found.objects.filter(({ key }) => key > startAfter).sort((a, b) => (a.key < b.key ? -1 : 1)),
    }
  }

  async read(key: string, signal: AbortSignal | undefined): Promise<Buffer> {
    const entry = this.files.get(key)
    if (entry === undefined) throw new SourceError('not-found', 'no such file in the archive')
    return entry.read(signal)
  }

  close(): void {
    this.archive.close()
  }

  private place(key: string, root: string, object: SourceObject): void {
    let folder = key.slice(0, key.lastIndexOf('/') + 1)
    this.at(folder).objects.push(object)
    while (folder !== root) {
      const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
      const { folders } = this.at(above)
      if (folders.has(folder)) return
      folders.add(folder)
      folder = above
    }
  }

  private at(folder: string): { readonly folders: Set<string>; readonly objects: SourceObject[] } {
    let found = this.folders.get(folder)
    if (found === undefined) this.folders.set(folder, (found = { folders: new Set(), objects: [] }))
    return found
  }

  // Represents the missing rest as an unreadable file, so that it is counted and reported like any other.
  private placeRest(root: string, cut: string): void {
    const key = `${root}rest of the archive`
    const read = async (): Promise<never> => {
      throw new SourceError('unreadable', cut, 'get the archive again; what comes before has been read')
    }
    this.files.set(key, { name: '', size: 0, modified: undefined, read })
    this.place(key, root, { key })
  }
}

/** Maps `../a`, `/a`, `C:\a` and `./a` to paths inside; empty for a folder. */
export function insidePath(name: string): string {
  const parts = name.split(/[/\\]/)
  if (parts.at(-1) === '') return ''
  return parts
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '%2E%2E' : part))
    .join('/')
}
