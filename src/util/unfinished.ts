// Temporary files of this process. They are removed if a signal ends it.

import { rmSync } from 'node:fs'

const paths = new Set<string>()
let onChange = (_isAny: boolean): void => {}

/** Registers a temporary file or folder. Returns a function that removes it from the list. */
export function unfinished(path: string): () => void {
  paths.add(path)
  if (paths.size === 1) onChange(true)
  return () => {
    if (paths.delete(path) && paths.size === 0) onChange(false)
  }
}

/** Calls `listen` when the first file is registered, and when none is any more. */
export function watchUnfinished(listen: (isAny: boolean) => void): void {
  onChange = listen
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
