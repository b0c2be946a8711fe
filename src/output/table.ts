// Tables: a bold header, a thin rule, one row per thing. If the columns do not fit, the least informative ones are
// dropped; if the rest does not fit either, each row becomes a block of lines. cli-table3 draws the frame once, with
// placeholders of the columns' widths, and rows are filled in. With the rows themselves cli-table3 would need all of
// them at once, and 0.9 ms for each of six cells (measured 2026-11-22 on Node 20): minutes for a table of 300,000
// events.

import Table from 'cli-table3'
import type { Color } from '../format/color-type.ts'
import { NO_COLOR } from '../format/color-type.ts'
import { printable } from '../format/sanitize.ts'
import { displayWidth, truncate, wrap } from '../format/width.ts'
import { type Column, type ColumnShape, shapeOf } from './column.ts'
import { fitWidths, sum } from './fit.ts'

type Style = (text: string) => string
/** Plain text, which is made printable here, or text with attributes. */
export type Cell = string | StyledCell
export interface StyledCell {
  readonly text: string
  readonly style?: Style | undefined
  /** Why the row's thing failed: shown after the text if it fits, and as a mark in any case. */
  readonly failed?: string | undefined
  /** For paths and links: never wrapped, so that they can be copied. */
  readonly unbroken?: boolean | undefined
}

export interface TableOptions {
  /** Available width in characters; longer lines are truncated. Infinity or absent: nothing is truncated. */
  readonly columns?: number | undefined
  readonly color?: Color | undefined
  /** Wrap cells that do not fit instead of truncating them. */
  readonly wrap?: boolean | undefined
  /** Our own marks and rules in ASCII, for terminals without Unicode. */
  readonly ascii?: boolean | undefined
}

/** A bare label is a column of ordinary text. */
export type Head = readonly (string | Column)[]

/** A whole table, each line with its line end. Without labels there is no header and no rule; empty cells show `-`. */
export function renderTable(
  head: Head,
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): string {
  const layout = layOut(head, rows, options)
  return layout.head + rows.map((row) => layout.row(row)).join('') + layout.foot
}

export interface Layout {
  /** Header and rule, or an empty string. */
  readonly head: string
  /** The lines of one row, each with its line end. */
  row(cells: readonly Cell[]): string
  /** Names the columns that were dropped. */
  readonly foot: string
}

/** Maximum column width in a table of unlimited width; a longer cell makes its row longer. */
const MAX_WIDTH = 100

interface Marks {
  readonly ellipsis: string
  readonly failed: string
  readonly rule: string
}
const UNICODE: Marks = { ellipsis: '…', failed: '✗', rule: '─' }
const ASCII: Marks = { ellipsis: '~', failed: 'x', rule: '-' }

/** Chooses columns and widths from a header and some rows, for these rows and all that follow. */
export function layOut(
  head: Head,
  sample: readonly (readonly Cell[])[],
  {
    columns = Number.POSITIVE_INFINITY,
    color = NO_COLOR,
    wrap: wraps = false,
    ascii = false,
  }: TableOptions = {},
): Layout {
  const marks = ascii ? ASCII : UNICODE
  const count = head.length || sample.reduce((most, row) => Math.max(most, row.length), 0)
  const all = Array.from({ length: count }, (_, i) => measured(head[i] ?? '', sample, i, marks, wraps))
  const gap = columns < 100 ? 1 : 2
  const fitted = fit(all, columns, gap)
  if (fitted === undefined) return blocks(all, columns, color, marks)

  const { kept, widths } = fitted
  const room = columns - gap * (kept.length - 1)
  const frame = drawFrame(widths, gap, marks.rule)

  function lines(cell: Cell | undefined, i: number): string[] {
    const text = textOf(cell, marks)
    if (columns === Number.POSITIVE_INFINITY || isUnbroken(cell)) return [text]
    const width = i === kept.length - 1 ? lastWidth(widths, room) : (widths[i] ?? 1)
    return wraps ? wrap(text, width) : [cut(cell, width, kept[i]!.shape, marks)]
  }

  function pour(cells: readonly string[][], styles: readonly Style[]): string {
    const height = Math.max(...cells.map((cell) => cell.length))
    let text = ''
    for (let line = 0; line < height; line++) {
      const poured = cells.map((cell, i) =>
        padded(cell[line] ?? '', widths[i] ?? 0, kept[i]!.align, styles[i]),
      )
      text += `${frame.fill(poured).trimEnd()}\n`
    }
    return text
  }

  const headText = () => {
    const labels = kept.map(({ label }, i) => [truncate(label, widths[i] ?? 1, marks.ellipsis)])
    return `${pour(labels, Array(kept.length).fill(color.bold))}${color.dim(frame.rule)}\n`
  }
  const notShown = (labels: readonly string[]) =>
    wrap(`Not shown at this width: ${labels.join(', ')}`, columns)
      .map((line) => `${color.dim(line)}\n`)
      .join('')
  const dropped = all.filter((column) => !kept.includes(column)).map(({ label }) => label)
  return {
    head: all.every(({ label }) => label === '') ? '' : headText(),
    row: (row) => {
      const cells = kept.map(({ index }) => row[index])
      return pour(
        cells.map(lines),
        cells.map((cell) => (isEmpty(cell) ? color.dim : styleOf(cell))),
      )
    },
    foot: dropped.length === 0 ? '' : notShown(dropped),
  }
}

interface Measured {
  readonly index: number
  readonly label: string
  readonly align: 'left' | 'right' | undefined
  readonly shape: ColumnShape
  readonly dropOrder: number | undefined
  /** Widths of the widest text, in full and shortened; the label is no wider. */
  readonly whole: number
  readonly short: number
}

function measured(
  column: string | Column,
  sample: readonly (readonly Cell[])[],
  index: number,
  marks: Marks,
  wraps: boolean,
): Measured {
  const { label, kind, align, dropOrder }: Column =
    typeof column === 'string' ? { label: column, kind: 'text' } : column
  const shape = shapeOf(kind)
  const texts = sample.map((row) => row[index]).filter((cell) => !isUnbroken(cell))
  const shown = printable(label)
  const whole = widest([shown, ...texts.map((cell) => textOf(cell, marks))])
  const short = wraps ? whole : widest([shown, ...texts.map((cell) => shortened(cell, shape, marks))])
  return { index, label: shown, align, shape, dropOrder: wraps ? undefined : dropOrder, whole, short }
}

interface Fitted {
  readonly kept: readonly Measured[]
  readonly widths: readonly number[]
}

/** Factor on comfortable widths while an unimportant column can be dropped instead. */
const GENEROUS = 1.5

/** undefined if the columns do not fit side by side. */
function fit(all: readonly Measured[], columns: number, gap: number): Fitted | undefined {
  if (columns === Number.POSITIVE_INFINITY)
    return { kept: all, widths: all.map(({ whole }) => Math.min(whole, MAX_WIDTH)) }
  let kept = all
  for (;;) {
    const room = columns - gap * (kept.length - 1)
    const last = Math.max(...kept.map(({ dropOrder = 0 }) => dropOrder))
    // To keep the last two droppable columns, the others are squeezed to their plain comfortable widths.
    const generosity = Math.min(Math.max(last - 1, 1), GENEROUS)
    const share = (wanted: 'whole' | 'short', min: (column: Measured) => number) =>
      kept.map((column) => ({ wanted: column[wanted], min: min(column), weight: column.shape.weight }))
    // Shortened, all texts may fit, perhaps with room to show some of them in full.
    if (sum(kept.map(({ short }) => short)) <= room)
      return {
        kept,
        widths: fitWidths(
          share('whole', ({ short }) => short),
          room,
        ),
      }
    const least = ({ label, shape, short }: Measured) =>
      Math.min(short, Math.max(displayWidth(label), last === 0 ? shape.min : shape.comfort * generosity))
    if (sum(kept.map(least)) <= room) return { kept, widths: fitWidths(share('short', least), room) }
    if (last === 0) return undefined
    kept = kept.filter(({ dropOrder }) => dropOrder !== last)
  }
}

/** With even less width, the terminal wraps the lines. */
const MIN_BLOCK = 20

/** Layout for columns that do not fit side by side: one line per column, and an empty line between rows. */
function blocks(all: readonly Measured[], columns: number, color: Color, marks: Marks): Layout {
  const labels = widest(all.map(({ label }) => label))
  const room = Math.max(columns - labels - 2, MIN_BLOCK)
  let isFirst = true
  return {
    head: '',
    foot: '',
    row(cells) {
      const lines = all.flatMap(({ label, index }) => {
        const cell = cells[index]
        const text = textOf(cell, marks)
        const style = isEmpty(cell) ? color.dim : styleOf(cell)
        const parts = isUnbroken(cell) ? [text] : wrap(text, room)
        return parts.map(
          (part, i) => `${padded(i === 0 ? label : '', labels + 2, 'left', color.bold)}${style(part)}`,
        )
      })
      const between = isFirst ? '' : '\n'
      isFirst = false
      return `${between}${lines.map((line) => `${line.trimEnd()}\n`).join('')}`
    },
  }
}

/** Later rows may need more width than the sample; the last column gets all of the remaining width. */
function lastWidth(widths: readonly number[], room: number): number {
  return Math.max(widths.at(-1) ?? 1, room - sum(widths.slice(0, -1)))
}

/** A cell that is too long is shortened, and truncated if that is not enough. */
function cut(cell: Cell | undefined, width: number, shape: ColumnShape, marks: Marks): string {
  const text = textOf(cell, marks)
  if (displayWidth(text) <= width) return text
  const plain = shape.shorten(plainOf(cell))
  const failed = failedOf(cell)
  if (plain === '') return truncate(text, width, marks.ellipsis)
  if (failed === undefined)
    return displayWidth(plain) <= width ? plain : shape.cut(plain, width, marks.ellipsis)
  const room = width - displayWidth(plain) - 1
  const mark = `${marks.failed} ${failed}`
  // A reason cut to a letter or two would be useless.
  if (room >= 4) return `${plain} ${truncate(mark, room, marks.ellipsis)}`
  const rest = displayWidth(plain) <= width - 2 ? plain : shape.cut(plain, width - 2, marks.ellipsis)
  return `${rest} ${marks.failed}`
}

function shortened(cell: Cell | undefined, shape: ColumnShape, marks: Marks): string {
  const plain = shape.shorten(plainOf(cell))
  const failed = failedOf(cell)
  if (failed === undefined || plain === '') return plain || textOf(cell, marks)
  return `${plain} ${marks.failed} ${truncate(failed, REASON, marks.ellipsis)}`
}

/** Width reserved for an error code before other columns grow: `AccessDenied`, or a part of `UnauthorizedOperation`. */
const REASON = 14

/** At least 1, because cli-table3 does not support columns of width 0. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 1)
}

function padded(
  text: string,
  width: number,
  align: 'left' | 'right' | undefined,
  style: Style = same,
): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  const styled = text === '' ? '' : style(text)
  return align === 'right' ? space + styled : styled + space
}

function isEmpty(cell: Cell | undefined): boolean {
  return typeof cell === 'object' ? cell.text === '' && cell.failed === undefined : !cell
}

function isUnbroken(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell.unbroken === true
}

function plainOf(cell: Cell | undefined): string {
  if (isEmpty(cell)) return '-'
  return printable(typeof cell === 'object' ? cell.text : (cell ?? ''))
}

function failedOf(cell: Cell | undefined): string | undefined {
  return typeof cell === 'object' && cell.failed !== undefined ? printable(cell.failed) : undefined
}

function textOf(cell: Cell | undefined, marks: Marks): string {
  const failed = failedOf(cell)
  return failed === undefined ? plainOf(cell) : `${plainOf(cell)} ${marks.failed} ${failed}`.trimStart()
}

function styleOf(cell: Cell | undefined): Style {
  return (typeof cell === 'object' && cell.style) || same
}

const same: Style = (text) => text

interface DrawnFrame {
  readonly rule: string
  fill(cells: readonly string[]): string
}

function drawFrame(widths: readonly number[], gap: number, rule: string): DrawnFrame {
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', left: '', 'left-mid': '' }
  const below = {
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    right: '',
    'right-mid': '',
  }
  const holes = widths.map((width) => 'x'.repeat(width))
  const table = new Table({
    head: holes,
    colWidths: [...widths],
    chars: { ...none, ...below, mid: rule, 'mid-mid': rule.repeat(gap), middle: ' '.repeat(gap) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  })
  table.push(holes)
  const [, line = '', row = ''] = table.toString().split('\n')
  const between = row.split(/x+/)
  return {
    rule: line,
    fill: (cells) => cells.reduce((line, cell, i) => line + cell + (between[i + 1] ?? ''), between[0] ?? ''),
  }
}
