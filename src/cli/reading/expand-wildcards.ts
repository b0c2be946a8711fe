// Expands `*` and `?` in the last part of a path, for shells that do not (cmd.exe, PowerShell). A path that exists is
// taken literally.

import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** Paths in the given order. A pattern without matches is kept, and later reported as a path that does not exist. */
export function expandWildcards(uris: readonly string[], cwd: string): readonly string[] {
  return uris.flatMap((uri) => {
    const pattern = basename(uri)
    const isPath = uri !== '-' && !/^[a-z][a-z\d+.-]+:/i.test(uri)
    if (!isPath || !/[*?]/.test(pattern) || existsSync(resolve(cwd, uri))) return [uri]
    const found = names(resolve(cwd, dirname(uri)))
      .filter((name) => fits(pattern, name))
      .toSorted()
    return found.length === 0 ? [uri] : found.map((name) => join(dirname(uri), name))
  })
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** `?` matches exactly one character. A name that begins with a dot needs a pattern that does. */
function fits(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  // Backtracks only to the latest `*`, so that the time is at most the product of the two lengths.
  let p = 0
  let n = 0
  let star = -1
  let from = 0
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] === name[n] && pattern[p] !== '*'))) {
      p++
      n++
    } else if (pattern[p] === '*') {
      star = p++
      from = n
    } else if (star >= 0) {
      p = star + 1
      n = ++from
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
