// Compares the marked events, side by side or one below the other: their details, then the differences of their records.

import { comparedDetails, comparedPaths, type ComparedRow, differencesOf } from '../../format/compared.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable } from '../../format/sanitize.ts'
import { displayWidth, truncateMiddle, wrap } from '../../format/width.ts'
import { fitLine, type Line, line, type Style } from '../../screen/text.ts'
import type { Data, State } from './state/state.ts'

const MARK = 2
const NARROWEST = 20
/** Maximum length of a cell; the record contains the complete value. */
const MAX_LENGTH = 400

export function comparisonLines(
  { marked }: State,
  { records, look }: Data,
  columns: number,
): readonly Line[] {
  const found: LocatedEvent[] = []
  for (const event of marked) {
    const record = records.get(event)
    if (record === undefined) return [line(' Reading the files …', { dim: true })]
    if (record.kind === 'failed') return [line(` A record cannot be read: ${record.why}`, { color: 'red' })]
    found.push(record.found)
  }
  if (found.length < 2) return [line(' Mark two to five events with m.')]
  const paths = differencesOf(found)
  return [
    line(` Compare ${found.length} events: what differs is marked with ≠`, { bold: true }),
    [],
    ...rowLines(comparedDetails(found, look.timeZone, []), columns),
    [],
    line(` Differing paths in the records (${paths.length})`, { bold: true }),
    ...rowLines(comparedPaths(paths), columns),
  ]
}

function rowLines(rows: readonly ComparedRow[], columns: number): readonly Line[] {
  const count = rows[0]?.cells.length ?? 0
  if (count === 0) return []
  const labels = Math.min(
    Math.max(...rows.map(({ label }) => displayWidth(printable(label)))),
    Math.floor(columns / 3),
  )
  const room = Math.floor((columns - MARK - labels - count - 1) / count)
  return rows.flatMap(({ label, cells, differs }) => {
    const style: Style | undefined = differs ? { color: 'yellow' } : undefined
    const head: Line = [
      { text: differs ? '≠ ' : '  ', style },
      ...fitLine(line(truncateMiddle(printable(label), labels), { color: 'cyan' }), labels),
    ]
    const shown = cells.map((cell) => printable(cell.slice(0, MAX_LENGTH)) || '-')
    if (room < NARROWEST)
      return [
        head,
        ...shown.flatMap((cell, i) =>
          wrap(cell, Math.max(columns - 6, 10)).map((part, n) =>
            line(`  ${n === 0 ? i + 1 : ' '} ${part}`, style),
          ),
        ),
      ]
    const wraps = shown.map((cell) => wrap(cell, room))
    const height = Math.max(...wraps.map(({ length }) => length))
    return Array.from({ length: height }, (_, n): Line => [
      ...(n === 0 ? head : [{ text: ' '.repeat(MARK + labels) }]),
      ...wraps.flatMap((parts): Line => [{ text: ' ' }, ...fitLine(line(parts[n] ?? '', style), room)]),
    ])
  })
}
