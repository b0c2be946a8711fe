// Counts the log files of a tree at every level, like the S3 console would show them, without opening a file.

import type { LogFile } from '../logfile/accept.ts'

const DAY = 86_400_000

/**
 * Levels of the tree; each includes those before it. `tree` is one AWSLogs folder, or one organization's folder in it.
 */
export const LEVELS = ['tree', 'account', 'region', 'year', 'month', 'day'] as const
export type Level = (typeof LEVELS)[number]

export interface Branch {
  /** In display form: `s3://bucket/AWSLogs/o-exampleorg/`. */
  readonly tree: string
  /**
   * Empty if neither folder nor file name contains it, or if the level is not that deep; the same holds for the
   * others.
   */
  readonly account: string
  readonly region: string
  /** `2024`, `2024-08` or `2024-08-18`. */
  readonly date: string
}

export interface Count extends Branch {
  files: number
  digests: number
  bytes: number
  /** Delivery of the first and last log file or digest file, epoch milliseconds; NaN if no name contains a time. */
  first: number
  last: number
  /** Days with log files, as days since 1970-01-01 UTC. */
  readonly days: Set<number>
  /** Number of digest files by day (days since 1970-01-01 UTC). */
  readonly digestDays: Map<number, number>
}

export class Tree {
  private readonly level: Level
  private readonly counts = new Map<string, Count>()

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

  /** Sorted by tree, account, Region and date. */
  branches(): readonly Count[] {
    return [...this.counts.values()].sort(
      (a, b) =>
        compare(a.tree, b.tree) ||
        compare(a.account, b.account) ||
        compare(a.region, b.region) ||
        compare(a.date, b.date),
    )
  }

  // Folder names take precedence over the file name, because the tree is what is counted.
  private locate(file: LogFile): { account: string; region: string; day: number | undefined } {
    const { place } = file
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
      tree: file.source.display(file.place.root),
      account: depth < LEVELS.indexOf('account') ? '' : account,
      region: depth < LEVELS.indexOf('region') ? '' : region,
      date: dated.slice(0, 4 + 3 * (depth - LEVELS.indexOf('year'))),
    }
  }
}

/** The date of a day number (days since 1970-01-01 UTC): `2024-08-18`. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
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
