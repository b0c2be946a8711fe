// Formats the problems of a run as lines for stderr.

import { printable } from '../../format/sanitize.ts'
import type { ProblemList } from '../../query/problem-list.ts'
import { PROBLEM_KINDS } from '../../util/problem.ts'
import { thousands } from '../../util/format.ts'

/** How many problems of each kind are listed; the others are only counted. */
const MAX_NAMED = 5

/** Lines without line ends. Problems are reported even with --quiet, except skipped files that are not log files. */
export function problemLines(list: ProblemList, isQuiet = false): string[] {
  const lines: string[] = []
  for (const { kind, count: total, problems } of list.groups()) {
    if (isQuiet && kind === 'skipped') continue
    const { label } = PROBLEM_KINDS[kind]
    const hints = new Set(problems.map((problem) => problem.hint).filter((hint) => hint !== undefined))
    for (const { file, what } of problems.slice(0, MAX_NAMED))
      lines.push(`${label}: ${printable(file)}: ${printable(what)}`)
    if (total > MAX_NAMED) lines.push(`${label}: and ${thousands(total - MAX_NAMED)} more`)
    for (const hint of [...hints].slice(0, 2)) lines.push(`hint: ${printable(hint)}`)
  }
  return lines
}
