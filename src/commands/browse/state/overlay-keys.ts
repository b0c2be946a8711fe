// Keys of overlays: pages and menus.

import type { Key } from '../../../screen/keys.ts'
import { rowWithin, scrolled } from '../../../screen/text.ts'
import { withoutChip } from '../chips.ts'
import { layoutOf } from '../layout.ts'
import { withFilter } from './list-keys.ts'
import { columnMenuOf } from './menus.ts'
import { now, type ListColumn, type MenuAction, type Overlay, type State, type Updated } from './state.ts'
import { withChips } from './views.ts'

type MenuOverlay = Extract<Overlay, { readonly kind: 'menu' }>

export function overlayKey(state: State, overlay: Overlay, key: Key): Updated {
  if (key.name === 'escape' || key.name === 'q')
    return now({ ...state, overlay: undefined, isExcluding: false })
  if (overlay.kind === 'menu') return menuKey(state, overlay, key)
  const page = Math.max(layoutOf(state).rows - 4, 1)
  const top = (value: number): Updated => now({ ...state, overlay: { ...overlay, top: Math.max(value, 0) } })
  switch (key.name) {
    case 'j':
    case 'down':
      return top(overlay.top + 1)
    case 'k':
    case 'up':
      return top(overlay.top - 1)
    case 'page-down':
    case 'space':
    case 'ctrl-f':
    case 'ctrl-d':
      return top(overlay.top + page)
    case 'page-up':
    case 'ctrl-b':
    case 'ctrl-u':
      return top(overlay.top - page)
    case 'g':
    case 'home':
      return top(0)
    default:
      // The key that opened it, and Enter, close it.
      return now({ ...state, overlay: undefined })
  }
}

function menuKey(state: State, overlay: MenuOverlay, key: Key): Updated {
  const { items } = overlay.menu
  const to = (index: number): Updated => {
    const row = rowWithin(index, items.length)
    const top = scrolled(overlay.top, row, menuRows(state), items.length)
    return { state: { ...state, overlay: { ...overlay, row, top } }, effects: [] }
  }
  const chosen = items.find((item) => item.key === key.name)
  if (chosen) return done(state, overlay, chosen.does)
  switch (key.name) {
    case 'j':
    case 'down':
    case 'tab':
      return to(overlay.row + 1)
    case 'k':
    case 'up':
    case 'shift-tab':
      return to(overlay.row - 1)
    case 'page-down':
      return to(overlay.row + menuRows(state))
    case 'page-up':
      return to(overlay.row - menuRows(state))
    case 'g':
    case 'home':
      return to(0)
    case 'G':
    case 'end':
      return to(items.length - 1)
    case 'enter':
    case 'space': {
      const item = items[overlay.row]
      return item ? done(state, overlay, item.does) : to(0)
    }
    default:
      return to(overlay.row)
  }
}

/** Number of menu items visible at once. */
export function menuRows(state: State): number {
  return Math.max(layoutOf(state).rows - 6, 1)
}

function done(state: State, overlay: MenuOverlay, does: MenuAction): Updated {
  const closed: State = { ...state, overlay: undefined, isExcluding: false }
  switch (does.kind) {
    case 'filter':
      return { state: withFilter(closed, does.filter), effects: [] }
    case 'drop':
      return { state: withChips(closed, withoutChip(closed.chips, does.chip)), effects: [] }
    case 'copy':
      return { state: closed, effects: [{ kind: 'copy', text: does.text, what: does.what }] }
    case 'copy-event':
      return { state: closed, effects: [{ kind: 'copy-event', event: does.event, part: does.part }] }
    case 'column': {
      const columns = withColumn(state.columns, does.name)
      const column = Math.min(state.column, columns.length - 1)
      const names = overlay.menu.items.flatMap((item) =>
        item.does.kind === 'column' ? [item.does.name] : [],
      )
      return now({ ...state, columns, column, overlay: { ...overlay, menu: columnMenuOf(names, columns) } })
    }
    case 'type-column':
      return now({ ...closed, prompt: { kind: 'column', text: '', at: 0 } })
  }
}

/** Shows or hides a column; the last one cannot be hidden. */
export function withColumn(columns: readonly ListColumn[], name: ListColumn['name']): readonly ListColumn[] {
  const others = columns.filter((column) => column.name !== name)
  if (others.length === columns.length) return [...columns, { name, wider: 0 }]
  return others.length === 0 ? columns : others
}
