// The events of a page: gzip in base64, two lines per event (a list of its cells, then its record), and the controls
// around the table that page.js fills.

import { once } from 'node:events'
import { constants, createGzip } from 'node:zlib'
import { thousands } from '../util/format.ts'
import { markup, type Markup } from './markup.ts'

export interface EventTable {
  /** One column per cell; those after the first `shown` appear only in the details. */
  readonly columns: readonly string[]
  readonly shown: number
  /** Number of packed events, and number of all matching events. */
  readonly events: number
  readonly total: number
  /** Of the packed events, the first ones that have their record. */
  readonly records: number
  /** Which events come first, and are packed if not all are; default: the newest. */
  readonly first?: 'newest' | 'oldest'
  /** Whether events are omitted because of the size of the file. */
  readonly isFull: boolean
  /** The result of packEvents. */
  readonly packed: string
}

export interface Packer {
  /** How many events have been added, and how many of them, the first ones, with their record. */
  readonly events: number
  readonly records: number
  /** True if no more events fit: `add` omits them. */
  readonly isFull: boolean
  /** Adds an event. The last cell says why the call failed, or is empty. The record must be on one line. */
  add(cells: readonly string[], record: Uint8Array): Promise<void>
  /** Finishes and returns the base64 text. */
  end(): Promise<string>
}

/** The largest packed text, in bytes: a larger file takes long to open and does not fit in a mail. */
const MAX_PACKED = 24_000_000
/** Records are omitted before rows: room is kept for the rows that may follow, about as many bytes for each as it takes. */
const ROW_SIZE = 60
/** At most this part of the file is kept for them. */
const PART_FOR_ROWS = 0.25
/** How many bytes are passed to gzip at a time. The size is only known after each. */
const CHUNK = 256 * 1024

export function packEvents(maxEvents: number, maxBytes = MAX_PACKED): Packer {
  const gzip = createGzip({ level: 9 })
  const packed: Buffer[] = []
  let packedSize = 0
  gzip.on('data', (chunk: Buffer) => {
    packed.push(chunk)
    packedSize += chunk.length
  })
  let waiting: Uint8Array[] = []
  let size = 0
  // A flush after each chunk, so that the same events make the same file, whatever the timing.
  const flush = (): Promise<void> => {
    gzip.write(Buffer.concat(waiting))
    waiting = []
    size = 0
    return new Promise((resolve) => gzip.flush(constants.Z_SYNC_FLUSH, resolve))
  }
  /** The size in base64 if what is waiting did not compress at all. */
  const mostBytes = (): number => ((packedSize + size) * 4) / 3
  let events = 0
  let records = 0
  let hasRecords = true
  let isFull = false
  return {
    get events() {
      return events
    },
    get records() {
      return records
    },
    get isFull() {
      return isFull
    },
    async add(cells, record) {
      if (isFull) return
      const head = Buffer.from(`${JSON.stringify(cells)}\n`)
      let line = hasRecords ? Buffer.concat([head, record, LINE_END]) : Buffer.concat([head, LINE_END])
      const forRows = Math.min(maxBytes * PART_FOR_ROWS, (maxEvents - events) * ROW_SIZE)
      const room = (): number => maxBytes - (hasRecords ? forRows : 0) - (line.length * 4) / 3
      if (size >= CHUNK || mostBytes() > room()) await flush()
      if (hasRecords && mostBytes() > room()) {
        hasRecords = false
        line = Buffer.concat([head, LINE_END])
      }
      if (mostBytes() > room()) {
        isFull = true
        return
      }
      waiting.push(line)
      size += line.length
      events++
      if (hasRecords) records++
    },
    async end() {
      await flush()
      gzip.end()
      await once(gzip, 'end')
      return Buffer.concat(packed).toString('base64')
    },
  }
}

const LINE_END = Buffer.from('\n')

/** What is not in the file, and why; undefined if everything is. */
export function omitted(
  { events, total, records, first = 'newest' }: Omits,
  isFull: boolean,
): string | undefined {
  if (events === total && records === events) return undefined
  const why = isFull || records < events ? ', because the file would be too large otherwise' : ''
  const rows =
    events === total
      ? `All ${thousands(total)} events are in this file`
      : `The ${first} ${thousands(events)} of ${thousands(total)} events are in this file`
  if (records === events) return `${rows}${why}.`
  return `${rows}, the ${first} ${thousands(records)} of them with their records${why}.`
}

type Omits = Pick<EventTable, 'events' | 'total' | 'records' | 'first'>

export function eventsSection(table: EventTable): Markup {
  const { columns, shown, events, total, records, isFull } = table
  const part = omitted(table, isFull)
  const note =
    part === undefined
      ? ''
      : markup`<p class="note">
          <strong>${part}</strong>
          ${events < total && 'Everything above counts all of them.'}
          ${records < events && 'The details of the others name the file and the position of their record.'}
        </p>`
  const heads = columns
    .slice(0, shown)
    .map(
      (label) => markup`<th scope="col" data-label="${label}"><button type="button">${label}</button></th>`,
    )
  return markup`<section id="events" aria-labelledby="events-h" data-events="${events}" data-shown="${shown}">
    <h2 id="events-h">Events</h2>
    ${note}
    <noscript
      ><p class="note">
        This browser runs no scripts, so the table of events stays empty. Everything else is here.
      </p></noscript
    >
    <form id="controls" role="search">
      <label for="search">Search</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder="words anywhere in the record"
      />
      <label><input id="failed" type="checkbox" /> failed calls only</label>
      <label><input id="changes" type="checkbox" /> changes only</label>
    </form>
    <p id="status" role="status">…</p>
    <p id="printed" class="note"></p>
    <div class="scroll">
      <table id="table" class="stack">
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody></tbody>
      </table>
    </div>
    <nav id="pages" aria-label="Pages of events" hidden>
      <button type="button" data-go="first">First</button> <button type="button" data-go="back">Back</button>
      <span id="place"></span>
      <button type="button" data-go="next">Next</button> <button type="button" data-go="last">Last</button>
      <label
        >Rows
        <select id="rows">
          <option>25</option>
          <option selected>100</option>
          <option>500</option>
          <option>2000</option>
        </select></label
      >
    </nav>
    <ul id="labels" hidden>
      ${columns.map((label) => markup`<li>${label}</li>`)}
    </ul>
  </section> `
}
