// Dotted paths into a record: `userIdentity.arn`, `resources[0].ARN`, `a.b[].c`. Only what the record itself holds is
// found; `__proto__` and the like are keys as any other.

import type { Json } from '../util/json.ts'
import { own } from '../util/json.ts'

/** A key, an index, or every element. */
export type PathStep = { readonly key: string } | { readonly index: number } | { readonly every: true }

/** undefined when the text is not a path. A leading `$.`, as in filter patterns, is allowed. */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const body = text.replace(/^\$\./, '')
  if (!PATH.test(body)) return undefined
  return Array.from(body.matchAll(STEP), ([, index, key]): PathStep => {
    if (key !== undefined) return { key }
    return index === undefined || index === '' ? { every: true } : { index: Number(index) }
  })
}

const PATH = /^[^.[\]\s]+(?:\[\d*\])*(?:\.[^.[\]\s]+(?:\[\d*\])*)*$/
const STEP = /\[(\d*)\]|([^.[\]]+)/g

/** Everything at a path, in order; a key asked of an array is asked of each element. */
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

/** As one cell: strings plain, everything else compact JSON, several joined with `, `; undefined for none. */
export function textAt(root: Json, path: readonly PathStep[]): string | undefined {
  const values = valuesAt(root, path)
  return values.length === 0 ? undefined : values.map(cellText).join(', ')
}

function cellText(value: Json): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch {
    return '(nested too deeply to print)' // the stack ends some thousand levels down
  }
}
