// The list: a gutter (cursor, mark, change), then the columns. Widths do not depend on the rows, so that nothing moves while
// scrolling.

import { findField } from '../../../event/fields.ts'
import { kindOf, shapeOf } from '../../../output/column.ts'
import { fitWidths, sum } from '../../../output/fit.ts'
import { FAILED } from '../../../format/packed.ts'
import { printable } from '../../../format/sanitize.ts'
import { displayWidth } from '../../../format/width.ts'
import { fitLine, type Line, line, type Span, styled } from '../../../screen/text.ts'
import { columnLabel, columnWidths } from '../columns.ts'
import { type EventStore, isKeptText } from '../data/store.ts'
import type { Layout } from '../layout.ts'
import { currentPosition, type Data, type ListColumn, type State } from '../state/state.ts'

const GUTTER = 3
const GAP = 1
export function listPane(state: State, data: Data, layout: Layout): readonly Line[] {
  const { found, look, reading } = data
  const { width, height } = layout.list
  const fitted = fitColumns(state.columns, width - GUTTER, look.timeZone !== undefined)
  const selected = state.columns[state.column]?.name
  const isFocused = state.pane === 'list'
  const head: Span[] = [{ text: ' '.repeat(GUTTER) }]
  for (const [i, { name, width: room }] of fitted.entries()) {
    if (i > 0) head.push({ text: ' '.repeat(GAP) })
    const style = { bold: true, underline: isFocused && name === selected }
    head.push(...fitLine([{ text: labelIn(columnLabel(name), room, look.ascii), style }], room))
  }
  if (found.count === 0) return [head, [], ...nothing(state, reading.isDone && reading.asking === undefined)]
  const cursor = currentPosition(state, data)
  const rows = Array.from({ length: Math.min(height - 1, found.count - state.top) }, (_, i) => {
    const position = state.top + i
    const isCurrent = position === cursor
    const row = rowOf(found.events[position]!, state, data, fitted, isCurrent)
    return isCurrent && isFocused ? styled(fitLine(row, width), { inverse: true }) : row
  })
  return [head, ...rows]
}

/** Keeps the end of a path, which is its most distinctive part. */
function labelIn(label: string, room: number, ascii: boolean): string {
  const last = /^[^\s.]+\..*?([^.]+)$/.exec(label)?.[1]
  if (last === undefined || displayWidth(printable(label)) <= room) return label
  return `${ascii ? '~' : '…'}${last}`
}

interface Fitted {
  readonly name: string
  readonly width: number
}

/** Drops the least important columns if there is no room, as in the tables of `lookup`, but never all. */
function fitColumns(columns: readonly ListColumn[], room: number, hasZone: boolean): readonly Fitted[] {
  const width = ({ name, wider }: ListColumn): readonly [number, number] => {
    const [wanted, least] = columnWidths(name)
    // An offset is five characters longer than the Z.
    const zone = hasZone && name === 'event-time' ? 5 : 0
    return [Math.max(wanted + zone + wider, 3), Math.max(least + zone + wider, 3)]
  }
  let kept = columns
  for (;;) {
    const gaps = GAP * (kept.length - 1)
    const least = sum(kept.map((column) => width(column)[1]))
    const orders = kept.map(({ name }) => findField(name)?.dropOrder ?? 0)
    const last = Math.max(...orders)
    if (least + gaps <= room || kept.length === 1) {
      const shares = kept.map((column) => {
        const [wanted, min] = width(column)
        return { wanted, min, weight: shapeOf(kindOf(column.name)).weight }
      })
      const widths = fitWidths(shares, room - gaps)
      return kept.map(({ name }, i) => ({ name, width: widths[i]! }))
    }
    // The last one of the dispensable columns, or else the last column.
    kept = last > 0 ? kept.filter((_, i) => orders[i] !== last) : kept.slice(0, -1)
  }
}

function rowOf(
  event: number,
  state: State,
  data: Data,
  columns: readonly Fitted[],
  isCurrent: boolean,
): Line {
  const { store, look } = data
  const isChange = store.isChange(event)
  const spans: Span[] = [
    { text: isCurrent ? (look.ascii ? '>' : '▸') : ' ', style: { bold: true } },
    { text: state.marked.includes(event) ? '+' : ' ', style: { bold: true, color: 'magenta' } },
    { text: isChange ? '*' : ' ', style: { color: 'yellow' } },
  ]
  for (const [i, { name, width }] of columns.entries()) {
    if (i > 0) spans.push({ text: ' '.repeat(GAP) })
    spans.push(...fitLine(cell(event, name, width, data, columns), width))
  }
  return spans
}

function cell(
  event: number,
  name: string,
  width: number,
  { store, look }: Data,
  columns: readonly Fitted[],
): Line {
  const text = textOf(event, name, store, look.formatTime)
  const ellipsis = look.ascii ? '~' : '…'
  if (text === undefined) return line(ellipsis, { dim: true })
  if (text === '') return line('-', { dim: true })
  const shape = shapeOf(kindOf(name))
  const isFailed = store.isFailed(event)
  const isWhere = name === 'event-name' && isFailed && !columns.some((column) => column.name === 'error-code')
  const style =
    isFailed && (name === 'event-name' || name === 'error-code') ? ({ color: 'red' } as const) : undefined
  const cutTo = (value: string, room: number): string => {
    const plain = printable(value)
    if (displayWidth(plain) <= room) return plain
    const short = shape.shorten(plain)
    return displayWidth(short) <= room ? short : shape.cut(short, room, ellipsis)
  }
  if (!isWhere) return line(cutTo(text, width), style)
  // The error code, if there is room; its mark is always shown.
  const why = store.text(event, 'error-code')
  const mark = look.ascii ? 'x' : '✗'
  const code = why === FAILED || why === '' ? 'failed' : printable(why)
  const room = width - displayWidth(printable(text)) - 3
  if (room >= 4) return line(`${printable(text)} ${mark} ${cutTo(code, room)}`, style)
  return line(`${cutTo(text, width - 2)} ${mark}`, style)
}

/** Undefined while the value is not known. */
function textOf(
  event: number,
  name: string,
  store: EventStore,
  format: (time: number) => string,
): string | undefined {
  switch (name) {
    case 'id':
      return store.id(event)
    case 'event-time':
      return format(store.times.at(event))
    case 'read-only':
      return `${!store.isChange(event)}${store.isInferred(event) ? ' (i)' : ''}`
    default:
      return isKeptText(name) ? store.text(event, name) : store.extraText(event, name)
  }
}

function nothing({ chips }: State, isDone: boolean): readonly Line[] {
  if (!isDone) return [line('   Nothing yet …', { dim: true })]
  if (chips.length === 0) return [line('   There are no events.')]
  return [
    line('   No event passes all of these filters.'),
    line('   x drops one, X all of them, Backspace goes back.', { dim: true }),
  ]
}
