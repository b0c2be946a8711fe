// Texts about the progress of reading, from its report.

import { problemLines } from '../../cli/messages/problem-lines.ts'
import { progressText } from '../../cli/messages/progress.ts'
import { bytes, count } from '../../cli/messages/units.ts'
import type { RunReport } from '../../query/report.ts'
import type { ReadingState } from './state/state.ts'

/** State before anything is read. */
export const READING: ReadingState = {
  isDone: false,
  progress: 'listing',
  coverage: '',
  problems: [],
  problemCount: 0,
  isLimited: false,
}

/** State while events arrive, and at the end. */
export function readingOf(report: RunReport, progress: string, before: ReadingState): ReadingState {
  return {
    ...before,
    progress,
    coverage: coverageOf(report),
    problems: problemLines(report.problems),
    problemCount: problemCount(report),
    isLimited: report.limited,
  }
}

/** Progress for the first line of the screen. */
export function progressOf(report: RunReport, seconds: number): string {
  return progressText(report, seconds, 44)
}

export function problemCount({ problems }: RunReport): number {
  return [...problems.groups()].reduce((sum, group) => sum + group.count, 0)
}

function coverageOf({ files, coverage, bytes: read }: RunReport): string {
  if (files.read === 0) return ''
  const [first, last] = coverage.span ?? []
  return [
    `${count(files.read, 'file')}, ${bytes(read)}`,
    ...(coverage.accounts.size > 0 ? [count(coverage.accounts.size, 'account')] : []),
    ...(coverage.regions.size > 0 ? [count(coverage.regions.size, 'Region')] : []),
    ...(first === undefined ? [] : [first === last ? first : `${first} to ${last}`]),
  ].join(' · ')
}
