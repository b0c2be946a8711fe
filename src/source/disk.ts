// Folders and files on disk. Listing is one synchronous readdir per folder and no stat per file: 3 to 4 times as fast
// as the promise API on small files (measured 2026-11, ext4), and there is no other work to overlap it with.

import type { Dirent } from 'node:fs'
import { createReadStream, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import path, { basename, dirname, join, resolve } from 'node:path'
import { diskPaths } from './disk-path.ts'
import { joinChunks } from './s3/body.ts'
import { readRegularFile } from '../util/read-regular-file.ts'
import type { Listing, Source, SourceObject } from './source.ts'
import { SourceError } from './source.ts'

const { keyOf, pathOf, displayBelow } = diskPaths(path)

/** A source for a path as typed, relative to `cwd`. Throws SourceError if nothing exists there. */
export function diskSource(typed: string, cwd: string): Source {
  const absolute = resolve(cwd, typed)
  const kind = kindOf(absolute)
  const key = keyOf(absolute)
  const start = kind === 'folder' && key !== '' ? `${key}/` : key
  const source: Source = {
    uri: typed,
    start,
    remote: false,
    display: displayBelow(typed, absolute),
    list: async (folder, options) => listFolder(folder, options?.startAfter),
    read: async (object) => ({ bytes: readFile(pathOf(object.key)) }),
  }
  // A pipe can be read only once and has no length, so workers must not open it themselves.
  if (kind === 'stream') {
    return { ...source, read: async (_, signal) => ({ bytes: await readStream(absolute, signal) }) }
  }
  return { ...source, localPath: pathOf }
}

function readFile(path: string): Uint8Array {
  try {
    return readRegularFile(path)
  } catch (error) {
    throw diskError(error)
  }
}

type Kind = 'folder' | 'file' | 'stream'

function kindOf(path: string): Kind {
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return 'folder'
    return stat.isFile() ? 'file' : 'stream'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new SourceError('not-found', 'no such file or folder', nearest(path))
    throw diskError(error)
  }
}

/** A hint on what exists: the nearest existing folder above, and some of its entries. */
function nearest(path: string): string {
  const parent = dirname(path)
  let entries: Dirent[]
  try {
    entries = readdirSync(parent, { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOTDIR') return `${parent} is a file, not a folder`
    return code === 'ENOENT' && parent !== path ? nearest(parent) : `look at ${parent}`
  }
  const wanted = basename(path)
  if (entries.some((entry) => entry.name === wanted))
    return `it is a link to ${readlinkSync(path)}, which is not there`
  const names = entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : '')).sort()
  const alike = names.find((name) => looksLike(name, wanted))
  if (alike !== undefined) return `did you mean ${join(parent, alike)}?`
  if (names.length === 0) return `${parent} is empty`
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `${parent} has ${names.slice(0, 5).join(', ')}${more}`
}

function looksLike(name: string, wanted: string): boolean {
  return lettersOf(wanted) !== '' && lettersOf(name) === lettersOf(wanted)
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function listFolder(folder: string, startAfter = ''): Listing {
  let entries: Dirent[]
  try {
    entries = readdirSync(pathOf(folder), { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { folders: [], objects: [] }
    throw diskError(error)
  }
  const folders: string[] = []
  const objects: SourceObject[] = []
  for (const entry of entries) {
    const key = folder + entry.name
    const link = entry.isSymbolicLink() ? followLink(folder, key) : undefined
    if (link === 'loop') continue
    if (entry.isDirectory() || link === 'folder') {
      if (`${key}/` > startAfter) folders.push(`${key}/`)
    } else if (key > startAfter) objects.push({ key })
  }
  return { folders: folders.sort(), objects: objects.sort((a, b) => (a.key < b.key ? -1 : 1)) }
}

/** A broken link is an object: reading it fails, and so is reported rather than lost. */
function followLink(folder: string, key: string): 'folder' | 'object' | 'loop' {
  try {
    const path = pathOf(key)
    if (!statSync(path).isDirectory()) return 'object'
    const target = realpathSync(path)
    for (let above = pathOf(folder); ; above = dirname(above)) {
      if (realpathSync(above) === target) return 'loop'
      if (above === dirname(above)) return 'folder'
    }
  } catch {
    return 'object'
  }
}

async function readStream(path: string, signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of createReadStream(path, { signal })) chunks.push(chunk as Uint8Array)
  } catch (error) {
    signal?.throwIfAborted()
    throw diskError(error)
  }
  return joinChunks(chunks)
}

function diskError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const code = codeOf(error)
  const options = { cause: error }
  if (code === 'EACCES' || code === 'EPERM') {
    return new SourceError('denied', 'permission denied', 'check who may read it (ls -l)', options)
  }
  if (code === 'ENOENT') return new SourceError('not-found', 'no such file', undefined, options)
  if (code === 'EISDIR' || code === 'ENXIO' || code === 'ENOTREG')
    return new SourceError('unreadable', 'not a regular file', undefined, options)
  if (code === 'ELOOP')
    return new SourceError('unreadable', 'a link that leads to itself', undefined, options)
  const message = error instanceof Error ? error.message : String(error)
  return new SourceError(
    'unreadable',
    message.replace(/^[A-Z0-9_]+: /, '').replace(/, \w+( '.*')?$/s, ''),
    undefined,
    options,
  )
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
}
