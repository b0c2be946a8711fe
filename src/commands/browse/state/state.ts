// The state of the browser as plain data: everything except the events. `update.ts` computes the next state for each key,
// `view/` draws it; neither uses a terminal or a file.

import type { Filter } from '../../../filter/clause.ts'
import type { LocatedEvent } from '../../../format/located.ts'
import type { Facet } from '../data/counter.ts'
import type { Found } from '../data/found.ts'
import type { EventStore } from '../data/store.ts'

export const PANES = ['list', 'facets', 'timeline', 'detail'] as const
export type PaneName = (typeof PANES)[number]

export interface ListColumn {
  /** Name of a field, or a record path. */
  readonly name: string
  /** By how much the user changed its width. */
  readonly wider: number
}

export interface State {
  readonly size: { readonly columns: number; readonly rows: number }
  readonly pane: PaneName
  /** All of them must hold. */
  readonly chips: readonly Filter[]
  /** Number of an event; if the filter hides it, the next shown event is meant. */
  readonly cursor: number
  /** The position of the list's first row. */
  readonly top: number
  readonly columns: readonly ListColumn[]
  /** The column whose value `=` and `-` use. */
  readonly column: number
  readonly detail: DetailState
  readonly facets: FacetState
  readonly brush: Brush
  /** Numbers of events, in the order in which they were marked. */
  readonly marked: readonly number[]
  /** Earlier views for Backspace, the latest last. */
  readonly past: readonly PastView[]
  readonly overlay?: Overlay | undefined
  readonly prompt?: Prompt | undefined
  /** `!` was typed: the next filter by the event under the cursor excludes. */
  readonly isExcluding: boolean
  readonly message?: Message | undefined
  /** The last search text, in the list and in the record. */
  readonly sought: string
  /** The store to which `cursor`, `marked` and `past` refer. */
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
  /** The facet of which all values are listed. */
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
  /** Output of another command. */
  | { readonly kind: 'page'; readonly title: string; readonly text: string; readonly top: number }
  | { readonly kind: 'menu'; readonly menu: Menu; readonly row: number; readonly top: number }

export interface Menu {
  readonly title: string
  readonly items: readonly MenuItem[]
}

export interface MenuItem {
  /** Key that selects the item. */
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
  /** The completion shown by Tab, and the next one. */
  readonly offered?: { readonly row: number; readonly from: number; readonly base: string } | undefined
}

export interface Message {
  readonly text: string
  readonly isError?: boolean
}

/** A side effect requested by a key. */
export type Effect =
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'copy-event'; readonly event: number; readonly part: CopiedPart }
  | { readonly kind: 'save'; readonly path: string }
  | { readonly kind: 'trace'; readonly event: number }
  /** Filter by the session or any field of an event, which needs its record. */
  | { readonly kind: 'session'; readonly event: number; readonly excludes: boolean }
  | { readonly kind: 'field'; readonly field: string; readonly event: number; readonly excludes: boolean }
  /** Find the next shown event that contains the text in a value that the list can show. */
  | { readonly kind: 'find'; readonly text: string; readonly step: 1 | -1 }

export const COPIED_PARTS = ['record', 'event-id', 'principal', 'resource-name'] as const
export type CopiedPart = (typeof COPIED_PARTS)[number]

export interface Updated {
  readonly state: State
  readonly effects: readonly Effect[]
}

/** No side effect. */
export function now(state: State): Updated {
  return { state, effects: [] }
}

/** The state with a menu, at its first item unless another one is given. */
export function withMenu(state: State, menu: Menu, row = 0): State {
  return { ...state, overlay: { kind: 'menu', menu, row, top: 0 } }
}

/** The record of an event, as far as it is known. */
export type Record =
  | { readonly kind: 'read'; readonly found: LocatedEvent }
  | { readonly kind: 'failed'; readonly why: string }

/** The data read so far, which grows in the background. Neither `update` nor a view changes it. */
export interface Data {
  readonly store: EventStore
  readonly found: Found
  /** Records of recently viewed events; absent while being read. */
  readonly records: ReadonlyMap<number, Record>
  readonly reading: ReadingState
  readonly look: Look
  /** Words of the command that prints the same events. */
  readonly command: (chips: readonly Filter[]) => string
}

export interface ReadingState {
  readonly isDone: boolean
  /** `12 of 40 files`, or what is being listed. */
  readonly progress: string
  /** Summary of the reading, in one line. */
  readonly coverage: string
  /** Lines about problems. */
  readonly problems: readonly string[]
  readonly problemCount: number
  /** The maximum number of events was reached, so older ones are missing. */
  readonly isLimited: boolean
  /** Why files are being read again; `progress` shows how far. */
  readonly asking?: string | undefined
  /** Some files could not be read or read again, so events may be missing. */
  readonly isIncomplete?: boolean
}

/** Settings of the display, which never change. */
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

/** The event under the cursor; undefined if there is none. */
export function currentEvent(state: State, { found }: Data): number | undefined {
  if (found.count === 0) return undefined
  return found.events[Math.min(found.positionOf(state.cursor), found.count - 1)]
}

export function currentPosition(state: State, { found }: Data): number {
  return Math.min(found.positionOf(state.cursor), Math.max(found.count - 1, 0))
}
