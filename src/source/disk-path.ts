// Converts between paths of the operating system and keys with slashes. Pure, so that Windows paths can be tested on
// any system.

import type { PlatformPath } from 'node:path'

export interface DiskPaths {
  /** `/home/a/logs` becomes `home/a/logs`, the root becomes empty; on Windows `C:\logs` becomes `C:/logs`. */
  readonly keyOf: (absolute: string) => string
  readonly pathOf: (key: string) => string
  /** Displays keys below `absolute` with the beginning as the user typed it (`typed`). */
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
    // A bare drive letter means its current folder, not its root. A share, \\server\share, lost one of two slashes in
    // keyOf.
    if (/^[a-z]:$/i.test(key)) return `${key}/`
    return /^[a-z]:/i.test(key) ? key : `/${key}`
  }
  return {
    keyOf,
    pathOf,
    // Fast, because it is called for every file: keys below the start only get another beginning.
    displayBelow(typed, absolute) {
      const start = keyOf(absolute)
      const from = start === '' ? '' : `${start}/`
      const to = path.join(typed, '_').slice(0, -1)
      return (key) => {
        if (key === start || key === from) return typed
        if (!key.startsWith(from)) return pathOf(key)
        const rest = key.slice(from.length)
        return to + (sep === '/' ? rest : rest.replaceAll('/', sep))
      }
    },
  }
}
