// One run's use of the index: which files need not be opened, and what is learned of those that are.

import { statSync } from 'node:fs'
import type { Survey } from '../decode/batch.ts'
import { conditions, type Filter } from '../filter/clause.ts'
import { filterLiterals } from '../filter/literals.ts'
import type { FileIndex, Facts, Place } from '../index/file-index.ts'
import { fsPath } from '../util/fs-path.ts'
import { type Asked, askedOf, mayHold } from '../index/words.ts'
import type { LogFile } from '../logfile/accept.ts'

export interface IndexOptions {
  readonly index: FileIndex
  /** Learns of every file, and keeps it, however few there are. */
  readonly build: boolean
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** A file of which the index may learn something. */
export interface Unknown {
  readonly place: Place
  readonly stamp: string
}

/** After so many files or stored bytes of one run, what comes is worth learning. */
const WORTH_FILES = 200
const WORTH_BYTES = 20 << 20
/** A run that read so many files or inflated bytes leaves an index behind; a smaller one only if there was one. */
const KEEP_FILES = 2000
const KEEP_INFLATED = 200 << 20
/** What changed so recently may change once more without looking changed: clocks of file systems are slow. */
const SETTLED_MS = 2000

export class IndexUse {
  private readonly index: FileIndex
  private readonly build: boolean
  private readonly now: () => number
  private readonly asked: Asked
  private readonly from: number
  private readonly to: number
  private hadIndex = false
  private learned = 0

  constructor({ index, build, now = Date.now }: IndexOptions, filter: Filter) {
    this.index = index
    this.now = now
    this.build = build
    this.asked = askedOf(filterLiterals(filter))
    const windows = conditions(filter).filter((one) => one.kind === 'time')
    this.from = Math.max(-Infinity, ...windows.map(({ start = -Infinity }) => start))
    this.to = Math.min(Infinity, ...windows.map(({ end = Infinity }) => end))
  }

  /** Whether the file cannot hold what is asked for, or what there is to learn of it, if anything. */
  look(
    file: LogFile,
    read: { readonly files: number; readonly bytes: number },
  ): 'ruled out' | Unknown | undefined {
    const place = placeOf(file)
    if (place === undefined) return undefined
    const isKept = this.index.knows(place)
    this.hadIndex ||= isKept
    if (!isKept && !this.build && read.files < WORTH_FILES && read.bytes < WORTH_BYTES) return undefined
    const stamp = stampOf(file, this.now())
    if (stamp === undefined) return undefined
    const facts = this.index.find(place, stamp)
    if (facts === undefined) return { place, stamp }
    return this.mayMatch(facts, file.notAfter) ? undefined : 'ruled out'
  }

  learn({ place, stamp }: Unknown, { words, from, to }: Survey): void {
    this.index.note(place, stamp, { words, from, to })
    this.learned++
  }

  /** How many files it has learned of, if it is worth keeping them. */
  finish(read: { readonly files: number; readonly inflated: number }): number {
    const isWorth = this.build || this.hadIndex || read.files >= KEEP_FILES || read.inflated >= KEEP_INFLATED
    return isWorth && this.index.save() > 0 ? this.learned : 0
  }

  private mayMatch(facts: Facts, notAfter = Infinity): boolean {
    // A file whose name belies its content has to be told.
    if (facts.to > notAfter) return true
    return facts.to >= this.from && facts.from <= this.to && mayHold(facts.words, this.asked)
  }
}

// Only files that are named and lie as CloudTrail does it: they are many, and hardly ever change.
function placeOf({ source, object, name }: LogFile): Place | undefined {
  if (name === undefined || object.states !== undefined) return undefined
  const slash = object.key.lastIndexOf('/')
  const folder = object.key.slice(0, slash + 1).replace(/\d{4}\/\d\d\/\d\d\/$/, '')
  const month = new Date(name.delivered).toISOString().slice(0, 7)
  const root = source.remote ? source.display(folder) : `file:/${folder}`
  return { group: `${root} ${month}`, name: object.key.slice(slash + 1) }
}

// What changes whenever the file does. Of a file in a bucket the listing tells.
function stampOf({ source, object }: LogFile, now: number): string | undefined {
  const path = source.localPath?.(object.key)
  if (path === undefined) {
    const { etag, size } = object
    return source.remote && etag !== undefined && size !== undefined ? `${etag} ${size}` : undefined
  }
  const { size, mtimeMs, ctimeMs, ino, dev } = statSync(fsPath(path), { throwIfNoEntry: false }) ?? {}
  if (size === undefined || now - Math.max(mtimeMs!, ctimeMs!) < SETTLED_MS) return undefined
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}`
}
