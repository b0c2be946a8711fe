// Computes the next state for each key: a pure function, so that tests can press keys without a terminal.

import type { Key } from '../../../screen/keys.ts'
import { scrolled } from '../../../screen/text.ts'
import { layoutOf, listRows } from '../layout.ts'
import { facetRows } from '../facets.ts'
import { presetMenu } from './menus.ts'
import { detailKey } from './detail-keys.ts'
import { facetKey } from './facet-keys.ts'
import { listKey } from './list-keys.ts'
import { overlayKey } from './overlay-keys.ts'
import { promptKey } from './prompt-keys.ts'
import { back, filterText, showing } from './views.ts'
import {
  currentEvent,
  currentPosition,
  now,
  type Data,
  type PaneName,
  type State,
  type Updated,
  withMenu,
} from './state.ts'
import { timelineKey } from './timeline-keys.ts'

export function update(state: State, key: Key, data: Data): Updated {
  const quiet = { ...state, message: undefined }
  const updated = pressed(quiet, key, data)
  // The events that match other chips are not known here; the state is settled when they are.
  if (updated.state.chips !== state.chips) return updated
  return { ...updated, state: settled(updated.state, data) }
}

/** Moves the cursor to a shown event and scrolls the list so that it is visible, for this size and these events. */
export function settled(state: State, data: Data): State {
  // An event that was not examined yet may still match.
  const isWaiting = state.cursor >= data.found.lookedAt
  const cursor = isWaiting ? state.cursor : (currentEvent(state, data) ?? state.cursor)
  const top = scrolled(state.top, currentPosition(state, data), listRows(layoutOf(state)), data.found.count)
  return top === state.top && cursor === state.cursor ? state : { ...state, top, cursor }
}

function pressed(state: State, key: Key, data: Data): Updated {
  if (key.name === 'ctrl-c') return { state, effects: [{ kind: 'interrupt' }] }
  if (key.name === 'ctrl-z') return { state, effects: [{ kind: 'suspend' }] }
  if (state.prompt) return promptKey(state, state.prompt, key, data)
  if (state.overlay) return overlayKey(state, state.overlay, key)
  return PANE_KEYS[state.pane](state, key, data) ?? everywhere(state, key, data) ?? { state, effects: [] }
}

const PANE_KEYS: Readonly<Record<PaneName, (state: State, key: Key, data: Data) => Updated | undefined>> = {
  list: listKey,
  facets: facetKey,
  timeline: timelineKey,
  detail: detailKey,
}

/** Keys that work in every pane that does not handle them itself. */
function everywhere(state: State, key: Key, data: Data): Updated | undefined {
  switch (key.name) {
    case 'q':
      return { state, effects: [{ kind: 'quit' }] }
    case '?':
      return now({ ...state, overlay: { kind: 'help', top: 0 } })
    case ':': {
      const text = data.command(state.chips)
      return {
        state: { ...state, overlay: { kind: 'command', top: 0 } },
        effects: [{ kind: 'copy', text, what: 'the command' }],
      }
    }
    case 'P':
      return now({ ...state, overlay: { kind: 'problems', top: 0 } })
    case 'tab':
      return now(toPane(state, 1, data))
    case 'shift-tab':
      return now(toPane(state, -1, data))
    case 'escape':
      return now({ ...state, pane: 'list', isExcluding: false, brush: {} })
    case 'backspace':
      return now(back(state))
    case 'f':
      return now({ ...state, prompt: filterPrompt(state) })
    case 'p':
      return now(withMenu(state, presetMenu()))
    case 'ctrl-l':
      return now(state)
    default:
      return showing(state, key, data)
  }
}

function filterPrompt(state: State): State['prompt'] {
  const text = filterText(state)
  return { kind: 'filter', text, at: text.length }
}

function toPane(state: State, step: number, data: Data): State {
  const { bars } = layoutOf(state)
  const panes: PaneName[] = ['list', 'facets']
  if (bars > 0) panes.push('timeline')
  if (state.detail.isOpen) panes.push('detail')
  const at = Math.max(panes.indexOf(state.pane), 0)
  const pane = panes[(at + step + panes.length) % panes.length]!
  if (pane !== 'facets') return { ...state, pane }
  // Puts the cursor on a value, not on a heading.
  const rows = facetRows(data, state)
  const row = rows[state.facets.row]?.kind === 'gap' ? 0 : Math.min(state.facets.row, rows.length - 1)
  return { ...state, pane, facets: { ...state.facets, row: Math.max(row, 0) } }
}
