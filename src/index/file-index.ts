// The index: what is known of log files before they are opened, kept between runs: the words of each file and the time
// range of its events. It can only tell that a file need not be opened. The caller identifies the version of a file by
// a stamp (size and times of change, or ETag). One index file covers the files of one folder delivered in one month.
// The index is a cache: it may be deleted at any time, and an unreadable part is treated as missing.

import { randomUUID } from 'node:crypto'
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { cacheFolder, makePrivateFolder, privateReader } from '../util/private-folder.ts'
import {
  type Answer,
  entriesOf,
  type Entry,
  type Facts,
  isSame,
  packPart,
  type Part,
  PartAnswers,
  type Stamp,
  unpackPart,
} from './index-part.ts'
import { type Asked, mayHold } from './words.ts'

/** Key of a file in the index: its folder without the date, with the month of its delivery, and its name. */
export interface Place {
  readonly group: string
  readonly name: string
}

/** What was noted since the process started. */
interface Noted {
  readonly entries: Map<string, Entry>
  /** An earlier run has seen it, even if it could not be written. */
  wasKept: boolean
  isChanged: boolean
}

/** The answers to one question for the files of a group. */
export interface Answers {
  /** True if an earlier run has noted files of this group. */
  readonly wasKept: boolean
  /** Undefined for a file of which nothing is known, or that has another stamp. */
  readonly find: (name: string, stamp: Stamp) => Answer | undefined
}

const SUFFIX = '.index'

/** `trail-explore/index` in the user's cache folder; undefined if there is no known cache folder. */
export function indexFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return cacheFolder(env, 'index')
}

export class FileIndex {
  private readonly folder: string
  private readonly noted = new Map<string, Noted>()
  private readonly read: (name: string) => Buffer | undefined

  constructor(folder: string) {
    this.folder = folder
    this.read = privateReader(folder)
  }

  /** Reads what is known of a group, and keeps of it what the question needs. */
  ask(group: string, asked: Asked): Answers {
    const part = this.load(group)
    const kept = part && new PartAnswers(part, asked)
    const { noted } = this
    return {
      wasKept: kept !== undefined || noted.get(group)?.wasKept === true,
      find: (name, stamp) => {
        const entry = noted.get(group)?.entries.get(name)
        if (entry === undefined) return kept?.find(name, stamp)
        if (!isSame(entry.stamp, stamp)) return undefined
        return { from: entry.from, to: entry.to, mayHold: mayHold(entry.words, asked) }
      },
    }
  }

  note({ group, name }: Place, stamp: Stamp, { words, from, to }: Facts): void {
    const known = this.noted.get(group) ?? {
      entries: new Map<string, Entry>(),
      wasKept: false,
      isChanged: true,
    }
    this.noted.set(group, known)
    known.entries.set(name, { words, from, to, name, stamp })
    known.isChanged = true
  }

  /** Writes new facts to disk. Returns the number of files in the written parts; 0 if nothing could be written. */
  save(): number {
    const changed = [...this.noted].filter(([, { isChanged }]) => isChanged)
    // The next run of this process uses it, even if it cannot be written.
    for (const [, known] of changed) known.wasKept = true
    let saved = 0
    try {
      if (changed.length === 0 || !makePrivateFolder(this.folder)) return 0
      for (const [group, known] of changed) {
        const added = known.entries
        const part = this.load(group)
        const kept = part ? entriesOf(part).filter(({ name }) => !added.has(name)) : []
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

  // Its bytes are good until the next call.
  private load(group: string): Part | undefined {
    const bytes = this.read(fileOf(group))
    return bytes && unpackPart(bytes, group)
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

// Two groups of the same name would only overwrite each other's file, which says whose it is. node:crypto would hash
// better, and takes 2 ms to load (2026-11).
function fileOf(group: string): string {
  const bytes = Buffer.from(group)
  const forwards = crc32(bytes)
  return `${hex(forwards)}${hex(crc32(bytes.reverse()))}${SUFFIX}`
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
