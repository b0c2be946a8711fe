// The index: what is known of log files before they are opened, kept between runs: the words of each file and the time
// range of its events. It can only tell that a file need not be opened. The caller identifies the version of a file by
// a stamp (size and times of change, or ETag). One index file covers the files of one folder delivered in one month.
// The index is a cache: it may be deleted at any time, and an unreadable part is treated as missing.

import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, makePrivateFolder, readPrivateBytes } from '../util/private-folder.ts'

export interface Facts {
  /** See words.ts. */
  readonly words: Uint8Array
  /** Times of the first and last event, epoch milliseconds. */
  readonly from: number
  readonly to: number
}

/** Key of a file in the index: its folder without the date, with the month of its delivery, and its name. */
export interface Place {
  readonly group: string
  readonly name: string
}

interface Entry extends Facts {
  readonly stamp: string
}

interface Group {
  readonly entries: Map<string, Entry>
  wasKept: boolean
  isChanged: boolean
}

/**
 * Must be increased with every change of format: words, stamps, or what makes a file unusual. Other versions are
 * ignored.
 */
const VERSION = 'trail-explore index 1'
const SUFFIX = '.index'
const DIGEST_LENGTH = 64
const NEWLINE = 0x0a

/** `trail-explore/index` in the user's cache folder; undefined if there is no known cache folder. */
export function indexFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return cacheFolder(env, 'index')
}

export class FileIndex {
  private readonly folder: string
  private readonly groups = new Map<string, Group>()

  constructor(folder: string) {
    this.folder = folder
  }

  /** True if the saved index has files of this group. */
  knows({ group }: Place): boolean {
    return this.groupOf(group).wasKept
  }

  /** The facts about a file, if its stamp is unchanged. */
  find({ group, name }: Place, stamp: string): Facts | undefined {
    const entry = this.groupOf(group).entries.get(name)
    return entry?.stamp === stamp ? entry : undefined
  }

  note({ group, name }: Place, stamp: string, { words, from, to }: Facts): void {
    const known = this.groupOf(group)
    known.entries.set(name, { words, from, to, stamp })
    known.isChanged = true
  }

  /** Writes new facts to disk. Returns the number of files in the written parts; 0 if nothing could be written. */
  save(): number {
    const changed = [...this.groups].filter(([, { isChanged }]) => isChanged)
    let saved = 0
    try {
      if (changed.length === 0 || !makePrivateFolder(this.folder)) return 0
      for (const [group, known] of changed) {
        // Written to a temporary file and renamed, so that another run sees the old index or the new one, never a
        // partial one.
        const draft = join(this.folder, `${randomUUID()}.tmp`)
        writeFileSync(draft, pack(group, known.entries), { mode: 0o600 })
        renameSync(draft, join(this.folder, fileOf(group)))
        known.isChanged = false
        known.wasKept = true
        saved += known.entries.size
      }
    } catch {
      // A full disk or a read-only home folder is no reason to fail.
    }
    return saved
  }

  private groupOf(group: string): Group {
    const known = this.groups.get(group)
    if (known) return known
    const bytes = readPrivateBytes(this.folder, fileOf(group))
    const entries = bytes && unpack(bytes, group)
    const loaded = {
      entries: entries ?? new Map<string, Entry>(),
      wasKept: entries !== undefined,
      isChanged: false,
    }
    this.groups.set(group, loaded)
    return loaded
  }
}

/** The number and size of the index's files on disk. */
export function indexSize(folder: string): { readonly files: number; readonly bytes: number } {
  const names = namesIn(folder)
  return {
    files: names.length,
    bytes: names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
  }
}

/** Deletes the whole index. */
export function dropIndex(folder: string): void {
  for (const name of namesIn(folder)) rmSync(join(folder, name), { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(SUFFIX) || name.endsWith('.tmp'))
  } catch {
    return []
  }
}

function fileOf(group: string): string {
  return `${createHash('sha256').update(group).digest('hex').slice(0, 40)}${SUFFIX}`
}

type Row = readonly [name: string, stamp: string, from: number, to: number, length: number]

// Format: a digest of all that follows, a line of JSON, then the words of all files one after the other.
function pack(group: string, entries: ReadonlyMap<string, Entry>): Buffer {
  const files = Array.from(entries, ([name, { stamp, from, to, words }]): Row => [
    name,
    stamp,
    from,
    to,
    words.length,
  ])
  const head = Buffer.from(`${JSON.stringify({ version: VERSION, group, files })}\n`)
  const body = Buffer.concat([head, ...Array.from(entries.values(), ({ words }) => words)])
  return Buffer.concat([Buffer.from(digestOf(body)), body])
}

function unpack(bytes: Buffer, group: string): Map<string, Entry> | undefined {
  const body = bytes.subarray(DIGEST_LENGTH)
  if (bytes.toString('latin1', 0, DIGEST_LENGTH) !== digestOf(body)) return undefined
  const end = body.indexOf(NEWLINE)
  const head = JSON.parse(body.toString('utf8', 0, end)) as {
    version: string
    group: string
    files: readonly Row[]
  }
  if (head.version !== VERSION || head.group !== group) return undefined
  const entries = new Map<string, Entry>()
  let at = end + 1
  for (const [name, stamp, from, to, length] of head.files) {
    entries.set(name, { stamp, from, to, words: body.subarray(at, at + length) })
    at += length
  }
  return entries
}

function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}
