// Columns by name to cell texts. What a column means is event/fields.ts' matter; here are only the reader's wishes
// (time zone) and the marks that a table shows and a download must not.

import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { columnOf } from '../event/fields.ts'
import { errorCode } from '../event/names.ts'
import { timeFormatter } from './time-zone.ts'

type Cell = (event: Event) => string

/** The labels of columns. Throws UsageError for a name that is none. */
export function headOf(columns: readonly string[]): string[] {
  return columns.map((column) => columnOf(column).label)
}

/** Plain cells, one per column, empty where the event has no value. Throws UsageError for unknown columns and zones. */
export function compileCells(
  columns: readonly string[],
  timeZone: string | undefined,
): (event: Event) => string[] {
  const formatTime = timeZone === undefined ? undefined : timeFormatter(timeZone)
  const cells = columns.map((column): Cell => {
    const { type, get } = columnOf(column)
    if (type !== 'time' || formatTime === undefined) return (event) => get(event) ?? ''
    return (event) => formatTime(event.time) || (get(event) ?? '')
  })
  return (event) => cells.map((cell) => cell(event))
}

/**
 * Cells for a table: guessed values are marked, and one hidden cell more says why the call failed. It is empty where the
 * call did not.
 */
export function compileTableCells(
  columns: readonly string[],
  timeZone: string | undefined,
): (event: Event) => string[] {
  const plain = compileCells(columns, timeZone)
  const inferred = columns.map((column) => columnOf(column).inferred)
  return (event) => {
    const cells = plain(event).map((text, i) => (inferred[i]?.(event) ? `${text} (inferred)` : text))
    return [...cells, isError(event) ? errorCode(event) || 'failed' : '']
  }
}
