// Caches listings of a remote source. Only those of days that are long past: nothing more is delivered there, even
// while the program runs.

import { parseKeyPath } from '../logfile/key-path.ts'
import type { Listing, Source } from '../source/source.ts'

const DAY = 86_400_000
/** Days for which a delivery may be late. */
const LATE_DAYS = 7
/** Maximum number of cached objects and folders, which take about 30 MB. */
const MAX_ENTRIES = 100_000

/**
 * Wraps the source so that such a day is listed once. A source on disk is returned unchanged, because its listings are
 * cheap.
 */
export function keepListings(source: Source, now: number): Source {
  if (!source.remote) return source
  const kept = new Map<string, Listing>()
  let entries = 0
  return {
    ...source,
    async list(folder, options = {}) {
      const { startAfter = '', atMost, deep } = options
      // `wanted` is not part of the key, because a source that uses it has no day folders.
      if (atMost !== undefined || deep || !isSettled(folder, now)) return source.list(folder, options)
      const key = `${folder}\0${startAfter}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const listing = await source.list(folder, options)
      const size = listing.objects.length + listing.folders.length
      if (entries + size <= MAX_ENTRIES) {
        entries += size
        kept.set(key, listing)
      }
      return listing
    },
  }
}

function isSettled(folder: string, now: number): boolean {
  const { year, month, day } = parseKeyPath(folder)
  if (year === undefined || month === undefined || day === undefined) return false
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) < now - (LATE_DAYS + 1) * DAY
}
