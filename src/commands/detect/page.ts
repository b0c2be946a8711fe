// `detect -o html`: the query, what was read, the findings, and a table of the matching events with their records.

import { findingsSection, type RulesAsked } from '../../cli/page/findings.ts'
import { GENERATOR, openingSections, type Opening } from '../../cli/page/opening.ts'
import type { MatchedEvent, CellName } from '../../detect/match-row.ts'
import type { Rule } from '../../detect/rule.ts'
import { columnOf } from '../../event/fields.ts'
import { packEvents } from '../../html/events.ts'
import { renderPage } from '../../html/page.ts'

type TimeText = (time: number) => string

// The same positions as in the table of `report`, which page.js and page.css rely on. Rules take that of the error code.
const BEFORE: readonly CellName[] = ['event-name', 'event-source', 'identity', 'source-ip', 'target']
const BEHIND: readonly CellName[] = ['account', 'region', 'principal', 'read-only', 'error-code', 'file']
const labelsOf = (names: readonly CellName[]): readonly string[] => names.map((name) => columnOf(name).label)
const LABELS = ['Event time', ...labelsOf(BEFORE), 'Rules', ...labelsOf(BEHIND)]
const COLUMNS_SHOWN = 9

/** Browsers open a file with more events slowly. */
const MAX_EVENTS = 100_000

export class FindingsPage {
  private readonly packer = packEvents(MAX_EVENTS)
  private readonly time: TimeText
  private total = 0

  constructor(time: TimeText) {
    this.time = time
  }

  /** Adds an event and the rules that it matched. Oldest first. */
  async add(rules: readonly Rule[], { time, cells, raw }: MatchedEvent): Promise<void> {
    this.total++
    if (raw === undefined || this.packer.events >= MAX_EVENTS) return
    const cellOf = (name: CellName): string => cells[name] ?? ''
    await this.packer.add(
      [
        Number.isNaN(time) ? '' : this.time(time),
        ...BEFORE.map(cellOf),
        rules.map(({ title, level }) => `${title} (${level})`).join(', '),
        ...BEHIND.map(cellOf),
        cellOf('error-code'),
      ],
      raw,
    )
  }

  async text(asked: RulesAsked, opening: Opening): Promise<readonly string[]> {
    const packed = await this.packer.end()
    const { events, records, isFull } = this.packer
    return renderPage({
      title: 'CloudTrail findings',
      generator: GENERATOR,
      sections: [...openingSections(opening), findingsSection(asked, this.time)],
      events: {
        columns: LABELS,
        shown: COLUMNS_SHOWN,
        events,
        records,
        total: this.total,
        first: 'oldest',
        isFull: isFull && events < MAX_EVENTS,
        packed,
      },
    })
  }
}
