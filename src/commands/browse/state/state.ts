// What a browser shows, as plain data: everything but the events themselves. `update.ts` makes the next one of it for each
// key, `view/` makes lines of it; neither knows a terminal or a file.

import type { Filter } from '../../../filter/clause.ts'
import type { LocatedEvent } from '../../../format/located.ts'
import type { Facet } from '../data/counter.ts'
import type { Found } from '../data/found.ts'
import type { EventStore } from '../data/store.ts'

export const PANES = ['list', 'facets', 'timeline', 'detail'] as const
export type PaneName = (typeof PANES)[number]

export interface ListColumn {
  /** Of a field, or a path into the record. */
  readonly name: string
  /** Where it was made narrower or wider than it would be: by how much. */
  readonly wider: number
}

export interface State {
  readonly size: { readonly columns: number; readonly rows: number }
  readonly pane: PaneName
  /** All of them must hold. */
  readonly chips: readonly Filter[]
  /** The number of an event; where the filter hides it, the next one that it shows. */
  readonly cursor: number
  /** The position of the list's first row. */
  readonly top: number
  readonly columns: readonly ListColumn[]
  /** Which of them `=` and `-` take the value of. */
  readonly column: number
  readonly detail: DetailState
  readonly facets: FacetState
  readonly brush: Brush
  /** Numbers of events, in the order in which they were marked. */
  readonly marked: readonly number[]
  /** Where Backspace leads, the last one last. */
  readonly past: readonly PastView[]
  readonly overlay?: Overlay | undefined
  readonly prompt?: Prompt | undefined
  /** `!` was typed: the next filter by the event under the cursor excludes. */
  readonly isExcluding: boolean
  readonly message?: Message | undefined
  /** What was searched for last, in the list and in the record. */
  readonly sought: string
  /** Which store `cursor`, `marked` and `past` are about. */
  readonly generation: number
}

export interface DetailState {
  readonly isOpen: boolean
  readonly row: number
  readonly top: number
  /** Paths of the record. */
  readonly folded: ReadonlySet<string>
}

export interface FacetState {
  readonly row: number
  readonly top: number
  /** Whose values are all listed. */
  readonly open?: Facet | undefined
}

export interface Brush {
  /** Epoch milliseconds; undefined before the timeline was entered. */
  readonly at?: number | undefined
  readonly from?: number | undefined
}

export interface PastView {
  readonly chips: readonly Filter[]
  readonly cursor: number
  readonly top: number
  readonly generation: number
}

export type Overlay =
  | { readonly kind: 'help' | 'command' | 'compare' | 'problems'; readonly top: number }
  /** What another command printed. */
  | { readonly kind: 'page'; readonly title: string; readonly text: string; readonly top: number }
  | { readonly kind: 'menu'; readonly menu: Menu; readonly row: number; readonly top: number }

export interface Menu {
  readonly title: string
  readonly items: readonly MenuItem[]
}

export interface MenuItem {
  /** A key that chooses it. */
  readonly key?: string
  readonly label: string
  readonly text: string
  readonly does: MenuAction
}

export type MenuAction =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'drop'; readonly chip: number }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'type-column' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'copy-event'; readonly event: number; readonly part: CopiedPart }

export interface Prompt {
  readonly kind: 'find' | 'filter' | 'save' | 'column'
  readonly text: string
  /** In UTF-16 units. */
  readonly at: number
  /** The completion that Tab shows now, and what it would be next. */
  readonly offered?: { readonly row: number; readonly from: number; readonly base: string } | undefined
}

export interface Message {
  readonly text: string
  readonly isError?: boolean
}

/** What a key asks of the world. */
export type Effect =
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'copy-event'; readonly event: number; readonly part: CopiedPart }
  | { readonly kind: 'save'; readonly path: string }
  | { readonly kind: 'trace'; readonly event: number }
  /** Filter by the session or any field of an event, which its record tells. */
  | { readonly kind: 'session'; readonly event: number; readonly excludes: boolean }
  | { readonly kind: 'field'; readonly field: string; readonly event: number; readonly excludes: boolean }
  /** The next event that is shown and has the text in what the list can show. */
  | { readonly kind: 'find'; readonly text: string; readonly step: 1 | -1 }

export const COPIED_PARTS = ['record', 'event-id', 'principal', 'resource-name'] as const
export type CopiedPart = (typeof COPIED_PARTS)[number]

export interface Updated {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** Nothing is asked of the world. */
export function now(state: State): Updated {
  return { state, effects: [] }
}

/** What is known of the record of an event. */
export type Record =
  | { readonly kind: 'read'; readonly found: LocatedEvent }
  | { readonly kind: 'failed'; readonly why: string }

/** What was read; grows by itself. Neither `update` nor a view changes it. */
export interface Data {
  readonly store: EventStore
  readonly found: Found
  /** Of the events that were looked at lately; absent while it is read. */
  readonly records: ReadonlyMap<number, Record>
  readonly reading: ReadingState
  readonly look: Look
  /** Words of the command that gives the same events. */
  readonly command: (chips: readonly Filter[]) => string
}

export interface ReadingState {
  readonly isDone: boolean
  /** `12 of 40 files`, or what is listed. */
  readonly progress: string
  /** What was read, in one line. */
  readonly coverage: string
  /** Lines about what could not be read. */
  readonly problems: readonly string[]
  readonly problemCount: number
  /** The most events that are kept were reached: older ones are left out. */
  readonly isLimited: boolean
  /** What files are read again for; `progress` says how far. */
  readonly asking?: string | undefined
  /** Not every file could be read, or read again, so that events may be missing. */
  readonly isIncomplete?: boolean
}

/** How things look, which never changes. */
export interface Look {
  readonly title: string
  readonly formatTime: (time: number) => string
  readonly ascii: boolean
  readonly now: number
  readonly timeZone: string | undefined
  readonly isVerified: boolean
}

export function initialState(
  chips: readonly Filter[],
  columns: readonly string[],
  size: State['size'],
): State {
  return {
    size,
    pane: 'list',
    chips,
    cursor: 0,
    top: 0,
    columns: columns.map((name) => ({ name, wider: 0 })),
    column: 0,
    detail: { isOpen: false, row: 0, top: 0, folded: new Set() },
    facets: { row: 0, top: 0 },
    brush: {},
    marked: [],
    past: [],
    isExcluding: false,
    sought: '',
    generation: 0,
  }
}

/** The event under the cursor; undefined where there is none. */
export function currentEvent(state: State, { found }: Data): number | undefined {
  if (found.count === 0) return undefined
  return found.events[Math.min(found.positionOf(state.cursor), found.count - 1)]
}

export function currentPosition(state: State, { found }: Data): number {
  return Math.min(found.positionOf(state.cursor), Math.max(found.count - 1, 0))
}
