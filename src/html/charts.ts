// Charts as inline SVG. They contain no text: labels and figures are HTML beside them, readable on a phone, by a screen
// reader, and on paper.

import { thousands } from '../util/format.ts'
import { markup, type Markup } from './markup.ts'

export interface Bar {
  readonly label: string
  readonly value: number
  /** Stands for a long period without events. */
  readonly isGap?: true | undefined
}

/** Height of the drawing, in SVG units. */
const HEIGHT = 100
const SLOT = 10

/** A column chart over time. `unit` is the period of one column, such as `day`. */
export function columnChart(bars: readonly Bar[], unit: string): Markup {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const width = Math.max(1, bars.length) * SLOT
  const shown = bars.filter(({ isGap }) => isGap !== true)
  const [first, last] = [shown[0]?.label ?? '', shown.at(-1)?.label ?? '']
  const columns = bars.map(({ label, value, isGap }, i) => {
    if (isGap) return markup`<rect class="gap" x="${i * SLOT + 4}" y="0" width="2" height="${HEIGHT}" />`
    // A non-zero value is always visible, however small.
    const height = value === 0 ? 0 : Math.max(1.5, (value / most) * HEIGHT)
    return markup`<rect
      x="${i * SLOT + 1}"
      y="${round(HEIGHT - height)}"
      width="${SLOT - 2}"
      height="${round(height)}"
      ><title>${label}: ${thousands(value)}</title></rect
    >`
  })
  return markup`<figure class="columns">
    <div class="scale"><span>${thousands(most)}</span><span>0</span></div>
    <svg
      viewBox="0 0 ${width} ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label="Events per ${unit}, ${first} to ${last}; the most is ${thousands(most)}"
    >
      ${columns}
    </svg>
    <div class="axis"><span>${first}</span><span>${last === first ? '' : last}</span></div>
  </figure>`
}

/** A bar whose width is a fraction of the whole, for a table cell. */
export function partBar(part: number): Markup {
  const width = part > 0 ? Math.max(0.5, part * 100) : 0
  return markup`<svg class="part" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${round(width)}" height="10" />
  </svg>`
}

/** A square of a heat map; `part` is its fraction of the largest value. */
export function heatSquare(part: number): Markup {
  if (part === 0) return markup``
  return markup`<svg class="square" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="10" height="10" fill-opacity="${round(0.12 + 0.68 * Math.sqrt(part))}" />
  </svg>`
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
