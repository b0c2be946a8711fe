// A summary as sections of a page: over time, by column, and lists of the newest events.

import { dataTable, fold } from '../../html/blocks.ts'
import { columnChart, heatSquare, partBar } from '../../html/charts.ts'
import { markup, type Content } from '../../html/markup.ts'
import type { Section } from '../../html/page.ts'
import { type Count, shownValues, type Summary } from '../../summary/summary.ts'
import { thousands } from '../../util/format.ts'
import { count as quantity } from '../messages/units.ts'

/** Maximum number of columns in a chart over time. */
export const CHART_COLUMNS = 120

/** `top` is the number of rows per count. */
export function figureSections(summary: Summary, top: number): readonly Section[] {
  const { timeline, counts, lists } = summary
  return [
    ...(timeline === undefined ? [] : [overTime(summary)]),
    {
      id: 'counts',
      heading: 'Counts',
      body: markup`<div class="counts">${counts.map((count) => countTable(count, summary.events, top))}</div>`,
    },
    ...lists
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, title, labels, rows }) => ({
        id: name,
        heading: title,
        body: dataTable(
          labels.map((label) => ({ label })),
          rows,
        ),
      })),
  ]
}

function overTime({ timeline, events, oldest, newest }: Summary): Section {
  const { interval, buckets } = timeline!
  const bars = buckets.map(({ start, events, isGap }) => ({ label: start, value: events, isGap }))
  const figures = buckets.map(({ start, events, isGap }) => [
    isGap ? '…' : start,
    isGap ? '' : thousands(events),
  ])
  return {
    id: 'time',
    heading: 'Over time',
    body: markup`<p>
        <strong>${quantity(events, 'event')}</strong
        >${oldest !== undefined && markup`, ${oldest}${newest !== oldest && markup` to ${newest}`}`}; per
        ${interval}
      </p>
      ${bars.length > 0 && columnChart(bars, interval)}
      ${bars.length > 0 && fold('Figures', dataTable([{ label: interval }, { label: 'Events', isNumber: true }], figures))}`,
  }
}

function countTable(count: Count, events: number, top: number): Content {
  const { title } = count
  const { first, length, more, moreEvents } = shownValues(count, top)
  const row = (name: Content, n: number): readonly Content[] => [
    name,
    thousands(n),
    share(n, events),
    partBar(n / Math.max(1, events)),
  ]
  return dataTable(
    [
      { label: title },
      { label: 'Events', isNumber: true },
      { label: 'Share', isNumber: true },
      { label: '' },
    ],
    [
      ...first.map(([value, n]) => row(value === '' ? '-' : value, n)),
      ...(more > 0 ? [row(markup`<span class="soft">and ${thousands(more)} more</span>`, moreEvents)] : []),
      ...(length === 0 ? [[markup`<span class="soft">none</span>`, '', '', '']] : []),
    ],
    { caption: `${title} (${thousands(length)})`, className: '' },
  )
}

function share(n: number, events: number): string {
  const percent = (n / Math.max(1, events)) * 100
  return percent > 0 && percent < 1 ? '<1%' : `${Math.round(percent)}%`
}

/** Maximum number of rows and columns of a heat map; all others are combined into one more of each. */
const MAX_ROWS = 40
const MAX_COLUMNS = 30

type Pairs = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Events by account, then Region. */
export function placesSection(places: Pairs): Section {
  return heatSection(places, { id: 'places', heading: 'Accounts and Regions', label: 'Account' })
}

/** A heat map of the number of events for each pair of names. */
export function heatSection(
  pairs: Pairs,
  { id, heading, label }: { readonly id: string; readonly heading: string; readonly label: string },
): Section {
  const totals = (of: (row: string, column: string) => string): readonly string[] => {
    const sums = new Map<string, number>()
    for (const [row, columns] of pairs)
      for (const [column, n] of columns) sums.set(of(row, column), (sums.get(of(row, column)) ?? 0) + n)
    return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
  }
  const rows = grouped(
    totals((row) => row),
    MAX_ROWS,
  )
  const columns = grouped(
    totals((_, column) => column),
    MAX_COLUMNS,
  )
  const cell = (row: readonly string[], column: readonly string[]): number =>
    row.reduce((sum, r) => sum + column.reduce((n, c) => n + (pairs.get(r)?.get(c) ?? 0), 0), 0)
  const figures = rows.map(({ names }) => columns.map((column) => cell(names, column.names)))
  const most = Math.max(1, ...figures.flat())
  return {
    id,
    heading,
    body: dataTable(
      [{ label }, ...columns.map(({ label }) => ({ label }))],
      rows.map(({ label }, r) => [
        label,
        ...figures[r]!.map((n) =>
          n === 0 ? '' : markup`${heatSquare(n / most)}<span class="figure">${thousands(n)}</span>`,
        ),
      ]),
      { className: 'heat' },
    ),
  }
}

interface Group {
  readonly label: string
  readonly names: readonly string[]
}

function grouped(names: readonly string[], most: number): readonly Group[] {
  const own = names.slice(0, most).map((name) => ({ label: name === '' ? '-' : name, names: [name] }))
  const rest = names.slice(most)
  return rest.length === 0 ? own : [...own, { label: `${thousands(rest.length)} more`, names: rest }]
}
