// The events that the filter lets through, in their order, with what the facets and the timeline count of them. Grows as
// the store does: only what is new is looked at.

import type { Filter } from '../../../filter/clause.ts'
import { Counter, type Facet, type Ranking } from './counter.ts'
import { grownBy } from './dictionary.ts'
import { knownOf, type KnownSets, maskOf } from './mask.ts'
import { PIECE } from './numbers.ts'
import type { EventStore } from './store.ts'

export class Found {
  readonly filter: Filter
  readonly store: EventStore
  /** Numbers of events, ascending; the first `count` of them. */
  events: Uint32Array = new Uint32Array(1024)
  count = 0
  private readonly sets: KnownSets
  private seen = 0
  private readonly counters = new Map<Facet, Counter>()

  constructor(filter: Filter, store: EventStore, sets: KnownSets) {
    this.filter = filter
    this.store = store
    this.sets = sets
    this.extend()
  }

  /** Looks at the events that came since, or that are known since. */
  extend(): void {
    const { store, sets, filter } = this
    const known = knownOf(filter, store, sets)
    while (this.seen < known) {
      const from = this.seen
      const to = Math.min((Math.floor(from / PIECE) + 1) * PIECE, known)
      const mask = maskOf(filter, store, sets, from, to)
      let found = 0
      for (let i = 0; i < mask.length; i++) found += mask[i]!
      const needs = this.count + found
      // One more, because the loop below writes before it knows.
      if (needs >= this.events.length) this.events = grownBy(this.events, needs + 1)
      const { events } = this
      let at = this.count
      for (let i = 0; i < mask.length; i++) {
        // Written in any case, and kept only where the filter lets it through: no branch to guess.
        events[at] = from + i
        at += mask[i]!
      }
      this.count = needs
      this.seen = to
    }
  }

  /** Events that were looked at. */
  get lookedAt(): number {
    return this.seen
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

  /** The most frequent values first, of the events that were counted so far. */
  top(facet: Facet): Ranking {
    return this.counter(facet).ranking()
  }

  /** Counts some thousand events for one of the facets. False where all are counted. */
  countSome(facets: readonly Facet[]): boolean {
    return facets.some((facet) => this.counter(facet).more())
  }

  /** At once, for whoever cannot wait. */
  countAll(facets: readonly Facet[]): void {
    while (this.countSome(facets));
  }

  private counter(facet: Facet): Counter {
    const known = this.counters.get(facet)
    if (known !== undefined) return known
    const counter = new Counter(facet, this)
    this.counters.set(facet, counter)
    return counter
  }

  /** First and last time of these events; undefined where none has a time. */
  get span(): { readonly start: number; readonly end: number } | undefined {
    // Newest first, those without a time last.
    const last = this.firstBefore(-Infinity) - 1
    if (last < 0) return undefined
    return { start: this.timeAt(last), end: this.timeAt(0) }
  }

  /** Of the event at a position. */
  timeAt(position: number): number {
    return this.store.times.at(this.events[position]!)
  }

  /** How many of the events lie between two times, the first included. */
  between(start: number, end: number): number {
    return this.firstBefore(start) - this.firstBefore(end)
  }

  /** The position of the first event that is earlier; those without a time come last. */
  firstBefore(time: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.timeAt(middle) >= time) low = middle + 1
      else high = middle
    }
    return low
  }
}
