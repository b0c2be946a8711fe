// The summary as text: a chart, counts in one or two columns, lists of the newest events. All text from the log goes
// through `printable`, here or in renderTable.

import { stripVTControlCharacters } from 'node:util'
import { count as quantity } from '../../cli/messages/units.ts'
import type { Color } from '../../format/color-type.ts'
import { printable } from '../../format/sanitize.ts'
import { displayWidth, truncate } from '../../format/width.ts'
import { type Column, kindOf } from '../../output/column.ts'
import { type Cell, renderTable } from '../../output/table.ts'
import { thousands } from '../../util/format.ts'
import { barsIn, chart } from './chart.ts'
import { shownValues, type Summary } from '../../summary/summary.ts'

export interface DashboardOptions {
  /** Width in characters; Infinity for no truncation. */
  readonly columns: number
  readonly color: Color
  /** Rows per count. */
  readonly top: number
  readonly timeZone: string | undefined
  /** Marks and rules in ASCII. */
  readonly ascii: boolean
}

/** Minimum width for counts in two columns. */
const TWO_COLUMNS = 100
const GAP = 4
/** Width of the chart if the output has no width. */
const CHART_COLUMNS = 100

/** How many time buckets the chart can show. */
export function chartRoom(columns: number): number {
  return barsIn(chartColumns(columns))
}

function chartColumns(columns: number): number {
  return columns === Number.POSITIVE_INFINITY ? CHART_COLUMNS : columns
}

/** Ends with a line end; empty if there are no events. */
export function dashboard(summary: Summary, options: DashboardOptions): string {
  if (summary.events === 0) return ''
  const { columns, color } = options
  const isWide = columns >= TWO_COLUMNS && columns !== Number.POSITIVE_INFINITY && summary.counts.length > 1
  const width = isWide ? Math.floor((columns - GAP) / 2) : columns
  const counts = countBlocks(summary, width, options)
  const parts = [
    headline(summary, color),
    ...(summary.timeline ? [over(summary, options)] : []),
    isWide ? inTwoColumns(counts) : joined(counts),
    ...summary.lists.filter(({ rows }) => rows.length > 0).map((list) => newest(list, options)),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headline({ events, oldest, newest }: Summary, color: Color): string[] {
  const span = oldest === undefined ? '' : oldest === newest ? `, ${oldest}` : `, ${oldest} to ${newest}`
  return [color.bold(quantity(events, 'event')) + span]
}

function over({ timeline }: Summary, { columns, color, timeZone }: DashboardOptions): string[] {
  const { interval, buckets } = timeline!
  const room = chartRoom(columns)
  const left = buckets.length - room
  const part = left > 0 ? `, the newest ${thousands(room)} of ${thousands(buckets.length)}` : ''
  return [
    `${color.bold(`Events per ${interval}`)} (${printable(timeZone ?? 'UTC')})${part}`,
    ...chart(buckets, chartColumns(columns), color),
  ]
}

/** The first columns and the error are always kept; the others are dropped if they would make these unreadable. */
function newest(
  { title, labels, columns: names, rows }: Summary['lists'][number],
  options: DashboardOptions,
): string[] {
  const { columns, color, ascii } = options
  const head = labels.map((label, i): Column => {
    const stays = i < 2 || OUTCOMES.includes(names[i]!)
    return { label, kind: kindOf(names[i]!), dropOrder: stays ? undefined : i }
  })
  const cells = rows.map((row) =>
    row.map((text, i): Cell => {
      const isFailure = OUTCOMES.includes(names[i]!) && text !== '' && text !== 'Success'
      return isFailure ? { text: '', failed: text, style: color.red } : text
    }),
  )
  const table = renderTable(head, cells, { columns, color, ascii })
  return [color.bold(title), ...table.trimEnd().split('\n')]
}

/** Columns that show whether a call failed. */
const OUTCOMES = ['error-code', 'result']

/** A block of lines for each count, with numbers aligned across all blocks. */
function countBlocks(
  { counts: all, events }: Summary,
  width: number,
  { color, top }: DashboardOptions,
): string[][] {
  const counts = all.map((count) => ({ ...shownValues(count, top), title: count.title }))
  const numbers = quantity(events, 'event').length
  const values = counts.flatMap(({ first }) => first).map(([value]) => displayWidth(nameOf(value)))
  const titles = counts.map((count) => titleOf(count).length)
  const valueWidth = Math.min(Math.max(16, ...values, ...titles), width - numbers - 7)
  return counts.map((count) => {
    const line = (text: string, n: number, style = (same: string) => same): string => {
      const cut = truncate(text, valueWidth)
      const padding = ' '.repeat(valueWidth - displayWidth(cut))
      return style(cut) + padding + thousands(n).padStart(numbers) + color.dim(share(n, events).padStart(6))
    }
    return [
      color.bold(truncate(titleOf(count), valueWidth)),
      color.dim('─'.repeat(valueWidth + numbers + 6)),
      ...count.first.map(([value, n]) => line(nameOf(value), n, value === '' ? color.dim : undefined)),
      ...(count.more > 0 ? [line(`and ${thousands(count.more)} more`, count.moreEvents, color.dim)] : []),
      ...(count.length === 0 ? [color.dim('none')] : []),
    ]
  })
}

function titleOf({ title, length }: { readonly title: string; readonly length: number }): string {
  return `${printable(title)} (${thousands(length)})`
}

function nameOf(value: string): string {
  return value === '' ? '-' : printable(value)
}

function share(n: number, events: number): string {
  const percent = (n / events) * 100
  return percent > 0 && percent < 1 ? '<1%' : `${Math.round(percent)}%`
}

function joined(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]))
}

/** Puts the first blocks left and the others right, split where the total height is smallest. */
function inTwoColumns(blocks: readonly string[][]): string[] {
  const splits = blocks.map((_, i) => [joined(blocks.slice(0, i + 1)), joined(blocks.slice(i + 1))] as const)
  const [left, right] = splits.reduce((best, split) => (height(split) < height(best) ? split : best))
  const widths = left.map((line) => displayWidth(stripVTControlCharacters(line)))
  const start = Math.max(...widths) + GAP
  return Array.from({ length: height([left, right]) }, (_, i) => {
    const line = left[i] ?? ''
    return right[i] ? line + ' '.repeat(start - (widths[i] ?? 0)) + right[i] : line
  })
}

function height([left, right]: readonly [string[], string[]]): number {
  return Math.max(left.length, right.length)
}
