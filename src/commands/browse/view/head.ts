// The first two lines: the source and how many events are shown; the filter as chips.

import { displayWidth, truncate } from '../../../format/width.ts'
import { printable } from '../../../format/sanitize.ts'
import type { Line, Span } from '../../../screen/text.ts'
import { lineWidth } from '../../../screen/text.ts'
import { thousands } from '../../../util/format.ts'
import { chipLabel } from '../chips.ts'
import type { Data, State } from '../state/state.ts'

export function titleLine(state: State, { store, found, reading, look }: Data, columns: number): Line {
  // While files are read, events arrive a moment before the filter is applied to them.
  const isStill = reading.isDone || reading.asking !== undefined
  const all = found.count === (isStill ? store.count : found.lookedAt)
  const shown = all
    ? `${thousands(found.count)} ${found.count === 1 ? 'event' : 'events'}`
    : `${thousands(found.count)} of ${thousands(store.count)} events`
  const parts: Span[] = [{ text: ` ${shown}`, style: { bold: true } }]
  const add = (text: string, style?: Span['style']): void => {
    if (text !== '') parts.push({ text: ` · ${text}`, style })
  }
  if (state.marked.length > 0) add(`${state.marked.length} marked`)
  if (reading.asking !== undefined)
    add(`${reading.asking}${reading.progress === '' ? '' : `: ${reading.progress}`}`, { color: 'yellow' })
  else if (!reading.isDone) add(reading.progress, { color: 'yellow' })
  if (reading.isIncomplete) add('incomplete: not every file could be read', { color: 'red' })
  if (reading.isLimited) add('older events left out: -n', { color: 'red' })
  const { problemCount } = reading
  if (problemCount > 0)
    add(`${thousands(problemCount)} ${problemCount === 1 ? 'problem' : 'problems'}: P`, { color: 'red' })
  if (reading.isDone && reading.asking === undefined) add(reading.coverage, { dim: true })
  const room = columns - lineWidth(parts) - 1
  // The source on the right, if there is room for its end.
  const title = printable(look.title)
  const width = displayWidth(title)
  if (room < 8) return parts
  const fits = width <= room ? title : `…${title.slice(-(room - 1))}`
  return [
    ...parts,
    { text: ' '.repeat(Math.max(room - displayWidth(fits), 1)) },
    { text: fits, style: { dim: true } },
  ]
}

export function chipsLine({ chips }: State, { look }: Data, columns: number): Line {
  if (chips.length === 0) return [{ text: ' No filter: everything is shown', style: { dim: true } }]
  const labels = chips.map((chip) => printable(chipLabel(chip, look.formatTime)))
  // Each chip needs four more characters. Long chips are shortened if there is no room for all.
  const needs = labels.reduce((sum, label) => sum + displayWidth(label) + 5, 0)
  const most = needs <= columns ? needs : Math.max(Math.floor(columns / chips.length) - 5, 16)
  const ellipsis = look.ascii ? '~' : '…'
  return labels.flatMap((label): Line => [
    { text: ' ' },
    { text: ` ${truncate(label, most, ellipsis)} ${look.ascii ? 'x' : '×'} `, style: { inverse: true } },
  ])
}
