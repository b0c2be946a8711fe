// A column of times: ISO 8601 in UTC for programs, the reader's format for people, and empty if there is no time.

import { formatTime } from '../event/event-time.ts'
import type { ListColumn } from './list.ts'

/** `at` returns epoch milliseconds, NaN for none; `time` formats a time for people. */
export function timeColumn<T>(
  column: Pick<ListColumn<T>, 'key' | 'label' | 'dropOrder'>,
  at: (row: T) => number,
  time: (at: number) => string,
): ListColumn<T> {
  return {
    ...column,
    kind: 'whole',
    value: (row) => formatTime(at(row)) || undefined,
    shown: (row) => (Number.isNaN(at(row)) ? '-' : time(at(row))),
  }
}
