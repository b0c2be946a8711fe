// Ensures that a folder is walked once, however many links lead to it: at its own path if it lies below the start, else
// through the first link found. Without this, folders that link to each other are walked along every path among them.

import type { Listing } from '../source/source.ts'

export class LinkedFolders {
  private readonly start: string | undefined
  /** The real folder of each folder that is a link. */
  private readonly roots = new Map<string, string>()
  /** The path under which each real folder outside of the start is walked. */
  private readonly walked = new Map<string, string>()

  /** `start` is the folder of the start with links resolved; undefined for a source without links. */
  constructor(start: string | undefined) {
    this.start = start
  }

  /** True if the folder lies below a link. */
  isAbove(folder: string): boolean {
    return this.roots.size > 0 && this.realOf(folder) !== undefined
  }

  /** The folders of a listing that are not walked under another path. */
  notSeen(folder: string, { folders, links }: Listing): readonly string[] {
    const above = this.realOf(folder)
    return folders.filter((key) => {
      const link = links?.get(key)
      const real = link ?? (above === undefined ? undefined : above + key.slice(folder.length))
      if (real === undefined) return true
      if (this.start === undefined || real.startsWith(this.start)) return false
      if ((this.walked.get(real) ?? key) !== key) return false
      this.walked.set(real, key)
      if (link !== undefined) this.roots.set(key, link)
      return true
    })
  }

  // Returns the real folder, or undefined if no link lies above.
  private realOf(folder: string): string | undefined {
    if (this.roots.size === 0) return undefined
    for (let at = folder.length; at > 0; at = folder.lastIndexOf('/', at - 2) + 1) {
      const root = folder.slice(0, at)
      const real = this.roots.get(root)
      if (real !== undefined) return real + folder.slice(at)
    }
    return undefined
  }
}
