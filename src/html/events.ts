// The events of a page: gzip in base64, two lines per event (a list of its cells, then its record), and the controls
// around the table that page.js fills.

import { once } from 'node:events'
import { createGzip } from 'node:zlib'
import { thousands } from '../util/format.ts'
import { markup, type Markup } from './markup.ts'

export interface EventTable {
  /** One column per cell; those after the first `shown` appear only in the details. */
  readonly columns: readonly string[]
  readonly shown: number
  /** Number of packed events, and number of all matching events. */
  readonly events: number
  readonly total: number
  /** The result of packEvents. */
  readonly packed: string
}

export interface Packer {
  /** Adds an event. The last cell says why the call failed, or is empty. The record must be on one line. */
  add(cells: readonly string[], record: Uint8Array): Promise<void>
  /** Finishes and returns the base64 text. */
  end(): Promise<string>
}

/** How many bytes are passed to gzip at a time. */
const CHUNK = 256 * 1024

export function packEvents(): Packer {
  const gzip = createGzip({ level: 9 })
  const packed: Buffer[] = []
  gzip.on('data', (chunk: Buffer) => packed.push(chunk))
  let waiting: Uint8Array[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    const chunk = Buffer.concat(waiting)
    waiting = []
    size = 0
    if (!gzip.write(chunk)) await once(gzip, 'drain')
  }
  return {
    async add(cells, record) {
      // Copied, because the record is part of a batch.
      const line = Buffer.concat([Buffer.from(`${JSON.stringify(cells)}\n`), record, LINE_END])
      waiting.push(line)
      size += line.length
      if (size >= CHUNK) await flush()
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

export function eventsSection({ columns, shown, events, total }: EventTable): Markup {
  const part =
    events < total
      ? markup`<p class="note">
          <strong>The newest ${thousands(events)} of ${thousands(total)} events are in this file.</strong>
          Everything above counts all of them.
        </p>`
      : ''
  const heads = columns
    .slice(0, shown)
    .map((label) => markup`<th scope="col"><button type="button">${label}</button></th>`)
  return markup`<section id="events" aria-labelledby="events-h" data-events="${events}" data-shown="${shown}">
    <h2 id="events-h">Events</h2>
    ${part}
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
