// Expands `*` and `?` in the last part of a path, for shells that do not (cmd.exe, PowerShell). A path that exists is
// taken literally.

import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { matchesWildcards } from '../../util/wildcard.ts'

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

/** A name that begins with a dot needs a pattern that does. */
function fits(pattern: string, name: string): boolean {
  return (pattern.startsWith('.') || !name.startsWith('.')) && matchesWildcards(pattern, name)
}
