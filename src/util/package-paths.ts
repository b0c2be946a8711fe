// Locations of the package's own files. This module is two folders below the package root in src/util, dist/util and
// dist/bundle alike; no other module depends on that depth.

import { join } from 'node:path'

/** `path` relative to the package root, as a path of the operating system. */
export function packagePath(path: string): string {
  return join(import.meta.dirname, '../..', path)
}
