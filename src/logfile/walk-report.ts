// Where the walk and its partitions tell what they did not read.

import type { Problem } from '../util/problem.ts'
import type { SkipReason } from './plan.ts'

/** One object for a whole run. */
export interface WalkReport {
  /** Folders that were asked for; one request each on S3, or more for long ones. */
  listed: number
  /** The folder asked for last, for whoever waits. */
  listing: string | undefined
  /** Everything has been listed. */
  isComplete: boolean
  /** Files found, before any were left out. */
  found: number
  /** Files or whole folders left out, by reason. */
  readonly skipped: Map<SkipReason, number>
  /** Values of what was left out or seen, so that "nothing matched" can say what there is. */
  readonly accounts: Set<string>
  readonly regions: Set<string>
  readonly services: Set<string>
  /** What the start folders hold, when it is not what was expected. */
  readonly seen: string[]
  /** Days for which there is a folder, `2024/08/18` or only `2024`, among those that the walk came by. */
  firstDay: string | undefined
  lastDay: string | undefined
  problem(problem: Problem): void
}

/** A report of nothing yet. */
export function newWalkReport(problem: WalkReport['problem']): WalkReport {
  return {
    listed: 0,
    listing: undefined,
    isComplete: false,
    found: 0,
    skipped: new Map(),
    accounts: new Set(),
    regions: new Set(),
    services: new Set(),
    seen: [],
    firstDay: undefined,
    lastDay: undefined,
    problem,
  }
}

/** Widens `firstDay` and `lastDay`. */
export function noteDay(report: WalkReport, day: string): void {
  if (report.firstDay === undefined || day < report.firstDay) report.firstDay = day
  if (report.lastDay === undefined || day > report.lastDay) report.lastDay = day
}

export function noteSkip(report: WalkReport, reason: SkipReason): void {
  report.skipped.set(reason, (report.skipped.get(reason) ?? 0) + 1)
}
