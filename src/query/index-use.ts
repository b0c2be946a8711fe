// The use of the index in one run: which files need not be opened, and what is recorded about those that are.

import { statSync } from 'node:fs'
import type { Survey } from '../decode/batch.ts'
import { type Filter, timeRange } from '../filter/clause.ts'
import { filterLiterals } from '../filter/literals.ts'
import type { Answers, FileIndex, Place } from '../index/file-index.ts'
import type { Answer, Stamp } from '../index/index-part.ts'
import { type Asked, askedOf } from '../index/words.ts'
import type { LogFile } from '../logfile/accept.ts'
import type { Source } from '../source/source.ts'
import { fsPath } from '../util/fs-path.ts'
import { stampOf } from '../util/read-regular-file.ts'

export interface IndexOptions {
  readonly index: FileIndex
  /** Records and keeps every file, however few there are. */
  readonly build: boolean
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** A file about which the index may record something. */
export interface Unknown {
  readonly place: Place
  /** When it was looked at, before it is read; epoch milliseconds. */
  readonly now: number
  /** Undefined if the index has nothing to compare it with: then that of the file as it is read. */
  readonly stamp?: Stamp
}

/** After this many files or stored bytes in a run, further files are recorded. */
const WORTH_FILES = 200
const WORTH_BYTES = 20 << 20
/** A run that read this many files or inflated bytes saves the index; a smaller one only updates an existing one. */
const KEEP_FILES = 2000
const KEEP_INFLATED = 200 << 20
/**
 * A file changed within this time may change again without a visible difference, because file systems have coarse
 * timestamps.
 */
const SETTLED_MS = 2000
const DAY = 86_400_000
const DATE = /^\d{4}\/\d\d\/\d\d\/$/
const DATE_LENGTH = '2024/08/18/'.length
const OR_NOTHING = { throwIfNoEntry: false } as const
/** A day has a folder for each account and Region, and its files are in the order of their times. */
const MAX_FOLDERS = 4096

export class IndexUse {
  private readonly index: FileIndex
  private readonly build: boolean
  private readonly now: () => number
  private readonly asked: Asked
  private readonly range: ReturnType<typeof timeRange>
  private hadIndex = false
  private learned = 0
  private readonly folders = new Map<string, Grouped>()
  private readonly groups = new Map<string, Answers>()

  constructor({ index, build, now = Date.now }: IndexOptions, filter: Filter) {
    this.index = index
    this.now = now
    this.build = build
    this.asked = askedOf(filterLiterals(filter))
    this.range = timeRange(filter)
  }

  /** Returns 'ruled out' if the file cannot match; otherwise what to record about it, if anything. */
  look(
    file: LogFile,
    read: { readonly files: number; readonly bytes: number },
  ): 'ruled out' | Unknown | undefined {
    const grouped = this.groupedOf(file)
    if (grouped === undefined) return undefined
    const { group, folder, answers } = grouped
    this.hadIndex ||= answers.wasKept
    const isWorth = answers.wasKept || this.build || read.files >= WORTH_FILES || read.bytes >= WORTH_BYTES
    if (!isWorth) return undefined
    const now = this.now()
    const { key } = file.object
    const name = key.slice(folder.length)
    const path = file.source.localPath?.(key)
    // Nothing to compare with: which version of the file is read, the decoder tells without another system call.
    if (!answers.wasKept && path !== undefined) return { place: { group, name }, now }
    const stamp = path === undefined ? listedStamp(file) : statSync(fsPath(path), OR_NOTHING)
    if (stamp === undefined || !isSettled(stamp, now)) return undefined
    const answer = answers.find(name, stamp)
    if (answer !== undefined) return this.mayMatch(answer, file.notAfter) ? undefined : 'ruled out'
    return { place: { group, name }, now, stamp: typeof stamp === 'string' ? stamp : stampOf(stamp) }
  }

  learn({ place, now, stamp: known }: Unknown, { words, from, to, stamp: read }: Survey): void {
    const stamp = known ?? read
    if (stamp === undefined || !isSettled(stamp, now)) return
    this.index.note(place, stamp, { words: { bytes: words, start: 0, length: words.length }, from, to })
    this.learned++
  }

  /** The number of files recorded, if the index was worth saving. */
  finish(read: { readonly files: number; readonly inflated: number }): number {
    const isWorth = this.build || this.hadIndex || read.files >= KEEP_FILES || read.inflated >= KEEP_INFLATED
    return isWorth && this.index.save() > 0 ? this.learned : 0
  }

  // Only files with CloudTrail's names in CloudTrail's folders: there are many of them, and they hardly ever change.
  private groupedOf({
    source,
    object: { key, states },
    name,
    place: { path },
  }: LogFile): Grouped | undefined {
    if (name === undefined || states !== undefined) return undefined
    const { folders } = this
    const length = key.lastIndexOf('/') + 1
    // All files of a folder have the same text for it, of which a hash is made once.
    const folder = length === path.length && key.startsWith(path) ? path : key.slice(0, length)
    const day = Math.floor(name.delivered / DAY)
    const known = folders.get(folder)
    if (known?.day === day && known.source === source) return known
    if (folders.size >= MAX_FOLDERS) folders.clear()
    const group = groupOf(source, folder, name.delivered)
    const grouped = { source, day, folder, group, answers: this.answersOf(group) }
    folders.set(folder, grouped)
    return grouped
  }

  private answersOf(group: string): Answers {
    const known = this.groups.get(group)
    if (known) return known
    const answers = this.index.ask(group, this.asked)
    this.groups.set(group, answers)
    return answers
  }

  private mayMatch({ from, to, mayHold }: Answer, notAfter = Infinity): boolean {
    // A file whose name contradicts its content must be read, so that it is reported.
    if (to > notAfter) return true
    const { start, end } = this.range
    return mayHold && to >= start && from <= end
  }
}

interface Grouped {
  readonly source: Source
  readonly day: number
  readonly folder: string
  readonly group: string
  readonly answers: Answers
}

function groupOf(source: Source, dayFolder: string, delivered: number): string {
  const folder = DATE.test(dayFolder.slice(-DATE_LENGTH)) ? dayFolder.slice(0, -DATE_LENGTH) : dayFolder
  const root = source.remote ? source.display(folder) : `file:/${folder}`
  return `${root} ${new Date(delivered).toISOString().slice(0, 7)}`
}

// A stamp that changes whenever a file in a bucket does, from the listing.
function listedStamp({ source, object: { etag, size } }: LogFile): Stamp | undefined {
  return source.remote && etag !== undefined && size !== undefined ? `${etag} ${size}` : undefined
}

function isSettled(stamp: Stamp, now: number): boolean {
  return typeof stamp === 'string' || now - Math.max(stamp.mtimeMs, stamp.ctimeMs) >= SETTLED_MS
}
