// A Source that counts the calls to it, to prove that pruning and early stops save listings, reads and bytes.

import type { Source } from '../../src/source/source.ts'

export interface Counts {
  /** Folders listed, in order. */
  readonly lists: string[]
  /** Keys read, in order. */
  readonly reads: string[]
  /** Bytes read. */
  bytes: number
  /** Keys and folders that listings returned. */
  keys: number
}

/** Has no `localPath`, so that every byte goes through `read`. */
export function countingSource(source: Source): { readonly source: Source; readonly counts: Counts } {
  const counts: Counts = { lists: [], reads: [], bytes: 0, keys: 0 }
  const counting: Source = {
    uri: source.uri,
    start: source.start,
    remote: source.remote,
    display: (key) => source.display(key),
    close: () => source.close?.(),
    async list(folder, options) {
      counts.lists.push(folder)
      const listing = await source.list(folder, options)
      counts.keys += listing.folders.length + listing.objects.length
      return listing
    },
    async read(object, signal) {
      counts.reads.push(object.key)
      const result = await source.read(object, signal)
      counts.bytes += result.bytes.length
      return result
    },
  }
  return { source: counting, counts }
}
