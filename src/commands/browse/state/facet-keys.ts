// Keys of the facets: Enter keeps a value, `!` excludes it.

import type { Key } from '../../../screen/keys.ts'
import { FAILED } from '../../../format/packed.ts'
import { rowWithin, scrolled } from '../../../screen/text.ts'
import { type FacetRow, facetRows, FACETS } from '../facets.ts'
import { layoutOf } from '../layout.ts'
import { filteredBy, withFilter } from './list-keys.ts'
import { now, type Data, type State, type Updated } from './state.ts'

export function facetKey(state: State, { name }: Key, data: Data): Updated | undefined {
  // Completes the counts first, so that rows do not move under the cursor while the key is handled.
  data.found.countAll(FACETS)
  const rows = facetRows(data, state)
  const { row } = state.facets
  const at = rows[row]
  const page = layoutOf(state).body
  const to = (step: number): Updated => now(moved(state, rows, row + step, step, page))
  switch (name) {
    case 'j':
    case 'down':
      return to(1)
    case 'k':
    case 'up':
      return to(-1)
    case 'page-down':
    case 'ctrl-f':
    case 'ctrl-d':
      return to(page >> 1)
    case 'page-up':
    case 'ctrl-b':
    case 'ctrl-u':
      return to(-(page >> 1))
    case 'g':
    case 'home':
      return to(-rows.length)
    case 'G':
    case 'end':
      return to(rows.length)
    case 'enter':
    case 'space':
    case 'right':
    case 'l':
      if (at?.kind === 'head') return now(opened(state, at))
      return at?.kind === 'value' ? now(chosen(state, at, false)) : undefined
    case '=':
      return at?.kind === 'value' ? now(chosen(state, at, false)) : undefined
    case '!':
    case '-':
      return at?.kind === 'value' ? now(chosen(state, at, true)) : undefined
    case 'left':
    case 'h':
      return now({ ...state, facets: { ...state.facets, open: undefined, row: 0, top: 0 } })
    default:
      return undefined
  }
}

function opened(state: State, { facet, isOpen }: Extract<FacetRow, { kind: 'head' }>): State {
  return { ...state, facets: { ...state.facets, open: isOpen ? undefined : facet } }
}

function chosen(
  state: State,
  { facet, value }: Extract<FacetRow, { kind: 'value' }>,
  excludes: boolean,
): State {
  if (facet === 'error-code' && value.text === FAILED)
    return withFilter(state, excludes ? { kind: 'not', of: { kind: 'errors' } } : { kind: 'errors' })
  return filteredBy(state, facet, value.text, excludes)
}

function moved(state: State, rows: readonly FacetRow[], to: number, step: number, page: number): State {
  const clamped = rowWithin(to, rows.length)
  const row = rows[clamped]?.kind === 'gap' ? clamped + Math.sign(step) : clamped
  const top = scrolled(state.facets.top, row, page, rows.length)
  return { ...state, facets: { ...state.facets, row, top } }
}
