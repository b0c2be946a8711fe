// The summary as an HTML page: the page of `report` without the events; and of groups, a heat map where there are two columns.

import { figureSections, heatSection, placesSection } from '../../cli/page/figures.ts'
import { GENERATOR, openingSections, type Opening } from '../../cli/page/opening.ts'
import { dataTable } from '../../html/blocks.ts'
import { markup } from '../../html/markup.ts'
import { renderPage, type Section } from '../../html/page.ts'
import type { ListColumn } from '../../output/list.ts'
import type { Group } from '../../query/groups.ts'
import type { Summary } from '../../summary/summary.ts'
import { thousands } from '../../util/format.ts'

/** `places`: events by account and Region, for a heat map. */
export function summaryPage(
  summary: Summary,
  top: number,
  places: Iterable<Group> | undefined,
  opening: Opening,
): string {
  const sections = [
    ...openingSections(opening),
    ...figureSections(summary, top),
    ...(places === undefined ? [] : [placesSection(pairsOf(places))]),
  ]
  return pageOf(sections)
}

/** `by` is the number of columns that make a group; `groups` are in their order, of which the first `top` make the table. */
export function groupedPage(
  groups: readonly Group[],
  by: number,
  columns: readonly ListColumn<Group>[],
  top: number,
  opening: Opening,
): string {
  const labels = columns.map(({ label }) => label)
  const heading = `Events by ${labels
    .slice(0, by)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')}`
  const shown = groups.slice(0, top)
  const rows = shown.map((group) => columns.map((column) => textOf(column, group)))
  const table = dataTable(
    columns.map(({ label, align, kind }) => ({
      label,
      isNumber: align === 'right',
      isWhole: kind === 'whole',
    })),
    rows,
  )
  const rest = groups.length - shown.length
  const sections = [
    ...openingSections(opening),
    ...(by === 2 && groups.length > 0
      ? [heatSection(pairsOf(groups), { id: 'heat', heading, label: labels[0]! })]
      : []),
    {
      id: 'groups',
      heading: by === 2 ? 'Groups' : heading,
      body: markup`${table}${rest > 0 && markup`<p class="soft">and ${thousands(rest)} more</p>`}`,
    },
  ]
  return pageOf(sections)
}

function pageOf(sections: readonly Section[]): string {
  return renderPage({ title: 'CloudTrail summary', generator: GENERATOR, sections, events: undefined }).join(
    '',
  )
}

function textOf({ value, shown }: ListColumn<Group>, group: Group): string {
  if (typeof shown === 'function') {
    const cell = shown(group)
    return typeof cell === 'string' ? cell : cell.text
  }
  const cell = value(group)
  if (typeof cell === 'number') return thousands(cell)
  if (cell === undefined || cell === null || cell === '') return '-'
  return typeof cell === 'string' ? cell : JSON.stringify(cell)
}

function pairsOf(groups: Iterable<Group>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const pairs = new Map<string, Map<string, number>>()
  for (const { cells, count } of groups) {
    const [row = '', column = ''] = cells
    const known = pairs.get(row) ?? new Map<string, number>()
    known.set(column, count)
    pairs.set(row, known)
  }
  return pairs
}
