// Dotted paths into a record: `userIdentity.arn`, `resources[0].ARN`, `a.b[].c`, `a.b[*].c`. Only the record's own
// properties are found; `__proto__` and the like are ordinary keys.

import { didYouMean } from '../util/did-you-mean.ts'
import type { Json } from '../util/json.ts'
import { isObject, own } from '../util/json.ts'
import { isClose, isOpen, jsonTokens } from '../util/json-tokens.ts'

/** A key, an index, or every element of an array. */
export type PathStep = { readonly key: string } | { readonly index: number } | { readonly every: true }

/** Parses a path; undefined if the text is not a path. A leading `$.`, as in filter patterns, is allowed. */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const body = text.replace(/^\$\./, '')
  if (!PATH.test(body)) return undefined
  return Array.from(body.matchAll(STEP), ([, index, key]): PathStep => {
    if (key !== undefined) return { key }
    return index === undefined || index === '' || index === '*' ? { every: true } : { index: Number(index) }
  })
}

const PATH = /^[^.[\]\s]+(?:\[(?:\d*|\*)\])*(?:\.[^.[\]\s]+(?:\[(?:\d*|\*)\])*)*$/
const STEP = /\[(\d*|\*)\]|([^.[\]]+)/g

/** Every value at a path, in order. A key applied to an array applies to each element. */
export function valuesAt(root: Json, path: readonly PathStep[]): readonly Json[] {
  return path.reduce<readonly Json[]>(
    (values, step) => values.flatMap((value) => stepInto(value, step)),
    [root],
  )
}

function stepInto(value: Json, step: PathStep): readonly Json[] {
  const elements: readonly Json[] | undefined = Array.isArray(value) ? value : undefined
  if ('every' in step) return elements ?? []
  if ('index' in step) return elements?.slice(step.index, step.index + 1) ?? []
  return (elements ?? [value]).map((element) => own(element, step.key)).filter((found) => found !== undefined)
}

/**
 * The values at a path as one cell: strings plain, everything else as its JSON text without white space, several
 * values joined with `, `; undefined for none. `json` is the text of `root`, because parsing loses digits of large
 * numbers and the order of some keys.
 */
export function textAt(
  root: Json,
  path: readonly PathStep[],
  json: () => string = () => JSON.stringify(root),
): string | undefined {
  const values = valuesAt(root, path)
  if (values.length === 0) return undefined
  if (values.every((value) => typeof value === 'string')) return values.join(', ')
  if (values.every((value) => value === null || typeof value === 'boolean' || typeof value === 'string'))
    return values.map(String).join(', ')
  return rawValuesAt(json(), path).map(cellText).join(', ')
}

function cellText(json: string): string {
  return json.startsWith('"') ? (JSON.parse(json) as string) : json
}

/** A member of the JSON object `json`, as it is written there. */
export function jsonOfMember(json: string, key: string): string {
  return rawValuesAt(json, [{ key }])[0] ?? 'null'
}

/** The same values as `valuesAt`, as they are written, without white space between tokens. */
function rawValuesAt(json: string, path: readonly PathStep[]): readonly string[] {
  const tokens = jsonTokens(json)
  const starts = path.reduce<readonly number[]>(
    (found, step) => found.flatMap((start) => rawStep(tokens, start, step)),
    [0],
  )
  return starts.map((start) => tokens.slice(start, endOf(tokens, start)).join(''))
}

function rawStep(tokens: readonly string[], start: number, step: PathStep): readonly number[] {
  const elements = tokens[start] === '[' ? elementsAt(tokens, start) : undefined
  if ('every' in step) return elements ?? []
  if ('index' in step) return elements?.slice(step.index, step.index + 1) ?? []
  return (elements ?? [start]).flatMap((element) => memberAt(tokens, element, step.key) ?? [])
}

function elementsAt(tokens: readonly string[], start: number): readonly number[] {
  const found: number[] = []
  for (let at = start + 1; at < tokens.length && tokens[at] !== ']'; at = endOf(tokens, at)) {
    if (tokens[at] === ',') at++
    found.push(at)
  }
  return found
}

/** The index at which the member's value begins. Of a duplicate key the last one counts, as in JSON.parse. */
function memberAt(tokens: readonly string[], start: number, key: string): number | undefined {
  if (tokens[start] !== '{') return undefined
  let found: number | undefined
  for (let at = start + 1; at < tokens.length && tokens[at] !== '}'; at = endOf(tokens, at + 2)) {
    if (tokens[at] === ',') at++
    if (JSON.parse(tokens[at]!) === key) found = at + 2
  }
  return found
}

/** The index after the value that begins at `start`. */
function endOf(tokens: readonly string[], start: number): number {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    if (isOpen(tokens[at])) depth++
    else if (isClose(tokens[at])) depth--
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/**
 * A similar path that exists in the record, with another case or a typing error corrected; undefined if there is none.
 */
export function nearestPath(root: Json, path: readonly PathStep[]): string | undefined {
  let value: Json | undefined = root
  let written = ''
  for (const step of path) {
    if (!('key' in step)) {
      if (!Array.isArray(value)) return undefined
      value = (value as readonly Json[])['index' in step ? step.index : 0]
      written += 'index' in step ? `[${step.index}]` : '[]'
    } else {
      const object: Json | undefined = Array.isArray(value) ? (value as readonly Json[])[0] : value
      if (!isObject(object)) return undefined
      const key = Object.hasOwn(object, step.key) ? step.key : didYouMean(step.key, Object.keys(object))
      if (key === undefined) return undefined
      written += written === '' ? key : `.${key}`
      value = own(object, key)
    }
    if (value === undefined) return undefined
  }
  return written
}
