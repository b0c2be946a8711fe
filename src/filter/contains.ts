// --contains: case-insensitive search anywhere in a record: keys, texts and numbers, with JSON escapes decoded. Walks
// the record iteratively, because it can be nested deeper than the call stack allows.

import type { Json } from '../util/json.ts'

/** Compiles a test for whether a record contains at least one of the values. */
export function compileContains(values: readonly string[]): (record: Json) => boolean {
  const wanted = values.map((value) => value.toLowerCase())
  const fits = (text: string) => {
    const lower = text.toLowerCase()
    return wanted.some((value) => lower.includes(value))
  }
  return (record) => someText(record, fits)
}

function someText(record: Json, fits: (text: string) => boolean): boolean {
  const rest: Json[] = [record]
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value === 'string' || typeof value === 'number') {
      if (fits(String(value))) return true
    } else if (Array.isArray(value)) {
      for (const element of value as readonly Json[]) rest.push(element)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value as Readonly<Record<string, Json>>)) {
        if (fits(key)) return true
        rest.push(child)
      }
    }
  }
  return false
}
