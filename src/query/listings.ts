// Listings of a remote source, asked for once. Only those of days that are long over: in them nothing is delivered any
// more, whatever happens while the program runs.

import { parseKeyPath } from '../logfile/key-path.ts'
import type { Listing, Source } from '../source/source.ts'

const DAY = 86_400_000
/** Days for which a delivery may be late. */
const LATE_DAYS = 7
/** Objects and folders kept in all, which take about 30 MB. */
const MAX_ENTRIES = 100_000

/** The source, which lists such a day once. A source on disk stays as it is: there a listing costs next to nothing. */
export function keepListings(source: Source, now: number): Source {
  if (!source.remote) return source
  const kept = new Map<string, Listing>()
  let entries = 0
  return {
    ...source,
    async list(folder, options = {}) {
      const { startAfter = '', atMost, deep } = options
      // What is wanted does not count: a source that heeds it has no folders of days.
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
