// Records of the events that are viewed: read again from their files; the most recent ones are cached.

import type { Io } from '../../cli/io.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { SourceError, textOf } from '../../source/source.ts'
import type { EventStore } from './data/store.ts'
import { askedOf } from './questions.ts'
import type { Record } from './state/state.ts'

export interface RecordsOptions {
  readonly flags: ReadingFlags
  readonly io: Io
  readonly changed: () => void
}

const KEPT_RECORDS = 100

export class Records {
  private readonly options: RecordsOptions
  private map = new Map<number, Record>()
  private under = new Map<number, Promise<Record>>()

  constructor(options: RecordsOptions) {
    this.options = options
  }

  get known(): ReadonlyMap<number, Record> {
    return this.map
  }

  /** Call when event numbers change their meaning. */
  forget(): void {
    this.map = new Map()
    this.under = new Map()
  }

  /** Never rejects. */
  async read(event: number, store: EventStore): Promise<Record> {
    const known = this.map.get(event)
    if (known) return known
    const { map, under } = this
    let reading = under.get(event)
    if (reading === undefined) {
      reading = this.readFile(event, store).then((record) => {
        under.delete(event)
        if (map.size >= KEPT_RECORDS) for (const oldest of [...map.keys()].slice(0, 20)) map.delete(oldest)
        map.set(event, record)
        this.options.changed()
        return record
      })
      under.set(event, reading)
    }
    return reading
  }

  private async readFile(event: number, store: EventStore): Promise<Record> {
    const { flags, io } = this.options
    const { file, record } = store.place(event)
    const { uri, filter } = questionOf(event, store)
    try {
      const found = await readEvents(
        { uris: [uri], flags: ofOneFile(flags), io, onProgress: () => {} },
        async (reading) => {
          let located: LocatedEvent | undefined
          const events = reading.events(askedOf(reading, filter))
          for await (const one of events) {
            located = one
            break
          }
          const { failure } = await events.result
          if (failure !== undefined) throw failure
          return located
        },
      )
      if (found) return { kind: 'read', found }
      return { kind: 'failed', why: `${file} has no record ${record} any more` }
    } catch (error) {
      const why =
        error instanceof SourceError ? textOf(error) : error instanceof Error ? error.message : String(error)
      return { kind: 'failed', why }
    }
  }
}

interface Question {
  readonly uri: string
  readonly filter: Filter
}

/** Query for an event by file and record number. Pages of Event history are not files: queried by second and ID. */
function questionOf(event: number, store: EventStore): Question {
  const { file, record } = store.place(event)
  const history = /^(history:[^/]+)\/page-\d+$/.exec(file)?.[1]
  if (history === undefined)
    return {
      uri: file,
      filter: { kind: 'text', field: 'location', values: [escapeValue(`${file}:${record}`)] },
    }
  const start = store.times.at(event)
  return {
    uri: history,
    filter: allOf([
      { kind: 'time', start, end: start + 999 },
      { kind: 'text', field: 'event-name', values: [escapeValue(store.text(event, 'event-name'))] },
      { kind: 'text', field: 'event-id', values: [`${escapeValue(store.id(event))}*`] },
    ]),
  }
}

/** Only the options for access to the file; filters do not apply here. */
function ofOneFile(flags: ReadingFlags): ReadingFlags {
  const { profile, bucketRegion, endpointUrl, signRequest, requestPayer, concurrency, maxInflated, color } =
    flags
  return {
    kind: ['all'],
    lateDays: flags.lateDays,
    threads: 0,
    quiet: true,
    signRequest,
    concurrency,
    maxInflated,
    color,
    ...(profile !== undefined && { profile }),
    ...(bucketRegion !== undefined && { bucketRegion }),
    ...(endpointUrl !== undefined && { endpointUrl }),
    ...(requestPayer !== undefined && { requestPayer }),
  }
}
