// Paths of the operating system ↔ keys with slashes, for either kind of system: pure, so that the paths of Windows are
// tested wherever the tests run.

import type { PlatformPath } from 'node:path'

export interface DiskPaths {
  /** `/home/a/logs` is `home/a/logs`, the root is empty; on Windows `C:\logs` is `C:/logs`. */
  readonly keyOf: (absolute: string) => string
  readonly pathOf: (key: string) => string
  /** How keys are shown to whoever typed `typed` for `absolute`: those below it begin as it was typed. */
  readonly displayBelow: (typed: string, absolute: string) => (key: string) => string
}

/** `path` is node:path, or its `win32` or `posix`. */
export function diskPaths(path: PlatformPath): DiskPaths {
  const { sep } = path
  const keyOf = (absolute: string): string => {
    const slashed = sep === '/' ? absolute : absolute.replaceAll(sep, '/')
    return slashed.replace(/^\/|\/$/g, '')
  }
  const pathOf = (key: string): string => {
    if (sep === '/') return `/${key}`
    // A drive by itself is its current folder, not its root. A share, \\server\share, lost one of two slashes in keyOf.
    if (/^[a-z]:$/i.test(key)) return `${key}/`
    return /^[a-z]:/i.test(key) ? key : `/${key}`
  }
  return {
    keyOf,
    pathOf,
    // Keys below the start, which is nearly all of them, only change their beginning; this is asked for every file.
    displayBelow(typed, absolute) {
      const start = keyOf(absolute)
      const from = start === '' ? '' : `${start}/`
      const to = path.join(typed, '_').slice(0, -1)
      return (key) => {
        if (key === start || key === from) return typed
        return key.startsWith(from) ? to + key.slice(from.length).replaceAll('/', sep) : pathOf(key)
      }
    },
  }
}
