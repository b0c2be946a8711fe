// Searches the shown events for a text, some thousand at a time. Each different text is examined once.

import type { Found } from './found.ts'
import { KEPT } from './store.ts'

/** Number of events between two checks of the clock. */
const STRIDE = 2000
const [HAS, LACKS] = [1, 2]

interface Sought {
  readonly codes: { readonly at: (event: number) => number }
  readonly has: (code: number) => boolean
  /** Result for each text; 0 for not examined. */
  readonly known: Uint8Array
}

export class Finder {
  private readonly found: Found
  private readonly wanted: string
  private readonly from: number
  private readonly step: 1 | -1
  /** Number of events at the start; events that arrive later need a new search. */
  private readonly count: number
  private readonly columns: readonly Sought[]
  private readonly mayBeId: boolean
  private done = 0

  constructor(found: Found, text: string, from: number, step: 1 | -1) {
    this.found = found
    this.wanted = text.toLowerCase()
    this.from = from
    this.step = step
    this.count = found.count
    this.mayBeId = /^r?[\da-f]{1,8}$/.test(this.wanted)
    const { columns, extra } = found.store
    const bytes = Buffer.from(this.wanted)
    const isAscii = /^[\0-\x7f]*$/.test(this.wanted)
    this.columns = [...KEPT.map((name) => columns[name]), ...extra.values()].map(({ dictionary, codes }) => ({
      codes,
      known: new Uint8Array(dictionary.size),
      has: isAscii
        ? (code) => dictionary.hasFolded(code, bytes)
        : (code) => dictionary.textOnce(code).toLowerCase().includes(this.wanted),
    }))
  }

  /**
   * Position of the next event that contains the text (case-insensitive) in a column or its ID, wrapping around; -1 if there
   * is none; undefined if the time is up: then call again.
   */
  look(isTimeUp: () => boolean): number | undefined {
    const { found, count } = this
    while (this.done < count) {
      const position = this.place(++this.done)
      if (this.isIn(found.events[position]!)) return position
      if (this.done % STRIDE === 0 && this.done < count && isTimeUp()) return undefined
    }
    return -1
  }

  private place(done: number): number {
    const { from, step, count } = this
    return (((from + step * done) % count) + count) % count
  }

  private isIn(event: number): boolean {
    for (const { codes, known, has } of this.columns) {
      const code = codes.at(event)
      if (code === 0) continue
      const answer = known[code] || (known[code] = has(code) ? HAS : LACKS)
      if (answer === HAS) return true
    }
    return this.mayBeId && this.found.store.id(event).startsWith(this.wanted)
  }
}
