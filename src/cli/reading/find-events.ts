// Finds the events that the user named: by ID or a prefix of one, by position in a file, or by a source that contains a
// single event.

import { formatTime } from '../../event/event-time.ts'
import { username } from '../../event/identity.ts'
import { eventId, eventName } from '../../event/names.ts'
import { RECORD_HASH, shortId } from '../../event/short-id.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable } from '../../format/sanitize.ts'
import { SourceError } from '../../source/source.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { EventFlags } from '../options/event-options.ts'
import type { TypedText } from '../options/filter-options.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { eventArguments, type Place } from './event-arguments.ts'
import { readEvents, type Reading } from './read-events.ts'

export interface FoundEvents {
  /** In the order of the IDs; several for one ID if its copies differ. */
  readonly events: readonly LocatedEvent[]
  /** Nothing is missing, so `end` will not throw. */
  readonly complete: boolean
  /** To read more of the same sources. */
  readonly reading: Reading
  /** Reports on stderr what was read and what was not. Throws SourceError if an ID was not found. */
  readonly end: () => Promise<ExitCode>
}

/**
 * Reads until every ID is found, or everything if there are prefixes among them or fewer than `atLeast` events; then
 * calls `use`. Throws UsageError for an ID that matches several events.
 */
export async function findEvents<T>(
  typed: readonly string[],
  flags: EventFlags,
  io: Io,
  use: (found: FoundEvents) => Promise<T>,
  atLeast = 1,
): Promise<T> {
  if (typed.length === 0 && flags.source === undefined && !io.stdinIsData)
    throw new UsageError('no event named', 'give an event ID, or a file that holds one event')
  const { ids, places, sources } = eventArguments(typed, io.cwd)
  const wanted: readonly Wanted[] =
    ids.length + places.length > 0 ? [...ids.map(byId), ...places.map(byPlace)] : [anyEvent()]
  const patterns = wanted.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]))
  const texts: readonly TypedText[] =
    patterns.length === wanted.length ? [{ kind: 'text', field: 'event-id', values: patterns }] : []
  const asked: EventFlags = { ...flags, kind: ['all'], texts: [...(flags.texts ?? []), ...texts] }
  const uris = [...new Set([...(flags.source ?? []), ...sources, ...places.map(({ uri }) => uri)])]
  return readEvents({ uris, flags: asked, io }, async (reading) => {
    const events = reading.events()
    for await (const found of events) {
      for (const one of wanted) one.offer(found)
      const total = wanted.reduce((sum, one) => sum + one.events.length, 0)
      if (total >= atLeast && wanted.every((one) => one.isWhole && one.events.length > 0)) break
    }
    const result = await events.result
    for (const one of wanted) {
      const lines = candidates(one, atLeast)
      if (lines.length === 0) continue
      await io.err.write(lines.map((line) => `${line}\n`).join(''))
      throw new UsageError(...one.several)
    }
    const missing = wanted.filter(({ events }) => events.length === 0).map(({ typed }) => typed)
    return use({
      reading,
      complete: missing.length === 0,
      events: wanted.flatMap(({ events }) => events),
      async end() {
        const exitCode = await reading.finish(result)
        if (missing.length === 0 || exitCode === EXIT.interrupted) return exitCode
        throw new SourceError(
          'not-found',
          missing.includes('') ? 'no event' : `no event with the ID ${missing.join(', ')}`,
          'try other sources, or drop --account, --region and times; `lookup` lists events and their IDs',
        )
      },
    })
  })
}

const WHOLE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Maximum number of events kept for one ID; an ID that matches more is ambiguous anyway. */
const MAX_EVENTS = 1000
/** Maximum number of candidates listed in an error. */
const MAX_NAMED = 8

interface Wanted {
  /** Empty for any event. */
  readonly typed: string
  /** True for a complete ID: reading may stop when it is found. */
  readonly isWhole: boolean
  /** Pattern of event IDs; undefined if any event may be meant. */
  readonly pattern: string | undefined
  readonly events: readonly LocatedEvent[]
  /** Error and hint if different events match. */
  readonly several: readonly [string, string]
  offer(found: LocatedEvent): void
}

function byId(typed: string): Wanted {
  const exact: LocatedEvent[] = []
  const others: LocatedEvent[] = []
  const isWhole = WHOLE.test(typed)
  const isHash = RECORD_HASH.test(typed)
  return {
    typed,
    isWhole,
    pattern: isHash ? undefined : escapeValue(typed) + (isWhole ? '' : '*'),
    several: [`'${typed}' is the beginning of several event IDs`, 'type more of the ID'],
    get events() {
      return exact.length > 0 ? exact : others
    },
    offer(found) {
      const id = eventId(found.event) ?? (isHash ? shortId(found.event) : '')
      if (id === typed) exact.push(found)
      else if (id.startsWith(typed) && others.length < MAX_EVENTS) others.push(found)
    },
  }
}

function byPlace({ typed, uri, record }: Place): Wanted {
  const events: LocatedEvent[] = []
  return {
    typed,
    isWhole: true,
    pattern: undefined,
    several: [`'${typed}' is several events`, 'name one file'],
    events,
    offer(found) {
      const { origin } = found.event
      if (origin.record === record && origin.file === uri) events.push(found)
    },
  }
}

// For sources without IDs: their only event, or the few events of a comparison.
function anyEvent(): Wanted {
  const events: LocatedEvent[] = []
  return {
    typed: '',
    isWhole: false,
    pattern: undefined,
    several: [
      'no event named, and there are several',
      'give the ID of one, from the first column of `lookup`',
    ],
    events,
    offer(found) {
      if (events.length < MAX_EVENTS) events.push(found)
    },
  }
}

/** Lines with the candidates, if more than one event matches, or more than a comparison can take. */
function candidates({ typed, events }: Wanted, atLeast: number): readonly string[] {
  const distinct = new Map(events.map((found) => [eventId(found.event) ?? shortId(found.event), found]))
  const most = typed === '' && atLeast > 1 ? MAX_COMPARED : 1
  if (distinct.size <= most) return []
  const lines = [...distinct].slice(0, MAX_NAMED).map(([id, { event }]) => {
    const parts = [id, formatTime(event.time), eventName(event), username(event)]
    return parts.map((part) => printable(part || '-')).join('  ')
  })
  return distinct.size > MAX_NAMED ? [...lines, `and ${distinct.size - MAX_NAMED} more`] : lines
}

const MAX_COMPARED = 5
