// Lines of styled text, cut and padded to a width in columns, and panes of such lines side by side. Text may be
// hostile: characters that a terminal would act on are escaped here, before the width is measured.

import { printable } from '../format/sanitize.ts'
import { displayWidth, truncate } from '../format/width.ts'

export type ColorName = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

export interface Style {
  readonly bold?: boolean
  readonly dim?: boolean
  readonly underline?: boolean
  readonly inverse?: boolean
  /** One of the 16 colours, which every terminal theme keeps readable. Ignored without colours. */
  readonly color?: ColorName
}

export interface Span {
  readonly text: string
  readonly style?: Style | undefined
}

export type Line = readonly Span[]

/** A line with a single style. */
export function line(text: string, style?: Style): Line {
  return [{ text, style }]
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(printable(text)), 0)
}

/** Makes a line exactly `width` columns wide: truncated with an ellipsis, or filled with spaces in the style `fill`. */
export function fitLine(spans: Line, width: number, fill?: Style): Line {
  const fitted: Span[] = []
  let used = 0
  for (const [i, { text, style }] of spans.entries()) {
    const safe = printable(text)
    const needs = displayWidth(safe)
    const room = width - used
    // The ellipsis is also needed if only the following spans do not fit.
    const isCut = needs > room || (needs === room && spans.slice(i + 1).some((span) => span.text !== ''))
    if (!isCut) {
      fitted.push({ text: safe, style })
      used += needs
      continue
    }
    const cut = needs > room ? truncate(safe, room) : truncate(`${safe} `, room)
    fitted.push({ text: cut, style })
    used += displayWidth(cut)
    break
  }
  if (used < width) fitted.push({ text: ' '.repeat(width - used), style: fill })
  return fitted
}

/** Adds a style to every span. */
export function styled(spans: Line, style: Style): Line {
  return spans.map((span) => ({ text: span.text, style: { ...span.style, ...style } }))
}

export interface Pane {
  readonly lines: readonly Line[]
  readonly width: number
}

/** Panes side by side, each `height` lines high, separated by `between`. */
export function beside(panes: readonly Pane[], height: number, between: Line): readonly Line[] {
  return Array.from({ length: height }, (_, row) =>
    panes.flatMap(({ lines, width }, i) => [
      ...(i === 0 ? [] : between),
      ...fitLine(lines[row] ?? [], width),
    ]),
  )
}

/** Exactly `height` lines. */
export function fitHeight(lines: readonly Line[], height: number): readonly Line[] {
  return Array.from({ length: height }, (_, row) => lines[row] ?? [])
}

/** The first line to show so that line `cursor` is visible, moving as little as possible from `top`. */
export function scrolled(top: number, cursor: number, height: number, count: number): number {
  const most = Math.max(0, count - height)
  const lowest = cursor - height + 1
  return Math.min(Math.max(Math.min(Math.max(top, lowest), cursor), 0), most)
}

/** The row at this index of `count` rows, or the first or last one. */
export function rowWithin(index: number, count: number): number {
  return Math.max(Math.min(index, count - 1), 0)
}
