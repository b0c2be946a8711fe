// Questions that need the records, for which the files are read again: which events match a clause, and the values of a column
// that is not kept in memory.

import { walkFor } from '../../cli/options/select-events.ts'
import type { Asked, Reading } from '../../cli/reading/read-events.ts'
import type { Clause, Filter } from '../../filter/clause.ts'
import { packedText } from '../../format/packed.ts'
import { type KnownSet, setName } from './data/mask.ts'
import type { EventStore } from './data/store.ts'

/** The query for another filter in the same sources. */
export function askedOf({ selection }: Pick<Reading, 'selection'>, filter: Filter): Asked {
  const { folders, lateDays, ignoreNames, now } = selection.walk
  return { filter, walk: walkFor(filter, { folders, lateDays, ignoreNames, now }) }
}

export type Question =
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'column'; readonly name: string }

/** Unique name of a question. */
export function nameOf(question: Question): string {
  return question.kind === 'clause' ? `clause ${setName(question.clause)}` : `column ${question.name}`
}

/** What to read from the files, and how to store the answers. */
export interface Taker {
  readonly chips: readonly Filter[]
  readonly columns: readonly string[]
  readonly take: (event: number, row: Uint8Array) => void
  /** Reports that all events before this number are answered. */
  readonly known: (events: number) => void
}

/** Fills a column of the store. */
export function columnTaker(store: EventStore, name: string): Taker {
  const column = store.extra.get(name) ?? store.addColumn(name)
  const { dictionary, codes } = column
  return {
    chips: [],
    columns: [name],
    take(event, row) {
      const { start, end } = packedText(row, 0)
      codes.set(event, dictionary.add(row, start, end))
    },
    known(events) {
      column.known = Math.max(column.known, events)
      if (events === store.count) dictionary.trim()
    },
  }
}

/** Records which events match the clause, in a new set of `sets`. */
export function clauseTaker(store: EventStore, clause: Clause, sets: Map<string, KnownSet>): Taker {
  const set: KnownSet = { events: new Uint8Array(store.count), known: 0 }
  sets.set(setName(clause), set)
  return {
    chips: [clause],
    columns: [],
    take: (event) => void (set.events[event] = 1),
    known: (events) => void (set.known = events),
  }
}
