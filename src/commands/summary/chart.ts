// A column chart in characters: one column of blocks for each bucket of time.

import type { Color } from '../../format/color-type.ts'

const BLOCKS = ' ▁▂▃▄▅▆▇█'
const HEIGHT = 5
const WIDEST_BAR = 6

/** Room that a chart of that many columns has for bars. */
export function barsIn(columns: number): number {
  return Math.max(1, columns - LEFT)
}

/** Room for the scale: seven digits and a space. */
const LEFT = 10

/** Lines without their line ends. The newest buckets, if there is no room for all. */
export function chart(
  buckets: readonly (readonly [start: string, events: number])[],
  columns: number,
  color: Color,
): string[] {
  const room = barsIn(columns)
  const shown = buckets.slice(-room)
  const most = Math.max(1, ...shown.map(([, events]) => events))
  const slot = Math.min(WIDEST_BAR + 1, Math.max(1, Math.floor(room / Math.max(1, shown.length))))
  const bar = slot > 1 ? slot - 1 : 1
  // What happened at all must be seen, however much more happened elsewhere.
  const heights = shown.map(([, events]) =>
    events === 0 ? 0 : Math.max(1, Math.round((events / most) * HEIGHT * 8)),
  )
  const lines = Array.from({ length: HEIGHT }, (_, row) => {
    const below = (HEIGHT - 1 - row) * 8
    const blocks = heights.map((height) =>
      BLOCKS[Math.max(0, Math.min(8, height - below))]!.repeat(bar).padEnd(slot),
    )
    const scale = row === 0 ? most.toLocaleString('en-US') : row === HEIGHT - 1 ? '0' : ''
    return `${color.dim(scale.padStart(LEFT - 1))} ${color.cyan(blocks.join('').trimEnd())}`
  })
  const indent = ' '.repeat(LEFT)
  return [...lines, indent + color.dim(axis(shown, slot * shown.length))]
}

function axis(shown: readonly (readonly [string, number])[], width: number): string {
  const first = shown[0]?.[0] ?? ''
  const last = shown.at(-1)?.[0] ?? ''
  if (shown.length < 2) return first
  const space = width - first.length - last.length
  return space > 0 ? first + ' '.repeat(space) + last : `${first} to ${last}`
}
