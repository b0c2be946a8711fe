// Records what was read and printed, so that nothing is printed twice. A state file keeps it for later runs. What it says
// of a batch that was being printed when the process was killed is completed by outbox.ts.

import { createHash } from 'node:crypto'
import { UsageError } from '../../util/usage-error.ts'
import { type Call, type Line, type Matched, type Pending, type Printed, StateFile } from './state-file.ts'

/** Milliseconds for which files and events are remembered: longer than a day's folder can still receive files. */
const RETENTION = 3 * 86_400_000
const HOUR = 3_600_000
/** Maximum number of remembered events; they take 150 MB. */
const MAX_EVENTS = 1_000_000

export class Journal {
  /** Start of the last completed round, epoch milliseconds; undefined before the first. */
  looked: number | undefined
  /** The batch that an earlier run did not complete, without the calls that it made. */
  pending: Pending | undefined
  private readonly files = new Map<string, number>()
  private readonly events = new Map<string, Omit<Printed, 'event'>>()
  private readonly state: StateFile | undefined
  private readonly sources: readonly string[]

  /** Throws UsageError for a file that is not a state file, or that belongs to other sources. */
  constructor(path: string | undefined, sources: readonly string[], { cwd }: { readonly cwd: string }) {
    this.sources = sources
    if (path === undefined) return
    this.state = new StateFile(path, cwd)
    for (const line of this.state.read()) this.take(line, path)
    this.state.rewrite(this.lines())
  }

  /** True if a later run can continue from here. */
  get isKept(): boolean {
    return this.state !== undefined
  }

  /** `now` keeps a file that is still there from being forgotten. */
  hasFile(uri: string, now: number): boolean {
    const isKnown = this.files.has(uri)
    if (isKnown) this.files.set(uri, now)
    return isKnown
  }

  addFile(uri: string, at: number): void {
    this.files.set(uri, at)
    this.state?.append({ file: uri, at })
  }

  /** True for an event that was printed with the same content. A copy with different content is printed, as evidence. */
  hasEvent({ event, content }: Printed): boolean {
    return this.events.get(event)?.content === content
  }

  /** What earlier runs matched, in the order in which they did. */
  *matched(): Generator<Matched> {
    for (const { matched } of this.events.values()) if (matched) yield matched
  }

  /** From now on known in this run; `addEvent` or `begin` keeps it for later ones. */
  remember({ event, ...rest }: Printed): void {
    this.events.delete(event)
    this.events.set(event, rest)
    if (this.events.size > MAX_EVENTS) this.events.delete(this.events.keys().next().value!)
  }

  addEvent(printed: Printed): void {
    this.remember(printed)
    this.state?.append(printed)
  }

  /** Records on disk what is about to be printed. */
  begin(pending: Pending): void {
    this.pending = pending
    this.state?.append({ pending })
    if (pending.bytes !== '') this.state?.sync()
  }

  called({ id }: Call): void {
    this.state?.append({ called: id })
  }

  /** The batch was printed, and its calls were made. */
  complete(): void {
    this.take({ complete: true }, '')
    this.state?.append({ complete: true })
    if (this.state?.isLarge) this.state.rewrite(this.lines())
  }

  /** Records a completed round, and forgets what is too old to be delivered again. */
  finish(now: number): void {
    // Written once an hour: after a restart, later files are listed again and recognized.
    const isDue = this.looked === undefined || Math.floor(now / HOUR) !== Math.floor(this.looked / HOUR)
    this.looked = now
    if (isDue) this.state?.append({ looked: now })
    for (const [uri, at] of this.files) if (at < now - RETENTION) this.files.delete(uri)
    for (const [key, { at }] of this.events) {
      if (at >= now - RETENTION) break
      this.events.delete(key)
    }
    if (this.state?.isLarge) this.state.rewrite(this.lines())
  }

  private take(line: Line, typed: string): void {
    if ('looked' in line) this.looked = line.looked
    else if ('file' in line) this.files.set(line.file, line.at)
    else if ('event' in line) this.remember(line)
    else if ('pending' in line) this.pending = line.pending
    else if ('called' in line && this.pending) {
      const calls = this.pending.calls.filter(({ id }) => id !== line.called)
      this.pending = { ...this.pending, calls }
    } else if ('complete' in line) {
      for (const printed of this.pending?.printed ?? []) this.remember(printed)
      this.pending = undefined
    } else if ('sources' in line && JSON.stringify(line.sources) !== JSON.stringify(this.sources)) {
      throw new UsageError(
        `--state '${typed}' belongs to other sources: ${line.sources.join(' ')}`,
        'use one state file for each set of sources',
      )
    }
  }

  private *lines(): Generator<Line> {
    yield { trailExplore: 1, sources: this.sources }
    if (this.looked !== undefined) yield { looked: this.looked }
    for (const [file, at] of this.files) yield { file, at }
    for (const [event, rest] of this.events) yield { event, ...rest }
    if (this.pending) yield { pending: this.pending }
  }
}

/** What is remembered of an event. `id` is the same for its copies in other files. */
export function printedOf(id: string, raw: Uint8Array, at: number, matched?: Matched): Printed {
  const content = hash(raw)
  return { event: id === '' ? content : hash(id), content, at, ...(matched && { matched }) }
}

/** 128 bits of SHA-256, so that an attacker cannot create two events that are taken for one. */
export function hash(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32)
}
