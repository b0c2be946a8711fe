// Where the package's own files lie. This module is two folders below the package root from src/util, dist/util and
// dist/bundle alike; no other module counts folders.

import { fileURLToPath } from 'node:url'

/** `path` below the package root, as a file URL. */
export function packageUrl(path: string): URL {
  return new URL(`../../${path}`, import.meta.url)
}

/** `path` below the package root, as a path of the operating system. */
export function packagePath(path: string): string {
  return fileURLToPath(packageUrl(path))
}
