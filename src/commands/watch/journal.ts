// Records what was read and printed, so that nothing is printed twice. A state file keeps it for later runs: a line is
// appended only after its event was printed, so a killed process loses at most its last line.

import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { UsageError } from '../../util/usage-error.ts'

/** Milliseconds for which files and events are remembered: longer than a day's folder can still receive files. */
const KEPT = 3 * 86_400_000
const HOUR = 3_600_000
/** Maximum number of remembered events; they take 150 MB. */
const MAX_EVENTS = 1_000_000

type Line =
  | { readonly trailExplore: 1; readonly sources: readonly string[] }
  /** Start time of a completed round. */
  | { readonly looked: number }
  | { readonly file: string; readonly at: number }
  | { readonly event: string; readonly content: string; readonly at: number }

export class Journal {
  /** Start of the last completed round, epoch milliseconds; undefined before the first. */
  looked: number | undefined
  private readonly files = new Map<string, number>()
  private readonly events = new Map<string, { readonly content: string; readonly at: number }>()
  private readonly path: string | undefined
  private readonly sources: readonly string[]
  private written = 0

  /** Throws UsageError for a file that is not a state file, or that belongs to other sources. */
  constructor(path: string | undefined, sources: readonly string[], { cwd }: { cwd: string }) {
    this.path = path === undefined ? undefined : resolve(cwd, path)
    this.sources = sources
    if (this.path === undefined) return
    this.load(this.path, path!)
    this.rewrite(this.path)
  }

  hasFile(uri: string): boolean {
    return this.files.has(uri)
  }

  addFile(uri: string, at: number): void {
    this.files.set(uri, at)
    this.append({ file: uri, at })
  }

  /** True for an event that was printed with the same content. A copy with different content is printed, as evidence. */
  hasEvent(id: string, raw: Uint8Array): boolean {
    return this.events.get(keyOf(id, raw))?.content === contentOf(raw)
  }

  addEvent(id: string, raw: Uint8Array, at: number): void {
    const key = keyOf(id, raw)
    const content = contentOf(raw)
    this.remember(key, content, at)
    this.append({ event: key, content, at })
  }

  /** Records a completed round, and forgets what is too old to be delivered again. */
  finish(now: number): void {
    // Written once an hour: after a restart, later files are listed again and recognized.
    const isDue = this.looked === undefined || Math.floor(now / HOUR) !== Math.floor(this.looked / HOUR)
    this.looked = now
    if (isDue) this.append({ looked: now })
    for (const [uri, at] of this.files) if (at < now - KEPT) this.files.delete(uri)
    for (const [key, { at }] of this.events) {
      if (at >= now - KEPT) break
      this.events.delete(key)
    }
    if (this.path !== undefined && this.written > 2 * (this.files.size + this.events.size) + 10_000)
      this.rewrite(this.path)
  }

  private remember(key: string, content: string, at: number): void {
    this.events.delete(key)
    this.events.set(key, { content, at })
    if (this.events.size > MAX_EVENTS) this.events.delete(this.events.keys().next().value!)
  }

  private load(path: string, typed: string): void {
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      throw new UsageError(
        `--state '${typed}' cannot be read: ${(error as Error).message}`,
        'give a file that this user can read',
      )
    }
    if (text === '') return
    const [head, ...lines] = text.split('\n')
    const first = parse(head ?? '')
    if (first === undefined || !('trailExplore' in first))
      throw new UsageError(
        `--state '${typed}' is not a state file of watch`,
        'give a file that does not exist yet',
      )
    if (JSON.stringify(first.sources) !== JSON.stringify(this.sources)) {
      throw new UsageError(
        `--state '${typed}' belongs to other sources: ${first.sources.join(' ')}`,
        'use one state file for each set of sources',
      )
    }
    for (const line of lines) {
      // The last line may be truncated if the process was killed.
      const entry = parse(line)
      if (entry === undefined) continue
      if ('looked' in entry) this.looked = entry.looked
      else if ('file' in entry) this.files.set(entry.file, entry.at)
      else if ('event' in entry) this.remember(entry.event, entry.content, entry.at)
    }
  }

  private rewrite(path: string): void {
    const lines: Line[] = [
      { trailExplore: 1, sources: this.sources },
      ...(this.looked === undefined ? [] : [{ looked: this.looked }]),
      ...Array.from(this.files, ([file, at]) => ({ file, at })),
      ...Array.from(this.events, ([event, { content, at }]) => ({ event, content, at })),
    ]
    const whole = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const unfinished = `${path}.tmp`
    writeFileSync(unfinished, whole, { mode: 0o600 })
    renameSync(unfinished, path)
    this.written = lines.length
  }

  private append(line: Line): void {
    if (this.path === undefined) return
    appendFileSync(this.path, `${JSON.stringify(line)}\n`)
    this.written++
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

// 128 bits of SHA-256, so that an attacker cannot create two events that are taken for one.
function contentOf(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 32)
}

function keyOf(id: string, raw: Uint8Array): string {
  return id === '' ? contentOf(raw) : createHash('sha256').update(id).digest('hex').slice(0, 32)
}
