// Divides the screen into panes.

import type { State } from './state/state.ts'

export interface Layout {
  readonly columns: number
  readonly rows: number
  /** Rows of bars; 0 if there is no room for a timeline. */
  readonly bars: number
  /** Height of the panes between the timeline and the last line. */
  readonly body: number
  /** 0 for a pane that is not shown. */
  readonly facets: number
  readonly list: { readonly width: number; readonly height: number }
  readonly detail: {
    readonly width: number
    readonly height: number
    readonly where: 'right' | 'below' | 'alone'
  }
}

/** Smaller screens are drawn at this size and truncated. */
const MIN_SIZE = { columns: 40, rows: 8 }
const FACETS = 32
const WIDE_ENOUGH_FOR_FACETS = 118
const WIDE_ENOUGH_FOR_DETAIL = 160
const HIGH_ENOUGH_FOR_DETAIL = 36

export function layoutOf({ size, pane, detail }: Pick<State, 'size' | 'pane' | 'detail'>): Layout {
  const columns = Math.max(size.columns, MIN_SIZE.columns)
  const rows = Math.max(size.rows, MIN_SIZE.rows)
  const bars = rows >= 22 ? 2 : rows >= 13 ? 1 : 0
  // The title, the chips, bars with their scale, and the last line.
  const body = rows - 3 - (bars === 0 ? 0 : bars + 1)
  const isWide = columns >= WIDE_ENOUGH_FOR_FACETS
  const isRight = columns >= WIDE_ENOUGH_FOR_DETAIL
  const isBelow = !isRight && rows >= HIGH_ENOUGH_FOR_DETAIL
  const where = isRight ? 'right' : isBelow ? 'below' : 'alone'
  const isAlone = where === 'alone' && detail.isOpen && pane !== 'facets'
  const facets = isAlone ? 0 : isWide ? FACETS : pane === 'facets' ? columns : 0
  const rest = facets === 0 ? columns : facets === columns ? 0 : columns - facets - 1
  const right = isRight && detail.isOpen ? Math.floor(rest * 0.45) : 0
  const below = isBelow && detail.isOpen && rest > 0 ? Math.floor(body / 2) : 0
  return {
    columns,
    rows,
    bars,
    body,
    facets,
    list: {
      width: isAlone ? 0 : right === 0 ? rest : rest - right - 1,
      height: below === 0 ? body : body - below - 1,
    },
    detail: {
      where,
      width: !detail.isOpen
        ? 0
        : isAlone
          ? columns
          : where === 'right'
            ? right
            : where === 'below'
              ? rest
              : 0,
      height: where === 'below' ? below : body,
    },
  }
}

/** Rows of events in the list, without its header. */
export function listRows(layout: Layout): number {
  return Math.max(layout.list.height - 1, 1)
}
