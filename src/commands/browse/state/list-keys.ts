// Keys of the list.

import type { Filter } from '../../../filter/clause.ts'
import type { Key } from '../../../screen/keys.ts'
import { rowWithin } from '../../../screen/text.ts'
import { UsageError } from '../../../util/usage-error.ts'
import { equals, withChip } from '../chips.ts'
import { isKept, isKeptText, type Kept } from '../data/store.ts'
import { layoutOf, listRows } from '../layout.ts'
import { columnMenu } from './menus.ts'
import {
  now,
  type CopiedPart,
  currentEvent,
  currentPosition,
  type Data,
  type ListColumn,
  type State,
  type Updated,
  withMenu,
} from './state.ts'
import { withChips } from './views.ts'

/** Maximum number of events that can be compared. */
const MAX_MARKED = 5

/** Keys that filter by a field of the event under the cursor. */
const FIELD_KEYS: Readonly<Record<string, Kept>> = {
  u: 'identity',
  i: 'source-ip',
  K: 'access-key-id',
  a: 'event-name',
  S: 'event-source',
}

export function listKey(state: State, key: Key, data: Data): Updated | undefined {
  const moved = movedTo(state, key, data)
  if (moved !== undefined) return now({ ...state, cursor: moved })
  const event = currentEvent(state, data)
  switch (key.name) {
    case '/':
      return now({ ...state, prompt: { kind: 'find', text: '', at: 0 } })
    case 'n':
    case 'N':
      return sought(state, state.sought, key.name === 'n' ? 1 : -1)
    case 'right':
    case 'l':
      return now({ ...state, column: Math.min(state.column + 1, state.columns.length - 1) })
    case 'left':
    case 'h':
      return now({ ...state, column: Math.max(state.column - 1, 0) })
    case '<':
    case '>':
      return now({ ...state, columns: resized(state, key.name === '<' ? -2 : 2) })
    case 'C':
      return now(withMenu(state, columnMenu(state.columns)))
    case 'o':
      return now({ ...state, prompt: { kind: 'save', text: '', at: 0 } })
    case 'M':
      return now({ ...state, marked: [] })
    case 'c':
      if (state.marked.length < 2)
        return now({
          ...state,
          message: { text: 'Mark two to five events with m, then compare them with c.' },
        })
      return now({ ...state, overlay: { kind: 'compare', top: 0 } })
    case '!':
      return now({ ...state, isExcluding: !state.isExcluding })
  }
  return event === undefined ? undefined : ofEvent(state, key, event, data)
}

/** Keys about the event under the cursor. */
export function ofEvent(state: State, key: Key, event: number, data: Data): Updated | undefined {
  const field = FIELD_KEYS[key.name]
  if (field !== undefined)
    return now(filteredBy(state, field, data.store.text(event, field), state.isExcluding))
  switch (key.name) {
    case 'enter':
      return now({
        ...state,
        cursor: event,
        pane: 'detail',
        detail: { ...state.detail, isOpen: true, row: 0, top: 0 },
      })
    case '=':
    case '-': {
      const name = state.columns[state.column]?.name
      if (name === undefined) return undefined
      if (name === 'resource-name' || name === 'resource-type' || !isKept(name))
        return byRecord(state, name, event, key.name === '-')
      return now(byColumn(state, name, event, key.name === '-', data))
    }
    case 's':
      return {
        state: { ...state, isExcluding: false },
        effects: [{ kind: 'session', event, excludes: state.isExcluding }],
      }
    case 't':
      return { state, effects: [{ kind: 'trace', event }] }
    case 'R':
      return byRecord(state, 'resource-name', event, state.isExcluding)
    case 'm':
    case 'space':
      return now(marked(state, event))
    case 'y':
      return now(withMenu(state, copyMenu(event, data)))
    default:
      return undefined
  }
}

/** Position to which a key moves the cursor. */
function movedTo(state: State, { name }: Key, data: Data): number | undefined {
  const page = listRows(layoutOf(state))
  const steps: Readonly<Record<string, number>> = {
    down: 1,
    j: 1,
    'ctrl-n': 1,
    up: -1,
    k: -1,
    'ctrl-p': -1,
    'page-down': page,
    'ctrl-f': page,
    'page-up': -page,
    'ctrl-b': -page,
    'ctrl-d': page >> 1,
    'ctrl-u': -(page >> 1),
    home: -Infinity,
    g: -Infinity,
    end: Infinity,
    G: Infinity,
  }
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined
  if (step === undefined || data.found.count === 0) return undefined
  const position = rowWithin(currentPosition(state, data) + step, data.found.count)
  return data.found.events[position]
}

/** Searches for the text in the values that the list can show. */
export function sought(state: State, text: string, step: 1 | -1): Updated {
  if (text === '') return now({ ...state, message: { text: 'Search with / first.' } })
  return {
    state: { ...state, sought: text, message: { text: `Looking for “${text}” …` } },
    effects: [{ kind: 'find', text, step }],
  }
}

/** Filters by a field; shows a message if its value cannot be used. */
export function filteredBy(state: State, field: string, text: string, excludes: boolean): State {
  try {
    return withFilter(state, equals(field, text, excludes))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { ...state, isExcluding: false, message: { text: error.message, isError: true } }
  }
}

export function withFilter(state: State, filter: Filter): State {
  return withChips(state, withChip(state.chips, filter))
}

function byColumn(state: State, name: string, event: number, excludes: boolean, data: Data): State {
  const { store } = data
  switch (name) {
    case 'id':
      return { ...state, message: { text: 'An ID is of one event alone: Enter shows it.' } }
    case 'event-time': {
      const time = store.times.at(event)
      if (Number.isNaN(time)) return { ...state, message: { text: 'This event has no time.' } }
      const start = time - (((time % 1000) + 1000) % 1000)
      const chip: Filter = { kind: 'time', start, end: start + 999 }
      return withFilter(state, excludes ? { kind: 'not', of: chip } : chip)
    }
    case 'read-only':
      return filteredBy(state, name, String(!store.isChange(event)), excludes)
    case 'error-code':
      if (store.isFailed(event) && store.text(event, name).startsWith('('))
        return withFilter(state, { kind: 'errors' })
      return filteredBy(state, name, store.text(event, name), excludes)
    default:
      return isKeptText(name) ? filteredBy(state, name, store.text(event, name), excludes) : state
  }
}

/** Filters by a value that needs the record: complete resource names, or a column that is not kept. */
function byRecord(state: State, field: string, event: number, excludes: boolean): Updated {
  return { state: { ...state, isExcluding: false }, effects: [{ kind: 'field', field, event, excludes }] }
}

function marked(state: State, event: number): State {
  if (state.marked.includes(event)) return { ...state, marked: state.marked.filter((one) => one !== event) }
  if (state.marked.length === MAX_MARKED)
    return {
      ...state,
      message: { text: `${MAX_MARKED} events are marked, no more can be compared; M unmarks all.` },
    }
  return { ...state, marked: [...state.marked, event] }
}

function resized({ columns, column }: State, by: number): readonly ListColumn[] {
  const one = columns[column]
  return one === undefined ? columns : columns.with(column, { ...one, wider: one.wider + by })
}

function copyMenu(event: number, { store }: Data) {
  const text = (key: string, label: string, name: Kept) => ({
    key,
    label: key,
    text: `${label}: ${store.text(event, name) || 'none'}`,
    does: { kind: 'copy', text: store.text(event, name), what: label } as const,
  })
  const part = (key: string, label: string, name: CopiedPart) => ({
    key,
    label: key,
    text: label,
    does: { kind: 'copy-event', event, part: name } as const,
  })
  return {
    title: 'Copy what? (by the terminal, OSC 52)',
    items: [
      part('e', 'event: the record as JSON', 'record'),
      part('i', 'event ID', 'event-id'),
      part('p', 'ARN of the principal', 'principal'),
      part('r', 'names of the resources', 'resource-name'),
      text('u', 'user name', 'user-name'),
      text('a', 'source address', 'source-ip'),
      text('K', 'access key', 'access-key-id'),
    ],
  }
}
