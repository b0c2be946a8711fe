// Searching the events that are shown for a text: each different text of a column is looked at once.

import type { Found } from './found.ts'
import { KEPT } from './store.ts'

/** The position of the next event that has the text in a kept field or its ID, in any case; round the end. */
export function nextWith(found: Found, text: string, from: number, step: 1 | -1): number | undefined {
  const { store, events, count } = found
  const wanted = text.toLowerCase()
  const tables = KEPT.map((name) => {
    const { dictionary, codes } = store.columns[name]
    const table = new Uint8Array(dictionary.size)
    for (let code = 1; code < table.length; code++)
      table[code] = dictionary.text(code).toLowerCase().includes(wanted) ? 1 : 0
    return { table, codes, isAny: table.includes(1) }
  }).filter(({ isAny }) => isAny)
  const mayBeId = /^[\dr][\da-f]{0,7}$|^[\da-f]{1,8}$/.test(wanted)
  for (let i = 1; i <= count; i++) {
    const position = (from + step * i + count * (i > count ? 2 : 1)) % count
    const event = events[position]!
    if (tables.some(({ table, codes }) => table[codes[event]!] === 1)) return position
    if (mayBeId && store.id(event).startsWith(wanted)) return position
  }
  return undefined
}
