// The timeline: bars of one or two rows, with a scale below.

import { displayWidth } from '../../../format/width.ts'
import { type Line, line, type Span } from '../../../screen/text.ts'
import { thousands } from '../../../util/format.ts'
import type { Layout } from '../layout.ts'
import type { Data, State } from '../state/state.ts'
import { brushStep } from '../state/timeline-keys.ts'
import { type Timeline, timelineOf } from '../timeline.ts'

const BLOCKS = ' ▁▂▃▄▅▆▇█'
const ASCII = ' .:-=+*#@'

export function timelineLines(
  state: State,
  { found, look }: Data,
  { bars, columns }: Layout,
): readonly Line[] {
  if (bars === 0) return []
  const shown = timelineOf(found, columns)
  if (shown === undefined) return Array.from({ length: bars + 1 }, () => [])
  const most = Math.max(...shown.counts, 1)
  const isFocused = state.pane === 'timeline'
  const at = isFocused ? brushStep(state, shown) : -1
  const from =
    isFocused && state.brush.from !== undefined
      ? Math.floor((state.brush.from - shown.start) / shown.step)
      : at
  const [first, last] = [Math.min(from, at), Math.max(from, at)]
  const levels = look.ascii ? ASCII : BLOCKS
  const rows = Array.from({ length: bars }, (_, row) => {
    const spans: Span[] = []
    for (const [i, count] of shown.counts.entries()) {
      // A single event is visible even among a million.
      const level = count === 0 ? 0 : Math.max(Math.round((count / most) * bars * 8), 1)
      const height = Math.min(Math.max(level - (bars - 1 - row) * 8, 0), 8)
      const isChosen = isFocused && i >= first && i <= last
      const style = isChosen ? ({ inverse: true } as const) : ({ color: 'cyan' } as const)
      const before = spans.at(-1)
      if (before?.style?.inverse === style.inverse && before)
        spans[spans.length - 1] = { text: before.text + levels[height]!, style }
      else spans.push({ text: levels[height]!, style })
    }
    return spans
  })
  return [...rows, scale(shown, isFocused ? { first, last } : undefined, most, columns, look.formatTime)]
}

/** First and last time and the length of a step; if focused, the selected steps and their number of events. */
function scale(
  { start, step, counts, outside }: Timeline,
  chosen: { readonly first: number; readonly last: number } | undefined,
  most: number,
  columns: number,
  format: (time: number) => string,
): Line {
  const end = start + counts.length * step
  const left = format(start)
  const right = format(end - (end % 1000 === 0 ? 1000 : 0))
  const inside = chosen ? counts.slice(chosen.first, chosen.last + 1).reduce((sum, n) => sum + n, 0) : 0
  const middle = chosen
    ? `${format(start + chosen.first * step)} + ${lengthOf((chosen.last - chosen.first + 1) * step)}: ${thousands(inside)} ${inside === 1 ? 'event' : 'events'}`
    : `a column is ${lengthOf(step)}, the highest ${thousands(most)}${outside > 0 ? `, ${thousands(outside)} outside` : ''}`
  const room = columns - displayWidth(left) - displayWidth(right)
  const isWide = room > displayWidth(middle) + 2
  if (!isWide) return line(chosen ? middle : `${left} – ${right}`, { dim: chosen === undefined })
  const gap = room - displayWidth(middle)
  return [
    { text: left, style: { dim: true } },
    { text: ' '.repeat(Math.floor(gap / 2)) },
    { text: middle, style: chosen ? { bold: true } : { dim: true } },
    { text: ' '.repeat(Math.ceil(gap / 2)) },
    { text: right, style: { dim: true } },
  ]
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
] as const

function lengthOf(milliseconds: number): string {
  const [unit, name] = UNITS.find(([size]) => milliseconds >= size && milliseconds % size === 0) ?? UNITS[3]
  return `${thousands(Math.round(milliseconds / unit))} ${name}`
}
