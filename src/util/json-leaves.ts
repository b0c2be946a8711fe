// The leaves of a JSON text: dotted paths and the JSON at each, for comparing records value by value. Values stay text,
// which keeps numbers beyond 2^53 distinct. Paths are keys of a Map, so `__proto__` is an ordinary key.

import { isClose, isOpen, jsonTokens } from './json-tokens.ts'

/** A deeper value becomes one leaf; otherwise hostile nesting would make the paths quadratic. */
const MAX_DEPTH = 32

/**
 * Maps paths such as `userIdentity.arn`, `resources[0].ARN` or `a["odd.key"]` to compact JSON, in text order. Empty
 * objects and arrays are leaves too. Expects valid JSON.
 */
export function jsonLeaves(json: string): Map<string, string> {
  const leaves = new Map<string, string>()
  const open: { readonly path: string; readonly isArray: boolean; index: number; key: string }[] = []
  const all = jsonTokens(json)
  for (let i = 0; i < all.length; i++) {
    const token = all[i]!
    const inside = open.at(-1)
    if (token === ':') continue
    if (token === ',') {
      if (inside) inside.index++
    } else if (isClose(token)) {
      open.pop()
    } else if (inside && !inside.isArray && all[i + 1] === ':') {
      inside.key = JSON.parse(token) as string
    } else {
      const path = inside === undefined ? '' : inside.path + step(inside)
      if (isOpen(token) && !isClose(all[i + 1]) && open.length < MAX_DEPTH) {
        open.push({ path, isArray: token === '[', index: 0, key: '' })
      } else {
        const end = isOpen(token) ? closing(all, i) : i
        leaves.set(
          path,
          all
            .slice(i, end + 1)
            .map(plainString)
            .join(''),
        )
        i = end
      }
    }
  }
  return leaves
}

function step(inside: {
  readonly path: string
  readonly isArray: boolean
  readonly index: number
  readonly key: string
}): string {
  if (inside.isArray) return `[${inside.index}]`
  if (!/^[^.[\]\s"]+$/.test(inside.key)) return `[${JSON.stringify(inside.key)}]`
  return inside.path === '' ? inside.key : `.${inside.key}`
}

function closing(all: readonly string[], start: number): number {
  let depth = 0
  for (let i = start; i < all.length; i++) {
    if (isOpen(all[i])) depth++
    if (isClose(all[i]) && --depth === 0) return i
  }
  return all.length - 1
}

// Normalizes escapes as JSON.stringify writes them, because equal strings can be written in several ways.
function plainString(token: string): string {
  return token.startsWith('"') && token.includes('\\') ? JSON.stringify(JSON.parse(token)) : token
}
