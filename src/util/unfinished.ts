// Temporary files of this process. They are removed if a signal ends it.

import { rmSync } from 'node:fs'

const paths = new Set<string>()

/** Registers a temporary file or folder. Returns a function that removes it from the list. */
export function unfinished(path: string): () => void {
  paths.add(path)
  return () => void paths.delete(path)
}

/** Deletes all registered files and folders, synchronously. */
export function removeUnfinished(): void {
  for (const path of paths) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // The process ends all the same, and the others are removed.
    }
  }
}
