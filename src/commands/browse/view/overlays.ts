// Overlays on the panes: help, the command, problems, the comparison, and menus.

import { displayWidth, wrap } from '../../../format/width.ts'
import { printable } from '../../../format/sanitize.ts'
import { fitLine, type Line, line, styled } from '../../../screen/text.ts'
import { comparisonLines } from '../compare.ts'
import type { Data, Menu, Overlay, State } from '../state/state.ts'
import { menuRows } from '../state/overlay-keys.ts'
import { HELP } from './help.ts'

export interface Room {
  readonly columns: number
  readonly rows: number
}

export function overlayLines(
  overlay: Overlay,
  state: State,
  data: Data,
  { columns, rows }: Room,
): readonly Line[] {
  if (overlay.kind === 'menu') return menuLines(overlay, state, columns, data.look.ascii)
  const all =
    overlay.kind === 'page'
      ? [title(overlay.title), [], ...overlay.text.split('\n').map((text) => line(` ${text}`))]
      : PAGES[overlay.kind](state, data, columns)
  // The last line stays visible.
  const top = Math.min(overlay.top, Math.max(all.length - rows, 0))
  return all.slice(top, top + rows)
}

type Page = (state: State, data: Data, columns: number) => readonly Line[]

const PAGES: Readonly<Record<Exclude<Overlay['kind'], 'menu' | 'page'>, Page>> = {
  help: (_state, _data, columns) => [title('Keys'), ...helpLines(columns)],
  command: ({ chips }, { command }, columns) => [
    title('This view as a command (sent to the clipboard of the terminal)'),
    [],
    ...wrapped(command(chips), columns - 2, '  '),
  ],
  problems: (_state, { reading }, columns) => [
    title(reading.problems.length === 0 ? 'Everything could be read so far' : 'What could not be read'),
    [],
    ...reading.problems.flatMap((text) => wrapped(text, columns - 2, ' ')),
    ...(reading.coverage === '' ? [] : [[], ...wrapped(reading.coverage, columns - 2, ' ')]),
  ],
  compare: comparisonLines,
}

function title(text: string): Line {
  return line(` ${text}`, { bold: true })
}

function wrapped(text: string, columns: number, indent: string): readonly Line[] {
  return wrap(printable(text), Math.max(columns - indent.length, 10)).map((part) => line(indent + part))
}

const KEYS = 22

function helpLines(columns: number): readonly Line[] {
  return HELP.flatMap(([heading, rows]) => [
    [],
    line(` ${heading}`, { bold: true, color: 'cyan' }),
    ...rows.flatMap(([keys, does]) =>
      wrap(does, Math.max(columns - KEYS - 3, 20)).map((part, i): Line => [
        { text: `  ${i === 0 ? keys.padEnd(KEYS) : ' '.repeat(KEYS)}`, style: { bold: true } },
        { text: part },
      ]),
    ),
  ])
}

function menuLines(
  { menu, row, top }: { readonly menu: Menu; readonly row: number; readonly top: number },
  state: State,
  columns: number,
  ascii: boolean,
): readonly Line[] {
  const labels = Math.max(...menu.items.map(({ label }) => displayWidth(label)))
  const height = menuRows(state)
  const items = menu.items.slice(top, top + height).map(({ label, text }, i): Line => {
    const isCurrent = top + i === row
    const spans: Line = [
      { text: isCurrent ? (ascii ? ' > ' : ' ▸ ') : '   ' },
      { text: label, style: { bold: true } },
      { text: ' '.repeat(labels - displayWidth(label) + 2) },
      { text },
    ]
    return isCurrent ? styled(fitLine(spans, columns), { inverse: true }) : spans
  })
  const more =
    menu.items.length > height ? [line(`   ${row + 1} of ${menu.items.length}`, { dim: true })] : []
  return [[], title(menu.title), [], ...items, ...more]
}
