// The events that match the filter, in order, with the counts for facets and timeline. Grows with the store; only new events
// are examined.

import type { Filter } from '../../../filter/clause.ts'
import { Counter, type Facet, type Ranking } from './counter.ts'
import { grownBy } from './dictionary.ts'
import { knownOf, type KnownSets, maskOf } from './mask.ts'
import { PIECE } from './numbers.ts'
import type { EventStore } from './store.ts'

export class Found {
  readonly filter: Filter
  readonly store: EventStore
  /** Numbers of matching events, ascending; only the first `count` are valid. */
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

  /** Examines the events that arrived, or for which sets became known, since the last call. */
  extend(): void {
    const { store, sets, filter } = this
    const known = knownOf(filter, store, sets)
    while (this.seen < known) {
      const start = this.seen
      const end = Math.min((Math.floor(start / PIECE) + 1) * PIECE, known)
      const mask = maskOf(filter, { store, sets, start, end })
      let found = 0
      for (let i = 0; i < mask.length; i++) found += mask[i]!
      const needs = this.count + found
      // One extra element, because the loop below writes before it tests.
      if (needs >= this.events.length) this.events = grownBy(this.events, needs + 1)
      const { events } = this
      let at = this.count
      for (let i = 0; i < mask.length; i++) {
        // Always written, but kept only if it matches, which avoids a mispredicted branch.
        events[at] = start + i
        at += mask[i]!
      }
      this.count = needs
      this.seen = end
    }
  }

  /** Number of examined events. */
  get lookedAt(): number {
    return this.seen
  }

  /** Position of the event, or its insertion point. */
  positionOf(event: number): number {
    return this.firstWhere((position) => this.events[position]! >= event)
  }

  /** Most frequent values first, of the events counted so far. */
  top(facet: Facet): Ranking {
    return this.counter(facet).ranking()
  }

  /** Counts some thousand events for one of the facets. False if all are counted. */
  countSome(facets: readonly Facet[]): boolean {
    return facets.some((facet) => this.counter(facet).more())
  }

  /** Counts everything without interruption. */
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

  /** First and last time of these events; undefined if none has a time. */
  get span(): { readonly start: number; readonly end: number } | undefined {
    // Events are ordered newest first, those without a time last.
    const last = this.firstBefore(-Infinity) - 1
    if (last < 0) return undefined
    return { start: this.timeAt(last), end: this.timeAt(0) }
  }

  /** Time of the event at a position. */
  timeAt(position: number): number {
    return this.store.times.at(this.events[position]!)
  }

  /** Number of events from `start` (inclusive) to `end` (exclusive). */
  between(start: number, end: number): number {
    return this.firstBefore(start) - this.firstBefore(end)
  }

  /** Position of the first earlier event; events without a time come last. */
  firstBefore(time: number): number {
    return this.firstWhere((position) => !(this.timeAt(position) >= time))
  }

  /** The first position from which on the condition holds. */
  private firstWhere(holds: (position: number) => boolean): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
}
