// Counts are kept in bounded memory. What did not fit is a problem of the run, which changes its exit code.

import type { ProblemList } from '../../query/problem-list.ts'
import { count } from './units.ts'

/** Adds a problem if `n` events, of what `subject` counts, belong to values that were not kept. */
export function tellUncounted(problems: ProblemList, subject: string, n: number, noun = 'event'): void {
  if (n === 0) return
  problems.add({
    kind: 'incomplete',
    file: subject,
    what: `${count(n, noun)} not counted: more different values than fit into memory`,
    hint: 'narrow the filter or the period',
  })
}
