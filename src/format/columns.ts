// Turns column names into cell texts. What a column means is defined in event/fields.ts; this module adds the reader's
// time zone, and the marks that a table shows and a download must not contain.

import type { Event } from '../event/event.ts'
import { isError } from '../event/failure.ts'
import { columnOf } from '../event/fields.ts'
import { errorCode } from '../event/names.ts'
import { timeFormatter } from './time-zone.ts'

type Cell = (event: Event) => string

/** The labels of columns. Throws UsageError for an unknown column. */
export function headOf(columns: readonly string[]): string[] {
  return columns.map((column) => columnOf(column).label)
}

/**
 * Compiles plain cells, one per column, empty where the event has no value. Throws UsageError for unknown columns and
 * zones.
 */
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
 * Compiles cells for a table: guessed values are marked, and one extra hidden cell says why the call failed; it is
 * empty for a successful call.
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
