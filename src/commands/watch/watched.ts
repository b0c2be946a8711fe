// Wraps a source for repeated reading. In a bucket, a round costs one listing per account and Region: folders above the
// Regions are cached for a while, and a Region's folder is listed in one go from the first day that may still receive
// files. Event history is queried only for the time since the last round, plus a margin.

import { dayFolder, looksLikeRegion, parseKeyPath } from '../../logfile/key-path.ts'
import { hasLanes, type Listing, type ListOptions, type Source } from '../../source/source.ts'
import { mapLimit } from '../../util/map-limit.ts'

export interface Round {
  /** Epoch milliseconds: when the round began. */
  readonly now: number
  /** Start of the first day whose folder may hold new files. */
  readonly from: number
  /** Earliest event time to query Event history for; undefined leaves that to the filter. */
  readonly since: number | undefined
}

/** Milliseconds after which new accounts and Regions are found at the latest; they are also looked for at midnight UTC. */
const REDISCOVER = 10 * 60_000
const DAY = 86_400_000
/** Concurrent listings of Regions. */
const LISTINGS = 16

/** `round` returns the current round. */
export function watchedSource(source: Source, round: () => Round): Source {
  if (hasLanes(source)) return watchedLanes(source, round)
  return source.remote ? new WatchedBucket(source, round).source() : source
}

function watchedLanes(source: Source, round: () => Round): Source {
  return {
    ...source,
    lanes: ({ wanted, ...rest }) => {
      const { since } = round()
      const start = Math.max(wanted?.start ?? -Infinity, since ?? -Infinity)
      return source.lanes!({ ...rest, wanted: { ...wanted, ...(start > -Infinity && { start }) } })
    },
  }
}

class WatchedBucket {
  private readonly bucket: Source
  private readonly round: () => Round
  private readonly known = new Map<string, Listing>()
  private discovered = -Infinity

  constructor(bucket: Source, round: () => Round) {
    this.bucket = bucket
    this.round = round
  }

  source(): Source {
    return { ...this.bucket, list: (folder, options = {}) => this.list(folder, options) }
  }

  private async list(folder: string, options: ListOptions): Promise<Listing> {
    const place = parseKeyPath(folder)
    if (options.startAfter !== undefined || place.year !== undefined) return this.bucket.list(folder, options)
    if (place.region !== undefined)
      return options.deep ? this.region(folder, options) : this.bucket.list(folder, options)
    if (!options.deep) return this.above(folder, options)
    return place.folder === undefined ? this.bucket.list(folder, options) : this.regions(folder, options)
  }

  /** Lists a Region's folder from the round's first day on. */
  private region(folder: string, { signal, wanted }: ListOptions): Promise<Listing> {
    const day = dayFolder(this.round().from)
    return this.bucket.list(folder, { signal, wanted, deep: true, startAfter: `${folder}${day}` })
  }

  /** Lists all Regions of an account in the same way. */
  private async regions(folder: string, options: ListOptions): Promise<Listing> {
    const { signal, wanted } = options
    const { folders, objects } = await this.above(folder, { signal, wanted })
    const regions = folders.filter((one) => looksLikeRegion(one))
    // Other folders are left to the walk.
    if (regions.length < folders.length) return { folders, objects }
    const listings = await mapLimit(regions, LISTINGS, (region) => this.region(region, options))
    return { folders: [], objects: [...objects, ...listings.flatMap((listing) => listing.objects)] }
  }

  private async above(folder: string, options: ListOptions): Promise<Listing> {
    const { now } = this.round()
    if (now - this.discovered >= REDISCOVER || Math.floor(now / DAY) !== Math.floor(this.discovered / DAY)) {
      this.known.clear()
      this.discovered = now
    }
    const known = this.known.get(folder)
    if (known !== undefined) return known
    const listing = await this.bucket.list(folder, options)
    // A folder that contains files may receive new ones, so its listing is not cached.
    if (listing.objects.length === 0) this.known.set(folder, listing)
    return listing
  }
}
