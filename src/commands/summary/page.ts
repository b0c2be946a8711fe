// The summary as an HTML page: the page of `report` without the events.

import { figureSections, heatSection } from '../../cli/page/figures.ts'
import { GENERATOR, openingSections, type Opening } from '../../cli/page/opening.ts'
import { renderPage } from '../../html/page.ts'
import type { Group } from '../../query/groups.ts'
import type { Summary } from '../../summary/summary.ts'

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
    ...(places === undefined ? [] : [heatSection(byAccount(places))]),
  ]
  return renderPage({
    title: 'CloudTrail summary',
    generator: GENERATOR,
    sections,
    events: undefined,
  }).join('')
}

function byAccount(places: Iterable<Group>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const accounts = new Map<string, Map<string, number>>()
  for (const { cells, count } of places) {
    const [account = '', region = ''] = cells
    const regions = accounts.get(account) ?? new Map<string, number>()
    accounts.set(account, regions.set(region, count))
  }
  return accounts
}
