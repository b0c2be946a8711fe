// Computes the fewest bytes that update the screen: only changed lines are written. A terminal with synchronized output
// (?2026) shows all of them at once.

import { fitLine, type Line, type Style } from './text.ts'

const COLORS = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const

export const SYNC = { begin: '\u001b[?2026h', end: '\u001b[?2026l' } as const

export interface Cursor {
  /** From 0. */
  readonly row: number
  readonly column: number
}

export interface Frame {
  readonly lines: readonly Line[]
  /** Position of the text cursor; absent to hide it. */
  readonly cursor?: Cursor | undefined
}

export class Painter {
  private shown: readonly string[] = []
  private columns = 0
  private rows = 0
  private cursor = ''
  private readonly withColor: boolean

  constructor(withColor: boolean) {
    this.withColor = withColor
  }

  /** The content of the screen is unknown: draws the next frame completely. */
  forget(): void {
    this.shown = []
    this.columns = 0
  }

  /** The bytes that change the screen to this frame; empty if nothing changes. */
  paint({ lines, cursor }: Frame, columns: number, rows: number): string {
    const isWhole = columns !== this.columns || rows !== this.rows
    const next = Array.from({ length: rows }, (_, row) =>
      paintLine(fitLine(lines[row] ?? [], columns), this.withColor),
    )
    const changed = next.map((text, row) =>
      !isWhole && text === this.shown[row] ? '' : `\u001b[${row + 1};1H${text}`,
    )
    const place =
      cursor === undefined ? '\u001b[?25l' : `\u001b[${cursor.row + 1};${cursor.column + 1}H\u001b[?25h`
    const body = `${isWhole ? '\u001b[2J' : ''}${changed.join('')}`
    const moves = body !== '' || place !== this.cursor
    this.shown = next
    this.columns = columns
    this.rows = rows
    this.cursor = place
    if (!moves) return ''
    // The cursor is hidden while lines are drawn, because it would visibly jump.
    return `${SYNC.begin}${body === '' ? '' : '\u001b[?25l'}${body}${place}${SYNC.end}`
  }
}

/** The text of a line with its styles, ending with the style reset. */
function paintLine(spans: Line, withColor: boolean): string {
  let text = ''
  let before = ''
  for (const span of spans) {
    const codes = codesOf(span.style, withColor)
    if (codes !== before) text += codes === '' ? '\u001b[m' : `\u001b[0;${codes}m`
    text += span.text
    before = codes
  }
  return before === '' ? text : `${text}\u001b[m`
}

function codesOf(style: Style | undefined, withColor: boolean): string {
  if (style === undefined) return ''
  const codes: number[] = []
  if (style.bold) codes.push(1)
  if (style.dim) codes.push(2)
  if (style.underline) codes.push(4)
  if (style.inverse) codes.push(7)
  if (style.color && withColor) codes.push(COLORS[style.color])
  return codes.join(';')
}
