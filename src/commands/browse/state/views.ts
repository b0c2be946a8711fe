// The history of views: a view is the events that match the chips. Each change keeps the previous view for Backspace.

import { allOf, type Filter } from '../../../filter/clause.ts'
import { printWhere } from '../../../filter/where/print.ts'
import type { Key } from '../../../screen/keys.ts'
import { sameFilter, toggled, withoutChip, withTime } from '../chips.ts'
import { chipMenu } from './menus.ts'
import { type Data, type PastView, type State, type Updated, withMenu } from './state.ts'

/** Maximum number of views to go back to. */
const MAX_PAST = 100

/** The state with other chips; the same state if the chips are unchanged. */
export function withChips(state: State, chips: readonly Filter[]): State {
  const isSame =
    chips.length === state.chips.length && chips.every((chip, i) => sameFilter(chip, state.chips[i]!))
  if (isSame) return { ...state, isExcluding: false }
  const { cursor, top, generation } = state
  const before: PastView = { chips: state.chips, cursor, top, generation }
  return {
    ...state,
    chips,
    past: [...state.past, before].slice(-MAX_PAST),
    isExcluding: false,
    brush: {},
    facets: { ...state.facets, row: 0, top: 0 },
  }
}

export function back(state: State): State {
  const before = state.past.at(-1)
  if (before === undefined) return { ...state, message: { text: 'This is the first view.' } }
  const isKnown = before.generation === state.generation
  return {
    ...state,
    chips: before.chips,
    cursor: isKnown ? before.cursor : 0,
    top: isKnown ? before.top : 0,
    past: state.past.slice(0, -1),
    brush: {},
  }
}

/** The chips as one expression; empty for none. */
export function filterText({ chips }: Pick<State, 'chips'>): string {
  return chips.length === 0 ? '' : printWhere(allOf(chips))
}

const HOUR = 3_600_000
const LENGTHS: Readonly<Record<string, number>> = {
  '1': HOUR,
  '2': 12 * HOUR,
  '3': 24 * HOUR,
  '4': 7 * 24 * HOUR,
  '5': 30 * 24 * HOUR,
}

/** Keys that change which events are shown, whatever the pane. */
export function showing(state: State, key: Key, { found, look }: Data): Updated | undefined {
  const now = (chips: readonly Filter[]): Updated => ({ state: withChips(state, chips), effects: [] })
  const length = LENGTHS[key.name]
  if (length !== undefined) {
    // Relative to the newest event, because the logs may be years old.
    if (found.store.count === 0) return undefined
    const end = found.store.times.at(0)
    if (Number.isNaN(end)) return undefined
    const chip: Filter = {
      kind: 'time',
      start: end - length + 1 - ((end + 1) % 1000),
      end: end - (end % 1000) + 999,
    }
    return now(withTime(state.chips, chip))
  }
  switch (key.name) {
    case '0':
      return now(withTime(state.chips, undefined))
    case 'w':
      return now(toggled(state.chips, { kind: 'read-only', value: false }))
    case 'e':
      return now(toggled(state.chips, { kind: 'errors' }))
    case 'x':
      if (state.chips.length > 1)
        return {
          state: withMenu(state, chipMenu(state.chips, look.formatTime), state.chips.length - 1),
          effects: [],
        }
      return now(withoutChip(state.chips, state.chips.length - 1))
    case 'X':
      return now([])
    default:
      return undefined
  }
}
