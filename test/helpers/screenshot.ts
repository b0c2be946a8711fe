// What a terminal shows, as an SVG picture: text with colours in, no terminal needed. Understands SGR sequences, which
// is all that the program prints and all that `tmux capture-pane -e` gives.

import { displayWidth } from '../../src/format/width.ts'

export interface ScreenshotOptions {
  readonly columns: number
  /** Typed before the text, after a `$ `. */
  readonly command?: string
}

const CELL = { width: 8.4, height: 19 }
const MARGIN = 14
/** The 16 colours: a dark theme whose every colour has a contrast of at least 4.5 on its background. */
const PALETTE = [
  '#484f58 #ff7b72 #7ee787 #d29922 #79c0ff #d2a8ff #56d4dd #c9d1d9',
  '#8b949e #ffa198 #aff5b4 #e3b341 #a5d6ff #e2c5ff #b3f0ff #ffffff',
].flatMap((row) => row.split(' '))
const [BACKGROUND, FOREGROUND] = ['#0d1117', '#c9d1d9']

interface Style {
  readonly bold?: boolean
  readonly dim?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  readonly inverse?: boolean
  readonly color?: string | undefined
  readonly background?: string | undefined
}

export function screenshot(text: string, { columns, command }: ScreenshotOptions): string {
  const prompt = command === undefined ? [] : promptLines(command, columns)
  const lines = [...prompt, ...text.replace(/\n+$/, '').split('\n')].reduce<Screen>(
    ({ rows, style }, line) => {
      const [cells, after] = cellsOf(line, style)
      return { rows: [...rows, ...wrapped(cells, columns)], style: after }
    },
    { rows: [], style: {} },
  ).rows
  const [width, height] = [columns * CELL.width + 2 * MARGIN, lines.length * CELL.height + 2 * MARGIN]
  const body = lines.flatMap((cells, row) => drawn(runsOf(cells), MARGIN + row * CELL.height))
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${shown(width)} ${shown(height)}" width="${shown(width)}" height="${shown(height)}">`,
    `<title>${escaped(command ?? 'a terminal')}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve">`,
    ...body,
    '</g>',
    '</svg>',
  ].join('\n')}\n`
}

interface Screen {
  readonly rows: readonly (readonly Cell[])[]
  /** Colours stay on from one line to the next. */
  readonly style: Style
}

/** One grapheme, one or two columns wide. */
interface Cell {
  readonly text: string
  readonly width: number
  readonly style: Style
}

/** The cells of a line without its end, and the style in which the next one begins. */
function cellsOf(line: string, before: Style): [readonly Cell[], Style] {
  const cells: Cell[] = []
  let style = before
  let column = 0
  for (const [, sequence, plain] of line.matchAll(/\u001b\[([\d;]*)m|([^\u001b]+)/g)) {
    if (sequence !== undefined) style = styleAfter(style, sequence)
    for (const { segment } of GRAPHEMES.segment(plain ?? '')) {
      const text = segment === '\t' ? ' '.repeat(8 - (column % 8)) : segment
      const width = displayWidth(text)
      cells.push({ text, width, style })
      column += width
    }
  }
  return [cells, style]
}

const GRAPHEMES = new Intl.Segmenter()

/** A terminal goes on in the next row when a line is full. */
function wrapped(cells: readonly Cell[], columns: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]]
  let column = 0
  for (const cell of cells) {
    if (column + cell.width > columns) {
      rows.push([])
      column = 0
    }
    rows.at(-1)!.push(cell)
    column += cell.width
  }
  return rows
}

/** Neighbours of one style as one; full and partial blocks stay apart, because they are drawn. */
function runsOf(cells: readonly Cell[]): readonly Cell[] {
  const runs: Cell[] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    const block = blockOf(cell.text)
    const joins = last?.style === cell.style && blockOf(last.text) === block && (block?.width ?? 1) === 1
    if (!joins) runs.push(cell)
    else runs[runs.length - 1] = { ...last, text: last.text + cell.text, width: last.width + cell.width }
  }
  return runs
}

interface Block {
  /** In parts of a cell. */
  readonly height: number
  readonly width: number
}

/** ▁ to █ grow from below, ▉ to ▏ are cut from the right: no font draws them without gaps between lines. */
function blockOf(text: string): Block | undefined {
  const code = text.codePointAt(0) ?? 0
  return BLOCKS[code - 0x2581]
}

const BLOCKS: readonly Block[] = Array.from({ length: 15 }, (_, i) =>
  i < 8 ? { height: (i + 1) / 8, width: 1 } : { height: 1, width: (15 - i) / 8 },
)

/** Each run is placed by its column and stretched to its cells, so that the font decides nothing. */
function drawn(runs: readonly Cell[], top: number): readonly string[] {
  let column = 0
  return runs.flatMap(({ text, width: cells, style }) => {
    const [x, width] = [MARGIN + column * CELL.width, cells * CELL.width]
    column += cells
    const [color, background] = style.inverse
      ? [style.background ?? BACKGROUND, style.color ?? FOREGROUND]
      : [style.color, style.background]
    const fill = color ? ` fill="${color}"` : ''
    const faint = style.dim ? ' fill-opacity="0.7"' : ''
    const behind = background ? [box(x, top, width, CELL.height, ` fill="${background}"`)] : []
    if (text.trim() === '' && !style.underline) return behind
    const block = blockOf(text)
    if (block) {
      const height = CELL.height * block.height
      return [...behind, box(x, top + CELL.height - height, width * block.width, height, fill + faint)]
    }
    const marks = [
      fill,
      style.bold ? ' font-weight="bold"' : '',
      faint,
      style.italic ? ' font-style="italic"' : '',
      style.underline ? ' text-decoration="underline"' : '',
    ].join('')
    return [
      ...behind,
      `<text x="${shown(x)}" y="${shown(top + 14)}" textLength="${shown(width)}" lengthAdjust="spacingAndGlyphs"${marks}>${escaped(text)}</text>`,
    ]
  })
}

function box(x: number, y: number, width: number, height: number, marks: string): string {
  return `<rect x="${shown(x)}" y="${shown(y)}" width="${shown(width)}" height="${shown(height)}"${marks}/>`
}

const FLAGS: Readonly<Record<number, Style>> = {
  1: { bold: true },
  2: { dim: true },
  3: { italic: true },
  4: { underline: true },
  7: { inverse: true },
  22: { bold: false, dim: false },
  23: { italic: false },
  24: { underline: false },
  27: { inverse: false },
  39: { color: undefined },
  49: { background: undefined },
}

function styleAfter(before: Style, sequence: string): Style {
  const codes = sequence.split(';').map(Number)
  let style = before
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    if (code === 38 || code === 48) {
      const color = codes[i + 1] === 5 ? indexed(codes[i + 2] ?? 0) : rgb(codes.slice(i + 2, i + 5))
      i += codes[i + 1] === 5 ? 2 : 4
      style = { ...style, [code === 38 ? 'color' : 'background']: color }
    } else style = code === 0 ? {} : { ...style, ...(FLAGS[code] ?? basic(code)) }
  }
  return style
}

function basic(code: number): Style {
  const bright = code >= 90 ? 8 : 0
  const color = PALETTE[(code % 10) + bright]
  const isBackground = Math.floor(code / 10) % 2 === 0
  return isBackground ? { background: color } : { color }
}

function indexed(index: number): string {
  if (index < 16) return PALETTE[index] ?? FOREGROUND
  if (index >= 232) return rgb(Array.from({ length: 3 }, () => 8 + (index - 232) * 10))
  const step = (unit: number): number => Math.floor((index - 16) / unit) % 6
  return rgb([36, 6, 1].map((unit) => (step(unit) === 0 ? 0 : 55 + step(unit) * 40)))
}

function rgb(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** The command in bold, broken between words as one would type it. */
function promptLines(command: string, columns: number): readonly string[] {
  const lines: string[] = []
  for (const word of `$ ${command}`.match(/(?:'[^']*'|\S)+/g) ?? []) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= columns - 2)
      lines[lines.length - 1] += ` ${word}`
    else lines.push(last === undefined ? word : `    ${word}`)
  }
  return lines.map((line, i) => `\u001b[1m${line}${i < lines.length - 1 ? ' \\' : ''}\u001b[0m`)
}

function shown(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
