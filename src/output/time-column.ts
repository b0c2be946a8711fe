// A column of times: ISO 8601 in UTC for programs, as the reader wants it for people, and nothing where there is no time.

import { formatTime } from '../event/event-time.ts'
import type { ListColumn } from './list.ts'

/** `at` gives epoch milliseconds, NaN for none; `time` is how people see times. */
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
