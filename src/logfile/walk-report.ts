// What the walk and its partitions found and did not read.

import type { Problem } from '../util/problem.ts'
import type { SkipReason } from './plan.ts'

/** One object for a whole run. */
export interface WalkReport {
  /** Number of folders listed: one request each on S3, or more for long ones. */
  listed: number
  /** The folder listed last, for the progress line. */
  listing: string | undefined
  /** True when everything has been listed. */
  isComplete: boolean
  /** Number of links that were not followed, because their folder is read elsewhere or lies above them. */
  linked: number
  /** Number of files found, including skipped ones. */
  found: number
  /** Number of skipped files and folders, by reason. */
  readonly skipped: Map<SkipReason, number>
  /** Accounts, Regions and services seen, skipped or not, so that a message about no matches can name what exists. */
  readonly accounts: Set<string>
  readonly regions: Set<string>
  readonly services: Set<string>
  /** Names found in the start folders, if these are not what was expected. */
  readonly seen: string[]
  /** First and last day for which the walk found a folder: `2024/08/18`, or only `2024`. */
  firstDay: string | undefined
  lastDay: string | undefined
  problem(problem: Problem): void
}

/** Creates an empty report. */
export function newWalkReport(problem: WalkReport['problem']): WalkReport {
  return {
    listed: 0,
    listing: undefined,
    isComplete: false,
    linked: 0,
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

/** Widens `firstDay` and `lastDay` to include `day`. */
export function noteDay(report: WalkReport, day: string): void {
  if (report.firstDay === undefined || day < report.firstDay) report.firstDay = day
  if (report.lastDay === undefined || day > report.lastDay) report.lastDay = day
}

export function noteSkip(report: WalkReport, reason: SkipReason): undefined {
  report.skipped.set(reason, (report.skipped.get(reason) ?? 0) + 1)
}
