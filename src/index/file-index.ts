// The index: what is known of log files before they are opened, kept between runs: the words of each file and the time
// range of its events. It can only tell that a file need not be opened. The caller identifies the version of a file by
// a stamp (size and times of change, or ETag). One index file covers the files of one folder delivered in one month.
// The index is a cache: it may be deleted at any time, and an unreadable part is treated as missing.

import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, makePrivateFolder, privateReader } from '../util/private-folder.ts'
import { sha256 } from '../util/sha256.ts'
import {
  type Entry,
  type Facts,
  type IndexPart,
  isSame,
  packPart,
  type Stamp,
  unpackPart,
} from './index-part.ts'

/** Key of a file in the index: its folder without the date, with the month of its delivery, and its name. */
export interface Place {
  readonly group: string
  readonly name: string
}

interface Group {
  /** As it was saved. */
  readonly part: IndexPart | undefined
  /** What this run has noted. */
  readonly added: Map<string, Entry>
  wasKept: boolean
  isChanged: boolean
}

const SUFFIX = '.index'

/** `trail-explore/index` in the user's cache folder; undefined if there is no known cache folder. */
export function indexFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return cacheFolder(env, 'index')
}

export class FileIndex {
  private readonly folder: string
  private readonly groups = new Map<string, Group>()
  private readonly read: (name: string) => Buffer | undefined
  // Cached, because the files of a folder follow each other.
  private lastGroup: string | undefined
  private last: Group | undefined

  constructor(folder: string) {
    this.folder = folder
    this.read = privateReader(folder)
  }

  /** True if an earlier run has noted files of this group. */
  knows(group: string): boolean {
    return this.groupOf(group).wasKept
  }

  /** The facts about a file, if its stamp is unchanged. */
  find({ group, name }: Place, stamp: Stamp): Facts | undefined {
    const { added, part } = this.groupOf(group)
    const entry = added.get(name)
    if (entry !== undefined) return isSame(entry.stamp, stamp) ? entry : undefined
    return part?.find(name, stamp)
  }

  note({ group, name }: Place, stamp: Stamp, facts: Facts): void {
    const known = this.groupOf(group)
    const { words, from, to } = facts
    known.added.set(name, { words, from, to, name, stamp })
    known.isChanged = true
  }

  /** Writes new facts to disk. Returns the number of files in the written parts; 0 if nothing could be written. */
  save(): number {
    const changed = [...this.groups].filter(([, { isChanged }]) => isChanged)
    // The next run of this process uses it, even if it cannot be written.
    for (const [, known] of changed) known.wasKept = true
    let saved = 0
    try {
      if (changed.length === 0 || !makePrivateFolder(this.folder)) return 0
      for (const [group, known] of changed) {
        const { added, part } = known
        const kept = part ? part.entries().filter(({ name }) => !added.has(name)) : []
        const entries = [...kept, ...added.values()]
        // Written to a temporary file and renamed, so that another run sees the old index or the new one, never a
        // partial one.
        const draft = join(this.folder, `${randomUUID()}.tmp`)
        writeFileSync(draft, packPart(group, entries), { mode: 0o600 })
        renameSync(draft, join(this.folder, fileOf(group)))
        known.isChanged = false
        saved += entries.length
      }
    } catch {
      // A full disk or a read-only home folder is no reason to fail.
    }
    return saved
  }

  private groupOf(group: string): Group {
    if (group === this.lastGroup) return this.last!
    this.last = this.groups.get(group) ?? this.load(group)
    this.lastGroup = group
    return this.last
  }

  private load(group: string): Group {
    const bytes = this.read(fileOf(group))
    const part = bytes && unpackPart(bytes, group)
    const loaded = { part, added: new Map<string, Entry>(), wasKept: part !== undefined, isChanged: false }
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
  return `${sha256(Buffer.from(group)).slice(0, 40)}${SUFFIX}`
}
