// A record as foldable rows, each with its path and value, token by token as written.

import { printableJson } from '../../format/sanitize.ts'
import { isClose, isOpen, jsonTokens } from '../../util/json-tokens.ts'

export interface JsonRow {
  readonly depth: number
  /** `"eventName"`, as written; undefined in an array and at the top. */
  readonly key: string | undefined
  /** A scalar as written, a bracket, or `{…}` if folded. */
  readonly value: string
  readonly comma: boolean
  /** Path for a filter; undefined for a closing bracket. */
  readonly path: string | undefined
  /** Number of elements, if the row can be folded. */
  readonly size: number | undefined
}

/** Maximum depth that folds, so that hostile nesting cannot fill the screen with spaces. */
const MAX_DEPTH = 40
/** Maximum number of rows of a record; the rest is truncated with a note. */
const MAX_ROWS = 20_000

/** Path of the complete record. */
export const TOP_PATH = ''

export function jsonRows(raw: Uint8Array, folded: ReadonlySet<string>): readonly JsonRow[] {
  const tokens = jsonTokens(printableJson(new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)))
  const rows: JsonRow[] = []
  const open: { readonly path: string; readonly isArray: boolean; index: number }[] = []
  let key: string | undefined
  let hidden = 0
  for (let i = 0; i < tokens.length && rows.length < MAX_ROWS; i++) {
    const token = tokens[i]!
    const inside = open.at(-1)
    if (token === ',' || token === ':') {
      if (token === ',' && inside) inside.index++
      continue
    }
    if (tokens[i + 1] === ':' && inside?.isArray === false) {
      key = token
      continue
    }
    const comma = tokens[i + 1] === ','
    if (isClose(token)) {
      open.pop()
      if (hidden > 0) hidden--
      else
        rows.push({
          depth: Math.min(open.length, MAX_DEPTH),
          key: undefined,
          value: token,
          comma,
          path: undefined,
          size: undefined,
        })
      continue
    }
    const path = inside === undefined ? TOP_PATH : pathOf(inside, key)
    const row = { depth: Math.min(open.length, MAX_DEPTH), key, path }
    key = undefined
    if (!isOpen(token)) {
      if (hidden === 0) rows.push({ ...row, value: token, comma, size: undefined })
      continue
    }
    const end = closing(tokens, i)
    const closer = tokens[end] ?? ''
    const followed = tokens[end + 1] === ','
    if (end === i + 1) {
      if (hidden === 0) rows.push({ ...row, value: token + closer, comma: followed, size: undefined })
      i = end
      continue
    }
    const size = sizeOf(tokens, i, end)
    if (folded.has(path) || open.length >= MAX_DEPTH) {
      rows.push({ ...row, value: `${token}…${closer}`, comma: followed, size })
      i = end
      continue
    }
    rows.push({ ...row, value: token, comma: false, size })
    open.push({ path, isArray: token === '[', index: 0 })
  }
  return rows
}

function pathOf(
  { path, isArray, index }: { readonly path: string; readonly isArray: boolean; readonly index: number },
  key: string | undefined,
): string {
  if (isArray) return `${path}[${index}]`
  const name = nameOf(key ?? '')
  if (!/^[^.[\]\s"]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path === '' ? name : `${path}.${name}`
}

function nameOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}

function closing(tokens: readonly string[], start: number): number {
  let depth = 0
  for (let i = start; i < tokens.length; i++) {
    if (isOpen(tokens[i])) depth++
    if (isClose(tokens[i]) && --depth === 0) return i
  }
  return tokens.length
}

function sizeOf(tokens: readonly string[], start: number, end: number): number {
  let depth = 0
  let size = 1
  for (let i = start; i < end; i++) {
    if (isOpen(tokens[i])) depth++
    else if (isClose(tokens[i])) depth--
    else if (tokens[i] === ',' && depth === 1) size++
  }
  return size
}
