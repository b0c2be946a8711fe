// Completes the text of a filter from the data: field names, then values, most frequent first.

import { RECORD_FIELDS } from '../../event/field-table.ts'
import { FIELDS, findField } from '../../event/fields.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import { printWhere } from '../../filter/where/print.ts'
import type { Facet } from './data/counter.ts'
import type { Found } from './data/found.ts'
import { KEPT } from './data/store.ts'
import type { Prompt } from './state/state.ts'

export interface Completion {
  /** The text from here to the cursor is replaced. */
  readonly from: number
  readonly texts: readonly string[]
}

const WORDS = ['and', 'or', 'not', 'errors', 'contains']
const MAX_WORDS = 50

export function completionsOf(kind: Prompt['kind'], text: string, at: number, found: Found): Completion {
  if (kind === 'filter') return completions(text, at, found)
  if (kind !== 'column') return { from: at, texts: [] }
  const typed = text.slice(0, at).toLowerCase()
  const names = [...FIELDS.map(({ name }) => name), ...RECORD_FIELDS]
  return { from: 0, texts: names.filter((name) => name.toLowerCase().startsWith(typed)).slice(0, MAX_WORDS) }
}

function completions(text: string, at: number, found: Found): Completion {
  const before = text.slice(0, at)
  const value = /(?:^|[\s(])([\w-]+)\s*(?:!?=|(?:not\s+)?in\s*\((?:[^()]*,)?)\s*("?[^\s"(),=]*)$/i.exec(
    before,
  )
  if (value !== null) {
    const [, name = '', typed = ''] = value
    const facet = facetOf(name)
    const from = at - typed.length
    if (facet === undefined) return { from, texts: [] }
    const wanted = typed.replace(/^"/, '').toLowerCase()
    found.countAll([facet])
    const texts = found
      .top(facet)
      .values.filter((one) => one.text !== '' && one.text.toLowerCase().includes(wanted))
      // Values with this prefix come first.
      .toSorted((a, b) => begins(b.text, wanted) - begins(a.text, wanted))
      .slice(0, MAX_WORDS)
      .map((one) => asTyped(facet, one.text))
    return { from, texts }
  }
  const [typed = ''] = /[\w.-]*$/.exec(before) ?? []
  const wanted = typed.toLowerCase()
  const names = [...FIELDS.map(({ name }) => name), ...WORDS]
  return {
    from: at - typed.length,
    texts:
      typed === ''
        ? []
        : names.filter((name) => name.startsWith(wanted) && name !== typed).slice(0, MAX_WORDS),
  }
}

function begins(text: string, wanted: string): number {
  return Number(text.toLowerCase().startsWith(wanted))
}

function facetOf(name: string): Facet | undefined {
  const known = findField(name)?.name
  return known === 'read-only' ? known : KEPT.find((kept) => kept === known)
}

/** Quoted if necessary, and without characters that could act on the terminal. */
function asTyped(facet: Facet, text: string): string {
  if (facet === 'read-only') return text
  return printWhere({ kind: 'text', field: facet, values: [escapeValue(text)] }).slice(facet.length + 1)
}
