// Tables: a bold head, a thin rule, one row per thing. cli-table3 draws the frame once, with holes of the columns'
// widths; rows are poured into it. Given the rows themselves it needs them all at once, and 0.9 ms for each of six cells
// (measured 2026-11-22 on Node 20), which for a table of 300,000 events is minutes.

import Table from 'cli-table3'
import type { Color } from '../format/color-type.ts'
import { NO_COLOR } from '../format/color-type.ts'
import { printable } from '../format/sanitize.ts'
import { displayWidth, truncate, wrap } from '../format/width.ts'
import type { ColumnShape } from './fit.ts'
import { fitWidths, shapeOf } from './fit.ts'

type Style = (text: string) => string
/** Text as it comes, made printable here; or with a style to show it in. */
export type Cell = string | { readonly text: string; readonly style: Style }

export interface TableOptions {
  /** Room in characters; more is cut. Infinity, or absent: nothing is cut. */
  readonly columns?: number | undefined
  readonly color?: Color | undefined
  /** Per column; left where absent. */
  readonly align?: readonly ('left' | 'right')[] | undefined
  /** Wrap what does not fit instead of cutting it. */
  readonly wrap?: boolean | undefined
}

/** A whole table, each line with its line end. An empty `head` leaves out head and rule; empty cells show `-`. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): string {
  const layout = layOut(head, rows, options)
  return layout.head + rows.map((row) => layout.row(row)).join('')
}

export interface Layout {
  /** Head and rule, or nothing. */
  readonly head: string
  /** The lines of one row, each with its line end. */
  row(cells: readonly Cell[]): string
}

/** Without limit a cell may still be longer than this; then its row is. */
const MAX_WIDTH = 100

/** Decides widths from a head and some rows, for these rows and any that follow. */
export function layOut(
  head: readonly string[],
  sample: readonly (readonly Cell[])[],
  {
    columns = Number.POSITIVE_INFINITY,
    color = NO_COLOR,
    align = [],
    wrap: wraps = false,
  }: TableOptions = {},
): Layout {
  const count = head.length || sample.reduce((most, row) => Math.max(most, row.length), 0)
  const labels = Array.from({ length: count }, (_, i) => printable(head[i] ?? ''))
  const shapes = labels.map((label) => (wraps ? { ...shapeOf(label), dropFirst: undefined } : shapeOf(label)))
  const gap = columns < 100 ? 1 : 2
  const room = columns - gap * (count - 1)
  const widths = chooseWidths(labels, shapes, sample, room)
  const frame = drawFrame(widths, gap)

  function lines(cell: Cell | undefined, i: number): string[] {
    const text = textOf(cell)
    if (columns === Number.POSITIVE_INFINITY) return [text]
    const width = i === count - 1 ? lastWidth(widths, room) : (widths[i] ?? 1)
    return wraps ? wrap(text, width) : [cut(text, width, shapes[i])]
  }

  function pour(cells: readonly string[][], styles: readonly Style[]): string {
    const height = Math.max(...cells.map((cell) => cell.length))
    let text = ''
    for (let line = 0; line < height; line++) {
      const poured = cells.map((cell, i) => padded(cell[line] ?? '', widths[i] ?? 0, align[i], styles[i]))
      text += `${frame.fill(poured).trimEnd()}\n`
    }
    return text
  }

  const headText = () => {
    const lines = labels.map((label, i) => headLines(label, widths[i] ?? 1))
    return `${pour(lines, Array(count).fill(color.bold))}${color.dim(frame.rule)}\n`
  }
  return {
    head: head.length === 0 ? '' : headText(),
    row: (row) => {
      const cells = Array.from({ length: count }, (_, i) => row[i])
      return pour(
        cells.map(lines),
        cells.map((cell) => (isEmpty(cell) ? color.dim : styleOf(cell))),
      )
    },
  }
}

function chooseWidths(
  labels: readonly string[],
  shapes: readonly ColumnShape[],
  sample: readonly (readonly Cell[])[],
  room: number,
): number[] {
  const whole = labels.map((label, i) => widest([label, ...sample.map((row) => textOf(row[i]))]))
  if (room === Number.POSITIVE_INFINITY) return whole.map((width) => Math.min(width, MAX_WIDTH))
  if (sum(whole) <= room) return whole
  const short = labels.map((label, i) =>
    widest([...label.split(' '), ...sample.map((row) => shorten(textOf(row[i]), shapes[i]))]),
  )
  if (sum(short) > room) return fitWidths(short, shapes, room)
  // Without what says least all fits, and there may even be room for some of it.
  const shares = shapes.map((shape, i) => ({ ...shape, min: short[i] ?? 0 }))
  return fitWidths(whole, shares, room)
}

/** Later rows may need more than the sample did: the last column has what is left of the room. */
function lastWidth(widths: readonly number[], room: number): number {
  return Math.max(widths.at(-1) ?? 1, room - sum(widths.slice(0, -1)))
}

/** A cell that is too long, without what says least, and cut if it still is. */
function cut(text: string, width: number, shape: ColumnShape | undefined): string {
  return displayWidth(text) <= width ? text : truncate(shorten(text, shape), width).replace(/…+$/, '…')
}

function shorten(text: string, shape: ColumnShape | undefined): string {
  return shape?.dropFirst ? text.replace(shape.dropFirst, '…') : text
}

/** At least 1, as a frame has no columns of width 0. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}

/** In a narrow column a label of two words takes two lines. */
function headLines(label: string, width: number): string[] {
  const wordsFit = label.split(' ').every((word) => displayWidth(word) <= width)
  return wordsFit ? wrap(label, width) : [truncate(label, width)]
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
  return cell === undefined || (typeof cell === 'string' ? cell : cell.text) === ''
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || isEmpty(cell)) return '-'
  return printable(typeof cell === 'string' ? cell : cell.text)
}

function styleOf(cell: Cell | undefined): Style {
  return typeof cell === 'object' ? cell.style : same
}

const same: Style = (text) => text

interface DrawnFrame {
  readonly rule: string
  fill(cells: readonly string[]): string
}

function drawFrame(widths: readonly number[], gap: number): DrawnFrame {
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
    chars: { ...none, ...below, mid: '─', 'mid-mid': '─'.repeat(gap), middle: ' '.repeat(gap) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  })
  table.push(holes)
  const [, rule = '', row = ''] = table.toString().split('\n')
  const between = row.split(/x+/)
  return {
    rule,
    fill: (cells) => cells.reduce((line, cell, i) => line + cell + (between[i + 1] ?? ''), between[0] ?? ''),
  }
}
