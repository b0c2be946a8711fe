// The summary as an HTML page: the page of `report` without the events.

import { figureSections } from '../../cli/page/figures.ts'
import { GENERATOR, openingSections, type Opening } from '../../cli/page/opening.ts'
import { renderPage } from '../../html/page.ts'
import type { Summary } from '../../summary/summary.ts'

export function summaryPage(summary: Summary, top: number, opening: Opening): string {
  const sections = [...openingSections(opening), ...figureSections(summary, top)]
  return renderPage({
    title: 'CloudTrail summary',
    generator: GENERATOR,
    sections,
    events: undefined,
  }).join('')
}
