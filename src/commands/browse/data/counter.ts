// Counts the values of one facet among the events that are shown, some thousand at a time, so that keys need not wait.

import { PACKED_FLAGS } from '../../../format/packed.ts'
import { grownBy } from './dictionary.ts'
import { PIECE, PIECE_BITS } from './numbers.ts'
import type { EventStore, Kept } from './store.ts'

/** What a facet is of: a field that is kept, or whether the event only read. */
export type Facet = Kept | 'read-only'

export interface FacetValue {
  /** Of the dictionary; for read-only 1 for a change, 0 for none. */
  readonly code: number
  readonly text: string
  readonly count: number
}

export interface Ranking {
  /** The most frequent ones first. */
  readonly values: readonly FacetValue[]
  readonly distinct: number
  /** False while events are still counted. */
  readonly isWhole: boolean
}

/** The events that are counted: the first `count` of `events`, ascending. */
export interface Counted {
  readonly store: EventStore
  readonly events: Uint32Array
  readonly count: number
  readonly positionOf: (event: number) => number
}

/** Values that are ranked; the rest is counted. */
const RANKED = 500

export class Counter {
  private readonly facet: Facet
  private readonly found: Counted
  private counts = new Uint32Array(2)
  private distinct = 0
  private counted = 0
  private ranked: (Ranking & { readonly at: number }) | undefined

  constructor(facet: Facet, found: Counted) {
    this.facet = facet
    this.found = found
  }

  /** Counts the events of one more piece. False where all are counted. */
  more(): boolean {
    const { found, facet, counted } = this
    const { events, count, store } = found
    if (counted === count) return false
    const number = events[counted]! >>> PIECE_BITS
    const first = number * PIECE
    const end = found.positionOf(first + PIECE)
    if (facet === 'read-only') {
      const flags = store.flags.piece(number)
      for (let i = counted; i < end; i++) this.count(flags[events[i]! - first]! & PACKED_FLAGS.change)
    } else {
      const { dictionary, codes } = store.columns[facet]
      if (this.counts.length < dictionary.size) this.counts = grownBy(this.counts, dictionary.size)
      const { counts } = this
      const piece = codes.piece(number)
      let fresh = 0
      for (let i = counted; i < end; i++) {
        const code = piece[events[i]! - first]!
        if (counts[code]!++ === 0) fresh++
      }
      this.distinct += fresh
    }
    this.counted = end
    return true
  }

  private count(code: number): void {
    if (this.counts[code]!++ === 0) this.distinct++
  }

  ranking(): Ranking {
    const { facet, found, counted, distinct } = this
    const isWhole = counted === found.count
    if (this.ranked?.at === counted && this.ranked.isWhole === isWhole) return this.ranked
    const dictionary = facet === 'read-only' ? undefined : found.store.columns[facet].dictionary
    const values = mostFrequent(this.counts, RANKED).map((code) => ({
      code,
      count: this.counts[code]!,
      text: dictionary?.text(code) ?? String(code === 0),
    }))
    this.ranked = { at: counted, values, distinct, isWhole }
    return this.ranked
  }
}

/** The numbers with the highest counts, those first; of equal ones the lower number. Most have one event: they are passed over. */
function mostFrequent(counts: Uint32Array, most: number): readonly number[] {
  const before = (a: number, b: number): number => counts[b]! - counts[a]! || a - b
  let best: number[] = []
  let least = 0
  for (let code = 0; code < counts.length; code++) {
    if (counts[code]! <= least) continue
    best.push(code)
    if (best.length < most * 2) continue
    best = best.toSorted(before).slice(0, most)
    least = counts[best[most - 1]!]!
  }
  return best.toSorted(before).slice(0, most)
}
