// The tree of log files, counted: what the S3 console would show at each level, without opening a file.

import { parseKeyPath, formatKeyPath, type KeyPath } from '../logfile/object-key.ts'
import type { LogFile } from '../logfile/walk.ts'

const DAY = 86_400_000

/** Levels of the tree, each with all of those before it. `tree` is one AWSLogs folder, or one organization's in it. */
export const LEVELS = ['tree', 'account', 'region', 'year', 'month', 'day'] as const
export type Level = (typeof LEVELS)[number]

export interface Branch {
  /** As a person would name it: `s3://bucket/AWSLogs/o-exampleorg/`. */
  readonly tree: string
  /** Empty where neither folder nor name tells, or where the level is not that deep; so are the others. */
  readonly account: string
  readonly region: string
  /** `2024`, `2024-08` or `2024-08-18`. */
  readonly date: string
}

export interface Count extends Branch {
  files: number
  digests: number
  bytes: number
  /** Delivery of the first and last log file or digest file, epoch milliseconds; NaN where no name tells. */
  first: number
  last: number
  /** Days with log files, as days since 1970-01-01 UTC. */
  readonly days: Set<number>
  /** Days with digest files, and how many. */
  readonly digestDays: Map<number, number>
}

export class Tree {
  private readonly level: Level
  private readonly counts = new Map<string, Count>()
  private readonly places = new Map<string, PlaceIn>()

  constructor(level: Level) {
    this.level = level
  }

  add(file: LogFile, bytes: number): void {
    const { account, region, day } = this.locate(file)
    const branch = this.branchOf(file, account, region, day)
    const id = JSON.stringify([branch.tree, branch.account, branch.region, branch.date])
    let count = this.counts.get(id)
    if (!count) this.counts.set(id, (count = { ...branch, ...nothing() }))
    const time = file.name?.delivered ?? file.digest?.end ?? Number.NaN
    count.bytes += bytes
    if (!(time >= count.first)) count.first = time
    if (!(time <= count.last)) count.last = time
    if (file.digest) {
      count.digests++
      if (day !== undefined) count.digestDays.set(day, (count.digestDays.get(day) ?? 0) + 1)
    } else {
      count.files++
      if (day !== undefined) count.days.add(day)
    }
  }

  /** In the order of their names. */
  branches(): readonly Count[] {
    return [...this.counts.values()].sort(
      (a, b) =>
        compare(a.tree, b.tree) ||
        compare(a.account, b.account) ||
        compare(a.region, b.region) ||
        compare(a.date, b.date),
    )
  }

  // What the folders say goes before what the name says: it is the tree that is counted.
  private locate(file: LogFile): { account: string; region: string; day: number | undefined } {
    const { place } = this.placeOf(file)
    const name = file.name ?? file.digest
    const time = file.name?.delivered ?? file.digest?.end
    const day =
      place.day === undefined
        ? time
        : Date.UTC(Number(place.year), Number(place.month) - 1, Number(place.day))
    return {
      account: place.account ?? name?.account ?? '',
      region: place.region ?? name?.region ?? '',
      day: day === undefined ? undefined : Math.floor(day / DAY),
    }
  }

  private branchOf(file: LogFile, account: string, region: string, day: number | undefined): Branch {
    const depth = LEVELS.indexOf(this.level)
    const dated = depth < LEVELS.indexOf('year') || day === undefined ? '' : dayText(day)
    return {
      tree: this.placeOf(file).tree,
      account: depth < LEVELS.indexOf('account') ? '' : account,
      region: depth < LEVELS.indexOf('region') ? '' : region,
      date: dated.slice(0, 4 + 3 * (depth - LEVELS.indexOf('year'))),
    }
  }

  // A day's folder holds many files: parsed once.
  private placeOf({ source, object }: LogFile): PlaceIn {
    const folder = object.key.slice(0, object.key.lastIndexOf('/') + 1)
    const id = `${source.uri}\n${folder}`
    let known = this.places.get(id)
    if (!known) {
      if (this.places.size > 10_000) this.places.clear()
      const place = parseKeyPath(folder)
      const { prefix, awsLogs, organization } = place
      const root = formatKeyPath({ prefix, awsLogs, organization })
      known = { place, tree: source.display(root === '' ? '' : `${root}/`) }
      this.places.set(id, known)
    }
    return known
  }
}

/** `2024-08-18` of a day's number. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

interface PlaceIn {
  readonly place: KeyPath
  readonly tree: string
}

function nothing(): Omit<Count, keyof Branch> {
  return {
    files: 0,
    digests: 0,
    bytes: 0,
    first: Number.NaN,
    last: Number.NaN,
    days: new Set(),
    digestDays: new Map(),
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
