// Keys of a prompt: the search text, the filter as text, a file to save to.

import { conditions } from '../../../filter/clause.ts'
import { parseWhere } from '../../../filter/where/parse.ts'
import type { Key } from '../../../screen/keys.ts'
import { UsageError } from '../../../util/usage-error.ts'
import { zoneOf } from '../../../util/zone.ts'
import { columnName } from '../columns.ts'
import { completionsOf } from '../complete.ts'
import { foundRow } from './detail-keys.ts'
import { sought } from './list-keys.ts'
import { withColumn } from './overlay-keys.ts'
import { now, type Data, type Look, type Prompt, type State, type Updated } from './state.ts'
import { withChips } from './views.ts'

export function promptKey(state: State, prompt: Prompt, key: Key, data: Data): Updated {
  const typed = (text: string, at: number): Updated =>
    now({ ...state, prompt: { kind: prompt.kind, text, at } })
  const { text, at } = prompt
  switch (key.name) {
    case 'escape':
      return now({ ...state, prompt: undefined })
    case 'enter':
      return accepted({ ...state, prompt: undefined }, prompt, data)
    case 'tab':
      return now({ ...state, prompt: completed(prompt, 1, data) })
    case 'shift-tab':
      return now({ ...state, prompt: completed(prompt, -1, data) })
    case 'left':
    case 'ctrl-b':
      return typed(text, before(text, at))
    case 'right':
    case 'ctrl-f':
      return typed(text, after(text, at))
    case 'home':
    case 'ctrl-a':
      return typed(text, 0)
    case 'end':
    case 'ctrl-e':
      return typed(text, text.length)
    case 'backspace':
      return typed(text.slice(0, before(text, at)) + text.slice(at), before(text, at))
    case 'delete':
    case 'ctrl-d':
      return typed(text.slice(0, at) + text.slice(after(text, at)), at)
    case 'ctrl-u':
      return typed(text.slice(at), 0)
    case 'ctrl-k':
      return typed(text.slice(0, at), at)
    case 'ctrl-w': {
      const start = text.slice(0, at).replace(/\S+\s*$/, '').length
      return typed(text.slice(0, start) + text.slice(at), start)
    }
    default:
      if (key.text === undefined) return now(state)
      return typed(text.slice(0, at) + key.text + text.slice(at), at + key.text.length)
  }
}

/** Error in a filter's text; undefined if it is valid. */
export function filterError(text: string, look: Look): string | undefined {
  if (text.trim() === '') return undefined
  try {
    parseFilter(text, look)
    return undefined
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
}

function parseFilter(text: string, { now, timeZone }: Look) {
  return parseWhere(text, { now: new Date(now), zone: zoneOf(timeZone ?? 'UTC') })
}

function accepted(state: State, { kind, text }: Prompt, data: Data): Updated {
  if (kind === 'find') {
    const wanted = text === '' ? state.sought : text
    return state.pane === 'detail' ? now(foundRow(state, wanted, 1, data)) : sought(state, wanted, 1)
  }
  if (kind === 'save') {
    const path = text.trim()
    return path === '' ? now(state) : { state, effects: [{ kind: 'save', path }] }
  }
  if (kind === 'column') return now(withTypedColumn(state, text.trim()))
  if (text.trim() === '') return now(withChips(state, []))
  const wrong = filterError(text, data.look)
  // The typed text is kept.
  if (wrong !== undefined)
    return now({ ...state, prompt: { kind, text, at: text.length }, message: { text: wrong, isError: true } })
  return now(withChips(state, conditions(parseFilter(text, data.look))))
}

function withTypedColumn(state: State, typed: string): State {
  if (typed === '') return state
  try {
    const name = columnName(typed)
    const isShown = state.columns.some((column) => column.name === name)
    const columns = isShown ? state.columns : withColumn(state.columns, name)
    return { ...state, columns, column: columns.findIndex((column) => column.name === name) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const message = { text: error.message, isError: true }
    return { ...state, prompt: { kind: 'column', text: typed, at: typed.length }, message }
  }
}

function completed(prompt: Prompt, step: 1 | -1, { found }: Data): Prompt {
  if (prompt.kind !== 'filter' && prompt.kind !== 'column') return prompt
  const { offered } = prompt
  // The next of the completions offered for the typed text.
  const base = offered?.base ?? prompt.text
  const typedAt = offered === undefined ? prompt.at : offered.from
  const basis = completionsOf(prompt.kind, base, typedAt, found)
  if (basis.texts.length === 0) return prompt
  const row = offered === undefined ? (step === 1 ? 0 : basis.texts.length - 1) : offered.row + step
  const index = (row + basis.texts.length) % basis.texts.length
  const text = basis.texts[index]!
  return {
    kind: prompt.kind,
    text: base.slice(0, basis.from) + text + base.slice(typedAt),
    at: basis.from + text.length,
    offered: { row: index, from: typedAt, base },
  }
}

/** Does not move into the middle of a character. */
function before(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return Math.max(at - (code >= 0xdc00 && code <= 0xdfff ? 2 : 1), 0)
}

function after(text: string, at: number): number {
  return Math.min(at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), text.length)
}
