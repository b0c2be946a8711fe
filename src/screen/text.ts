// Lines of styled text, cut and padded to columns of a terminal, and panes of such lines put side by side. Text may come
// from anybody: whatever could act on a terminal is shown escaped, here, before a width is measured.

import { printable } from '../format/sanitize.ts'
import { displayWidth, truncate } from '../format/width.ts'

export type ColorName = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

export interface Style {
  readonly bold?: boolean
  readonly dim?: boolean
  readonly underline?: boolean
  readonly inverse?: boolean
  /** One of the 16 colours, which every theme makes readable. Left out where no colours are wanted. */
  readonly color?: ColorName
}

export interface Span {
  readonly text: string
  readonly style?: Style | undefined
}

export type Line = readonly Span[]

/** A line of one style. */
export function line(text: string, style?: Style): Line {
  return [{ text, style }]
}

export function lineWidth(spans: Line): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(printable(text)), 0)
}

/** Exactly `width` columns: cut with an ellipsis, or filled with spaces in the style of `fill`. */
export function fitLine(spans: Line, width: number, fill?: Style): Line {
  const fitted: Span[] = []
  let used = 0
  for (const [i, { text, style }] of spans.entries()) {
    const safe = printable(text)
    const needs = displayWidth(safe)
    const room = width - used
    // What follows is lost too, so the ellipsis stands where the line ends.
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

/** The same lines with every span in this style too. */
export function styled(spans: Line, style: Style): Line {
  return spans.map((span) => ({ text: span.text, style: { ...span.style, ...style } }))
}

export interface Pane {
  readonly lines: readonly Line[]
  readonly width: number
}

/** Panes side by side, `height` lines each, with `between` from one to the next. */
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

/** The first line to show so that `cursor` is seen, moving as little as possible from `top`. */
export function scrolled(top: number, cursor: number, height: number, count: number): number {
  const most = Math.max(0, count - height)
  const lowest = cursor - height + 1
  return Math.min(Math.max(Math.min(Math.max(top, lowest), cursor), 0), most)
}
