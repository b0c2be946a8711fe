// Counts the values of one facet among the shown events, some thousand at a time, so that keys are not delayed.

import { PACKED_FLAGS } from '../../../format/packed.ts'
import { grownBy } from './dictionary.ts'
import { PIECE, PIECE_BITS } from './numbers.ts'
import type { EventStore, Kept } from './store.ts'

/** The subject of a facet: a kept field, or read-only. */
export type Facet = Kept | 'read-only'

export interface FacetValue {
  /** Number in the dictionary; for read-only, 1 for a change and 0 otherwise. */
  readonly code: number
  readonly text: string
  readonly count: number
}

export interface Ranking {
  /** Most frequent first. */
  readonly values: readonly FacetValue[]
  readonly distinct: number
  /** False while events are still being counted. */
  readonly isWhole: boolean
}

/** The events to count: the first `count` of `events`, ascending. */
export interface Counted {
  readonly store: EventStore
  readonly events: Uint32Array
  readonly count: number
  readonly positionOf: (event: number) => number
}

/** Maximum number of ranked values; others are only counted. */
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

  /** Counts the events of the next piece. False if all are counted. */
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

/** The numbers with the highest counts first; with equal counts, the lower number. Most have one event and are skipped. */
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
