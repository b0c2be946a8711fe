// A text column chart: one column of block characters for each time bucket.

import type { Color } from '../../format/color-type.ts'
import { thousands } from '../../util/format.ts'
import type { Bucket } from '../../summary/timeline.ts'

const BLOCKS = ' ▁▂▃▄▅▆▇█'
const GAP = '⋯'
const HEIGHT = 5
/** Width of the scale: seven digits with separators, and a space. */
const LEFT = 10

/** Number of bars that fit into this width. */
export function barsIn(columns: number): number {
  return Math.max(1, columns - LEFT)
}

/** The chart's lines, without line ends. If not all buckets fit, the newest ones. */
export function chart(buckets: readonly Bucket[], columns: number, color: Color): string[] {
  const room = barsIn(columns)
  const shown = buckets.slice(-room)
  const most = shown.reduce((max, { events }) => Math.max(max, events), 1)
  // If they fit, bars are as wide as the labels below them.
  const label = (shown.at(-1)?.start.length ?? 0) + 1
  const slot = Math.min(label, Math.max(1, Math.floor(room / Math.max(1, shown.length))))
  const bar = Math.max(1, slot - 1)
  const lines = Array.from({ length: HEIGHT }, (_, row) => {
    const isLowest = row === HEIGHT - 1
    const bars = shown.map(({ events, isGap }) => {
      if (isGap) return (isLowest ? GAP : ' ').padStart(Math.ceil(bar / 2)).padEnd(slot)
      return BLOCKS[eighths(events / most, HEIGHT - 1 - row)]!.repeat(bar).padEnd(slot)
    })
    const scale = row === 0 ? thousands(most) : isLowest ? '0' : ''
    return `${color.dim(scale.padStart(LEFT - 1))} ${color.cyan(bars.join('').trimEnd())}`
  })
  return [...lines, ' '.repeat(LEFT) + color.dim(axis(shown, slot, label))]
}

/** How many eighths of a row, counted from below, are filled. A non-zero value is always visible, however small. */
function eighths(part: number, row: number): number {
  const height = part === 0 ? 0 : Math.max(1, Math.round(part * HEIGHT * 8))
  return Math.max(0, Math.min(8, height - row * 8))
}

function axis(shown: readonly Bucket[], slot: number, label: number): string {
  if (slot === label)
    return shown
      .map(({ start }) => start.padEnd(slot))
      .join('')
      .trimEnd()
  const first = shown[0]?.start ?? ''
  const last = shown.at(-1)?.start ?? ''
  const space = slot * shown.length - first.length - last.length
  return space > 0 ? first + ' '.repeat(space) + last : `${first} to ${last}`
}
