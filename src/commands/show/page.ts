// The page of one event: Details, Resources referenced, Event record. All text from the log goes through renderTable or
// prettyRecord, which make it safe for a terminal.

import { consoleLink } from '../../event/console-link.ts'
import { sessionOf } from '../../event/credential.ts'
import { eventId } from '../../event/names.ts'
import { resources } from '../../event/resources.ts'
import { SHORT_ID } from '../../event/short-id.ts'
import type { Color } from '../../format/color-type.ts'
import { compileDetails, DETAIL_FIELDS, detailText, MORE_FIELDS } from '../../format/details.ts'
import { shellLine } from '../../format/shell.ts'
import type { LocatedEvent } from '../../format/located.ts'
import { prettyRecord } from '../../output/json-pretty.ts'
import type { Column } from '../../output/column.ts'
import { renderTable, type Cell } from '../../output/table.ts'

export interface PageOptions {
  readonly timeZone: string | undefined
  /** Epoch milliseconds. */
  readonly now: number
  /** Width; longer lines are wrapped. Infinity for no limit. */
  readonly columns: number
  readonly color: Color
  /** As typed, for the suggested command that follows the session. */
  readonly sources: readonly string[]
}

/** Creates pages, each ending with a line end. Throws UsageError for an unknown time zone. */
export function eventPage({
  timeZone,
  now,
  columns,
  color,
  sources,
}: PageOptions): (found: LocatedEvent) => string {
  const details = compileDetails(DETAIL_FIELDS, timeZone)
  const more = compileDetails([...MORE_FIELDS, 'file'], timeZone)
  const head: readonly Column[] = [
    { label: '', kind: 'whole' },
    { label: '', kind: 'text' },
  ]
  const table = (rows: readonly (readonly Cell[])[]): string =>
    renderTable(head, rows, { columns, color, wrap: true })

  return ({ event, raw }) => {
    const rows = [...details(event), ...more(event).filter(({ text }) => text !== '')].map((detail) => {
      const style = detail.field.tone === 'fault' ? color.red : undefined
      // Paths are not wrapped, so that they can be copied.
      const cell: Cell = { text: detailText(detail), style, unbroken: detail.field.name === 'file' }
      return [label(detail.field.label, color), cell]
    })
    const id = eventId(event)
    if (id !== undefined && sessionOf(event) !== undefined) {
      const line = shellLine(['trail-explore', 'trace', id.slice(0, SHORT_ID), ...sources])
      rows.push([label('Trace', color), { text: line, unbroken: true }])
    }
    const link = consoleLink(event, now)
    if (link !== undefined) rows.push([label('Console', color), { text: link, unbroken: true }])
    const referenced = resources(event)
    const types = referenced.map(({ type, name }): readonly Cell[] => [type ?? '', name])
    return [
      heading('Details', color),
      table(rows),
      '\n',
      heading(`Resources referenced (${referenced.length}, best effort)`, color),
      types.length === 0
        ? '-\n'
        : renderTable(['Resource type', 'Resource name'], types, { columns, color, wrap: true }),
      '\n',
      heading(
        event.withoutRecord ? 'Row of the CSV download (there is no event record)' : 'Event record',
        color,
      ),
      prettyRecord(raw, color),
      '\n',
    ].join('')
  }
}

function heading(text: string, color: Color): string {
  return `${color.bold(text)}\n`
}

function label(text: string, color: Color): Cell {
  return { text, style: color.cyan }
}
