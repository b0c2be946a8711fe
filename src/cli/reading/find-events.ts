// Event IDs as typed, whole or only their beginnings, to the events that are meant.

import { formatTime } from '../../event/event-time.ts'
import { username } from '../../event/identity.ts'
import { eventId, eventName } from '../../event/names.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable } from '../../format/sanitize.ts'
import { SourceError } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { EventFlags } from '../options/event-options.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { readEvents } from './read-events.ts'

export interface FoundEvents {
  /** In the order of the IDs; several for one ID when copies of it differ. */
  readonly events: readonly LocatedEvent[]
  /** Nothing is missing: `end` will not throw. */
  readonly complete: boolean
  /** Says on stderr what was read and what was not. Throws SourceError when an ID was not found. */
  readonly end: () => Promise<ExitCode>
}

/**
 * Reads until every ID is found, and everything when there are beginnings of IDs among them or fewer than `atLeast`
 * events; then calls `use`. Throws UsageError for an ID that can mean several events.
 */
export async function findEvents<T>(
  typed: readonly string[],
  flags: EventFlags,
  io: Io,
  use: (found: FoundEvents) => Promise<T>,
  atLeast = 1,
): Promise<T> {
  const wanted = [...new Set(typed)].map((id) => new Wanted(id))
  const ids = { ...flags, eventId: wanted.map(({ pattern }) => pattern), kind: ['all'] as const }
  return readEvents({ uris: flags.source ?? [], flags: ids, io }, async (reading) => {
    const events = reading.events()
    for await (const found of events) {
      for (const one of wanted) one.offer(found)
      const total = wanted.reduce((sum, { events }) => sum + events.length, 0)
      if (total >= atLeast && wanted.every((one) => one.isWhole && one.events.length > 0)) break
    }
    const result = await events.result
    for (const one of wanted) {
      const candidates = one.candidates()
      if (candidates.length === 0) continue
      await io.err.write(candidates.map((line) => `${line}\n`).join(''))
      throw new UsageError(`'${one.typed}' is the beginning of several event IDs`, 'type more of the ID')
    }
    const missing = wanted.filter(({ events }) => events.length === 0).map(({ typed }) => typed)
    return use({
      complete: missing.length === 0,
      events: wanted.flatMap(({ events }) => events),
      async end() {
        const exitCode = await reading.finish(result)
        if (missing.length === 0 || exitCode === EXIT.interrupted) return exitCode
        throw new SourceError(
          'not-found',
          `no event with the ID ${missing.join(', ')}`,
          'look in more places with --source, without --account, --region and times; `lookup` lists events and -o csv their IDs',
        )
      },
    })
  })
}

const WHOLE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Events kept for one beginning; one that fits more is of no use anyway. */
const MOST = 1000
/** Candidates named. */
const NAMED = 8

class Wanted {
  readonly typed: string
  /** Nothing can be missing from it: reading may stop when it is found. */
  readonly isWhole: boolean
  readonly pattern: string
  private readonly exact: LocatedEvent[] = []
  private readonly others: LocatedEvent[] = []

  constructor(typed: string) {
    if (typed === '')
      throw new UsageError('an event ID cannot be empty', 'give at least its first characters')
    this.typed = typed
    this.isWhole = WHOLE.test(typed)
    this.pattern = escapeValue(typed) + (this.isWhole ? '' : '*')
  }

  get events(): readonly LocatedEvent[] {
    return this.exact.length > 0 ? this.exact : this.others
  }

  offer(found: LocatedEvent): void {
    const id = eventId(found.event) ?? ''
    if (id === this.typed) this.exact.push(found)
    else if (id.startsWith(this.typed) && this.others.length < MOST) this.others.push(found)
  }

  /** Lines naming the events that may be meant, when these are several. */
  candidates(): readonly string[] {
    const byId = new Map(this.events.map((found) => [eventId(found.event), found]))
    if (byId.size < 2) return []
    const lines = [...byId.values()].slice(0, NAMED).map(({ event }) => {
      const parts = [eventId(event), formatTime(event.time), eventName(event), username(event)]
      return parts.map((part) => printable(part ?? '-')).join('  ')
    })
    return byId.size > NAMED ? [...lines, `and ${byId.size - NAMED} more`] : lines
  }
}
