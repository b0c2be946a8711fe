// What is on the screen, and the fewest bytes that make it what it should be: only lines that differ are written, and a
// terminal that knows synchronized output (?2026) shows all of them at once.

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
  /** Where text is typed; hidden where absent. */
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

  /** The screen is another one, or nobody knows what is on it: the next frame is drawn whole. */
  forget(): void {
    this.shown = []
    this.columns = 0
  }

  /** What to write so that the screen shows this frame; empty where it does. */
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
    // While lines are drawn the cursor would be seen to jump.
    return `${SYNC.begin}${body === '' ? '' : '\u001b[?25l'}${body}${place}${SYNC.end}`
  }
}

/** Text of a line for a terminal, ending without a style. */
export function paintLine(spans: Line, withColor: boolean): string {
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
