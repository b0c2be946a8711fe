// The events that the filter lets through, in their order, with what the facets and the timeline count of them. Grows as
// the store does: only what is new is looked at.

import { type Filter } from '../../../filter/clause.ts'
import { grownBy } from './dictionary.ts'
import { type KnownSets, maskOf } from './mask.ts'
import type { EventStore, Kept } from './store.ts'

/** What a facet is of: a field that is kept, or whether the event only read. */
export type Facet = Kept | 'read-only'

export interface FacetValue {
  /** Of the dictionary; for read-only 1 for a change, 0 for none. */
  readonly code: number
  readonly text: string
  readonly count: number
}

/** Values of a facet that are ranked; the rest is counted. */
const RANKED = 500

export class Found {
  readonly filter: Filter
  readonly store: EventStore
  /** Numbers of events, ascending; the first `count` of them. */
  events: Uint32Array = new Uint32Array(1024)
  count = 0
  private readonly sets: KnownSets
  private seen = 0
  private readonly counters = new Map<Facet, { counts: Uint32Array; counted: number }>()
  private readonly ranked = new Map<Facet, { at: number; values: readonly FacetValue[]; distinct: number }>()

  constructor(filter: Filter, store: EventStore, sets: KnownSets) {
    this.filter = filter
    this.store = store
    this.sets = sets
    this.extend()
  }

  /** Looks at the events that came since. */
  extend(): void {
    const { store, seen } = this
    if (seen === store.count) return
    const mask = maskOf(this.filter, store, this.sets, seen)
    let found = 0
    for (let i = 0; i < mask.length; i++) found += mask[i]!
    if (this.count + found > this.events.length) this.events = grownBy(this.events, this.count + found)
    let at = this.count
    for (let i = 0; i < mask.length; i++) if (mask[i] === 1) this.events[at++] = seen + i
    this.count = at
    this.seen = store.count
  }

  /** Where the event stands, or where it would. */
  positionOf(event: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.events[middle]! < event) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The most frequent values first. */
  top(facet: Facet): { readonly values: readonly FacetValue[]; readonly distinct: number } {
    const known = this.ranked.get(facet)
    if (known?.at === this.count) return known
    const counts = this.counts(facet)
    const codes: number[] = []
    for (let code = 0; code < counts.length; code++) if (counts[code]! > 0) codes.push(code)
    codes.sort((a, b) => counts[b]! - counts[a]! || a - b)
    const distinct = codes.length
    const values = codes.slice(0, RANKED).map((code) => ({
      code,
      count: counts[code]!,
      text: facet === 'read-only' ? String(code === 0) : this.store.columns[facet].dictionary.text(code),
    }))
    const ranked = { at: this.count, values, distinct }
    this.ranked.set(facet, ranked)
    return ranked
  }

  private counts(facet: Facet): Uint32Array {
    const { store, events, count } = this
    const size = facet === 'read-only' ? 2 : store.columns[facet].dictionary.size
    const counter = this.counters.get(facet) ?? { counts: new Uint32Array(size), counted: 0 }
    if (counter.counts.length < size) counter.counts = grownBy(counter.counts, size)
    const { counts } = counter
    if (facet === 'read-only') {
      const { flags } = store
      for (let i = counter.counted; i < count; i++) counts[flags[events[i]!]! & 1]!++
    } else {
      const { codes } = store.columns[facet]
      for (let i = counter.counted; i < count; i++) counts[codes[events[i]!]!]!++
    }
    counter.counted = count
    this.counters.set(facet, counter)
    return counts
  }

  /** First and last time of these events; undefined where none has a time. */
  get span(): { readonly start: number; readonly end: number } | undefined {
    // Newest first, those without a time last.
    let last = this.count - 1
    while (last >= 0 && Number.isNaN(this.store.times[this.events[last]!]!)) last--
    if (last < 0) return undefined
    return { start: this.store.times[this.events[last]!]!, end: this.store.times[this.events[0]!]! }
  }

  /** How many of the events lie between two times, the first included. */
  between(start: number, end: number): number {
    return this.firstBefore(start) - this.firstBefore(end)
  }

  /** The position of the first event that is earlier; those without a time come last. */
  firstBefore(time: number): number {
    const { times } = this.store
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (times[this.events[middle]!]! >= time) low = middle + 1
      else high = middle
    }
    return low
  }
}
