// The file of --state: lines of JSON that are appended as things happen, and rewritten when they have become too many.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileTrouble } from '../../util/file-trouble.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface Printed {
  readonly event: string
  readonly content: string
  readonly at: number
  /** What correlations need of it in later runs, if they look at a rule that it matched. */
  readonly matched?: Matched | undefined
}

export interface Matched {
  /** IDs. */
  readonly rules: readonly string[]
  /** Epoch milliseconds. */
  readonly time: number
  readonly eventId: string | undefined
  /** By path. */
  readonly values: Readonly<Record<string, string | undefined>>
}

/** A notification: one JSON object, and an ID by which the receiver recognizes a repetition. */
export interface Call {
  readonly id: string
  readonly object: string
}

/** Written before a batch is printed, so that a later run can tell what is missing. */
export interface Pending {
  /** ID of the output file, and its size before the batch. */
  readonly file: string
  readonly size: number
  /** Empty if the output is not a file. Base64, because a record may contain any bytes. */
  readonly bytes: string
  readonly printed: readonly Printed[]
  readonly calls: readonly Call[]
}

export type Line =
  | { readonly trailExplore: 1; readonly sources: readonly string[] }
  /** Start time of a completed round. */
  | { readonly looked: number }
  | { readonly file: string; readonly at: number }
  | Printed
  | { readonly pending: Pending }
  /** ID of a call of the pending batch that was made. */
  | { readonly called: string }
  /** The pending batch is. */
  | { readonly complete: true }

/** Bytes that may be appended, besides as many as the file had, before it is rewritten. */
const GROWTH = 4 * 1024 * 1024
/** Characters per write of a whole file. */
const CHUNK = 1024 * 1024

export class StateFile {
  private readonly path: string
  private readonly typed: string
  private descriptor: number | undefined
  private whole = 0
  private appended = 0

  constructor(typed: string, cwd: string) {
    this.typed = typed
    this.path = resolve(cwd, typed)
  }

  /** Throws UsageError for a file that is not a state file. */
  read(): readonly Line[] {
    let text: string
    try {
      text = readFileSync(this.path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw new UsageError(
        `--state '${this.typed}' cannot be read: ${fileTrouble(error).what}`,
        'give a file that this user can read',
      )
    }
    if (text === '') return []
    // The last line is truncated if the process was killed.
    const lines = text.split('\n').flatMap((line) => parse(line) ?? [])
    if (lines[0] === undefined || !('trailExplore' in lines[0]))
      throw new UsageError(
        `--state '${this.typed}' is not a state file of watch`,
        'give a file that does not exist yet',
      )
    return lines
  }

  /** True if most of the file is no longer needed. */
  get isLarge(): boolean {
    return this.appended > this.whole + GROWTH
  }

  /** Replaces the file at once, so that a killed process leaves the old one or the new one. */
  rewrite(lines: Iterable<Line>): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor)
    const unfinished = `${this.path}.tmp`
    const descriptor = this.opened(unfinished)
    this.whole = 0
    let text = ''
    for (const line of lines) {
      text += `${JSON.stringify(line)}\n`
      if (text.length < CHUNK) continue
      this.whole += writeAll(descriptor, text)
      text = ''
    }
    this.whole += writeAll(descriptor, text)
    fsyncSync(descriptor)
    // Windows renames no file that is open.
    closeSync(descriptor)
    renameSync(unfinished, this.path)
    syncFolder(dirname(this.path))
    this.descriptor = openSync(this.path, 'a')
    this.appended = 0
  }

  private opened(path: string): number {
    try {
      return openSync(path, 'w', 0o600)
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
      throw new UsageError(
        `--state '${this.typed}' cannot be written: ${isGone ? 'its folder does not exist' : fileTrouble(error).what}`,
        'give a file in a folder that this user can write to',
      )
    }
  }

  append(line: Line): void {
    this.appended += writeAll(this.descriptor!, `${JSON.stringify(line)}\n`)
  }

  /** Waits until the disk has everything that was appended. */
  sync(): void {
    fsyncSync(this.descriptor!)
  }
}

function writeAll(descriptor: number, text: string): number {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done)
  return bytes.length
}

// The new name is on disk only with its folder; Windows cannot open one.
function syncFolder(path: string): void {
  try {
    const descriptor = openSync(path, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // Without it, a power cut may bring the old file back, as without a state file's last lines.
  }
}

function parse(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Line) : undefined
  } catch {
    return undefined
  }
}
