// Keys of the page of one event.

import type { Key } from '../../../screen/keys.ts'
import { rowWithin, scrolled } from '../../../screen/text.ts'
import { type DetailRow, detailRows } from '../detail.ts'
import { jsonRows, TOP_PATH } from '../json-rows.ts'
import { layoutOf } from '../layout.ts'
import { filteredBy, ofEvent } from './list-keys.ts'
import { now, currentEvent, currentPosition, type Data, type State, type Updated } from './state.ts'

const CLOSE: readonly string[] = ['escape', 'left', 'h']

export function detailKey(state: State, key: Key, data: Data): Updated | undefined {
  const event = currentEvent(state, data)
  // An event may appear again in a moment, because files are being read for the filter.
  if (event === undefined) return CLOSE.includes(key.name) ? now(closed(state)) : undefined
  const { detail } = state
  const rows = shownRows(state, event, data)
  const row = rowWithin(detail.row, rows.length)
  const at = rows[row]
  const { height } = layoutOf(state).detail
  const to = (index: number): Updated => now(movedTo(state, index, rows.length, height))
  switch (key.name) {
    case 'escape':
    case 'left':
    case 'h':
      return now(closed(state))
    case 'j':
    case 'down':
      return to(row + 1)
    case 'k':
    case 'up':
      return to(row - 1)
    case 'page-down':
    case 'ctrl-f':
      return to(row + height)
    case 'page-up':
    case 'ctrl-b':
      return to(row - height)
    case 'ctrl-d':
      return to(row + (height >> 1))
    case 'ctrl-u':
      return to(row - (height >> 1))
    case 'g':
    case 'home':
      return to(0)
    case 'G':
    case 'end':
      return to(rows.length - 1)
    case 'J':
    case 'shift-down':
      return now(otherEvent(state, 1, data))
    case 'shift-up':
      return now(otherEvent(state, -1, data))
    case 'enter':
    case 'space':
    case 'right':
    case 'l':
      return at?.folds === undefined ? undefined : now(folded(state, at.folds))
    case 'z':
      return now(allFolded(state, event, data))
    case '/':
      return now({ ...state, prompt: { kind: 'find', text: '', at: 0 } })
    case 'n':
    case 'N':
      return now(foundRow(state, state.sought, key.name === 'n' ? 1 : -1, data))
    case '=':
    case '-':
      if (at?.field === undefined || at.value === undefined)
        return now({ ...state, message: { text: 'Nothing to filter by in this line.' } })
      return now(filteredBy(state, at.field, at.value, key.name === '-'))
    default:
      return ofEvent(state, key, event, data)
  }
}

/** Moves to the row that contains the text; shows a message if there is none. */
export function foundRow(state: State, text: string, step: 1 | -1, data: Data): State {
  const event = currentEvent(state, data)
  const rows = event === undefined ? [] : shownRows(state, event, data)
  if (text === '' || rows.length === 0) return { ...state, sought: text }
  const wanted = text.toLowerCase()
  for (let i = 1; i <= rows.length; i++) {
    const index = (state.detail.row + step * i + rows.length * 2) % rows.length
    if (rows[index]!.text.toLowerCase().includes(wanted))
      return { ...movedTo(state, index, rows.length, layoutOf(state).detail.height), sought: text }
  }
  return {
    ...state,
    sought: text,
    message: { text: `“${text}” is nowhere in what is unfolded of this event.` },
  }
}

function shownRows(state: State, event: number, { records, look }: Data): readonly DetailRow[] {
  const record = records.get(event)
  if (record?.kind !== 'read') return []
  return detailRows(record.found, layoutOf(state).detail.width - 1, state.detail.folded, look)
}

function movedTo(state: State, index: number, count: number, height: number): State {
  const row = rowWithin(index, count)
  return { ...state, detail: { ...state.detail, row, top: scrolled(state.detail.top, row, height, count) } }
}

function closed(state: State): State {
  return { ...state, pane: 'list', detail: { ...state.detail, isOpen: false } }
}

function otherEvent(state: State, step: 1 | -1, data: Data): State {
  const position = currentPosition(state, data) + step
  const event = data.found.events[rowWithin(position, data.found.count)]!
  return { ...state, cursor: event, detail: { ...state.detail, row: 0, top: 0 } }
}

function folded(state: State, path: string): State {
  const paths = new Set(state.detail.folded)
  if (!paths.delete(path)) paths.add(path)
  return { ...state, detail: { ...state.detail, folded: paths } }
}

/** Folds everything below the top level, or unfolds everything if something is folded. */
function allFolded(state: State, event: number, { records }: Data): State {
  const record = records.get(event)
  if (record?.kind !== 'read') return state
  const paths = jsonRows(record.found.raw, new Set())
    .filter(({ size, path }) => size !== undefined && path !== TOP_PATH)
    .map(({ path }) => path!)
  const next = state.detail.folded.size > 0 ? new Set<string>() : new Set(paths)
  return { ...state, detail: { ...state.detail, folded: next, row: 0, top: 0 } }
}
