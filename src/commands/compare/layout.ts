// Rows with a cell for each event: side by side if they fit, otherwise one below the other.

import type { Color } from '../../format/color-type.ts'
import type { ComparedRow } from '../../format/compared.ts'
import { printable } from '../../format/sanitize.ts'
import { displayWidth, truncate, wrap } from '../../format/width.ts'
import { renderTable, type Cell } from '../../output/table.ts'

export interface ComparisonOptions {
  /** Width in characters. */
  readonly columns: number
  readonly color: Color
  /** Column headings. Default: Event 1, Event 2, … */
  readonly heads?: readonly string[] | undefined
}

const MARK = '≠'
/** A narrower column would break IDs and ARNs into unreadable pieces. */
const NARROWEST = 24
/** Longer values are truncated; the JSON output has them in full. */
const MAX_LENGTH = 200

/** A section with its heading, ending with a line end. */
export function comparison(
  heading: string,
  rows: readonly ComparedRow[],
  { columns, color, heads }: ComparisonOptions,
): string {
  const short = rows.map((row) => ({
    ...row,
    label: truncate(printable(row.label), MAX_LENGTH),
    cells: row.cells.map((cell) => truncate(printable(cell), MAX_LENGTH)),
  }))
  const title = `${color.bold(heading)}\n`
  const count = rows[0]?.cells.length ?? 0
  if (count === 0) return `${title}none\n`
  const labels = Math.min(Math.max(...short.map(({ label }) => displayWidth(label))), columns / 3)
  const room = (columns - labels - 2 * (count + 1)) / count
  return (
    title +
    (room >= NARROWEST
      ? sideBySide(short, heads ?? numbered(count), columns, color)
      : stacked(short, heads, columns, color))
  )
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `Event ${i + 1}`)
}

function sideBySide(
  rows: readonly ComparedRow[],
  heads: readonly string[],
  columns: number,
  color: Color,
): string {
  const head = ['', '', ...heads]
  const cells = rows.map(({ label, cells, differs }): readonly Cell[] => {
    // A space, because an empty cell would mean that a value is missing.
    if (!differs) return [' ', label, ...cells]
    return [
      { text: MARK, style: color.yellow },
      label,
      ...cells.map((text) => ({ text, style: color.yellow })),
    ]
  })
  return renderTable(head, cells, { columns, color, wrap: true })
}

function stacked(
  rows: readonly ComparedRow[],
  heads: readonly string[] | undefined,
  columns: number,
  color: Color,
): string {
  const widest = Math.max(...(heads ?? []).map((head) => head.length))
  const names = heads?.map((head) => head.padEnd(widest))
  const lines = rows.flatMap(({ label, cells, differs }) => {
    const mark = differs ? color.yellow(MARK) : ' '
    const head = wrap(label, columns - 2).map((line, i) => `${i === 0 ? mark : ' '} ${color.cyan(line)}`)
    const values = differs
      ? cells.map((cell, i) => [names?.[i] ?? `${i + 1}`, cell] as const)
      : [['all', cells[0]!] as const]
    return [
      ...head,
      ...values.flatMap(([whose, cell]) => {
        const indent = `    ${whose}  `
        const style = cell === '' ? color.dim : differs ? color.yellow : (text: string) => text
        return wrap(cell || '-', columns - indent.length).map(
          (line, i) => (i === 0 ? indent : ' '.repeat(indent.length)) + style(line),
        )
      }),
    ]
  })
  return `${lines.join('\n')}\n`
}
