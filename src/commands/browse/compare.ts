// Compares the marked events, side by side or one below the other: their details, then the differences of their records.

import { compileDetails, DETAIL_FIELDS, detailText, MORE_FIELDS } from '../../format/details.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { printable } from '../../format/sanitize.ts'
import { displayWidth, truncateMiddle, wrap } from '../../format/width.ts'
import { fitLine, type Line, line, type Style } from '../../screen/text.ts'
import { differences } from '../../util/differences.ts'
import type { Data, State } from './state/state.ts'

interface Row {
  readonly label: string
  readonly cells: readonly string[]
  readonly differs: boolean
}

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
  const paths = differences(found.map(({ raw }) => Buffer.from(raw).toString()))
  const inRecords = paths.map(({ path, values }) => ({
    label: path,
    cells: values.map((value) => value ?? ''),
    differs: true,
  }))
  return [
    line(` Compare ${found.length} events: what differs is marked with ≠`, { bold: true }),
    [],
    ...rowLines(detailCells(found, look.timeZone), columns),
    [],
    line(` Differing paths in the records (${paths.length})`, { bold: true }),
    ...rowLines(inRecords, columns),
  ]
}

function detailCells(events: readonly LocatedEvent[], timeZone: string | undefined): readonly Row[] {
  const fields = [...DETAIL_FIELDS, ...MORE_FIELDS, 'resource-type', 'resource-name', 'file']
  const details = compileDetails(fields, timeZone)
  const columns = events.map(({ event }) => details(event))
  return fields.flatMap((_, row): readonly Row[] => {
    const values = columns.map((column) => column[row]!)
    if (values.every(({ text }) => text === '')) return []
    const differs = values.some(({ text }) => text !== values[0]!.text)
    return [{ label: values[0]!.field.label, cells: values.map(detailText), differs }]
  })
}

function rowLines(rows: readonly Row[], columns: number): readonly Line[] {
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
