// The opening sections of every page: who made it, when and how, what was read and what was not. The same information
// as on stderr, for readers who only get the page.

import { explainFilter } from '../../filter/describe.ts'
import { shellLine } from '../../format/shell.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { facts } from '../../html/blocks.ts'
import { markup, type Content } from '../../html/markup.ts'
import type { Section } from '../../html/page.ts'
import type { RunReport } from '../../query/report.ts'
import { hasLanes, type Source } from '../../source/source.ts'
import { PROBLEM_KINDS } from '../../util/problem.ts'
import { thousands } from '../../util/format.ts'
import { bytes, count } from '../messages/units.ts'
import { type Selection, visibleFilter } from '../options/select-events.ts'
import { VERSION } from '../version.ts'

export const GENERATOR = `trail-explore ${VERSION}`

export interface Opening {
  /** The words of the command line, without the program's name. */
  readonly argv: readonly string[]
  readonly now: Date
  readonly author: string | undefined
  readonly sources: readonly Source[]
  readonly selection: Selection
  readonly report: RunReport
}

/** How many problems of each kind are listed; the others are only counted. */
const MAX_NAMED = 200

export function openingSections(opening: Opening): readonly Section[] {
  return [about(opening), coverage(opening), problems(opening.report)]
}

function about({ argv, now, author, sources, selection }: Opening): Section {
  const time = timeFormatter(selection.timeZone)
  const words = explainFilter(visibleFilter(selection.filter), time).split('\n')
  const [first, ...rest] = words
  const conditions = rest.map((line) => markup`<li>${line.replace(/^- /, '')}</li>`)
  return {
    id: 'about',
    heading: 'About this report',
    body: facts([
      [
        'Made',
        markup`${time(Math.floor(now.getTime() / 1000) * 1000)} by ${GENERATOR}${author !== undefined && markup`, ${author}`}`,
      ],
      ['Command', markup`<code>${shellLine(['trail-explore', ...argv])}</code>`],
      ['Sources', list(sources.map(({ uri }) => uri))],
      [
        'Filter',
        rest.length === 0
          ? first
          : markup`${first}
              <ul>
                ${conditions}
              </ul>`,
      ],
      ['Times', `${selection.timeZone ?? 'UTC'}; event times as the records say them`],
    ]),
  }
}

function coverage({ report, sources }: Opening): Section {
  const { files, coverage, records, matched } = report
  const [first, last] = coverage.span ?? []
  const unit = sources.length > 0 && sources.every(hasLanes) ? 'page' : 'file'
  const ruledOut = files.byIndex + files.passedOver
  const refused = [...files.refused].map(([why, n]) => `${count(n, 'file')} left out: ${why}`)
  return {
    id: 'coverage',
    heading: 'Coverage',
    body: facts([
      ['Events', `${thousands(matched)} of ${count(records, 'record')} that were looked at`],
      [
        'Read',
        `${count(files.read, unit)}, ${bytes(report.bytes)} (${bytes(report.inflated)} inflated)` +
          (ruledOut > 0
            ? `; ${count(ruledOut, 'file')} of them can hold no match, as a search of their text shows`
            : ''),
      ],
      ...(refused.length > 0 ? [['Left out', list(refused)] as const] : []),
      ['Accounts', named(coverage.accounts)],
      ['Regions', named(coverage.regions)],
      [
        'Days',
        coverage.days === 0
          ? 'the names of the files do not tell'
          : `${count(coverage.days, 'day')} of delivery, ${first === last ? first : `${first} to ${last}`}`,
      ],
      ...(report.duplicates > 0
        ? [['Duplicates', `${count(report.duplicates, 'duplicate')} omitted`] as const]
        : []),
      ...(report.conflicts > 0
        ? [
            [
              'Conflicts',
              `${count(report.conflicts, 'event')} with the ID of another but different values`,
            ] as const,
          ]
        : []),
      ...(report.untimed > 0
        ? [
            [
              'Without a time',
              `${count(report.untimed, 'event')} whose time cannot be read, shown last`,
            ] as const,
          ]
        : []),
    ]),
  }
}

function problems(report: RunReport): Section {
  const groups = report.problems.groups()
  const isWhole = !report.problems.fails
  return {
    id: 'problems',
    heading: 'Problems',
    body: [
      isWhole
        ? markup`<p class="good">Everything that was found was read.</p>`
        : markup`<p class="bad">Not everything was read: this report is incomplete.</p>`,
      groups.map(({ kind, count: total, problems }) => {
        const { label, fails } = PROBLEM_KINDS[kind]
        const shown = problems.slice(0, MAX_NAMED)
        const more = total - shown.length
        const hints = new Set(problems.flatMap(({ hint }) => hint ?? []))
        return markup`<h3 class="${fails ? 'bad' : 'soft'}">${label}: ${thousands(total)}</h3>
          <ul>
            ${shown.map(({ file, what }) => markup`<li><code>${file}</code>: ${what}</li>`)}${more > 0 && markup`<li>and ${thousands(more)} more</li>`}
          </ul>
          ${[...hints].slice(0, 3).map((hint) => markup`<p class="soft">hint: ${hint}</p>`)}`
      }),
    ],
  }
}

function named(names: ReadonlySet<string>): Content {
  if (names.size === 0) return 'the names of the files do not tell'
  return `${thousands(names.size)}: ${[...names].sort().join(', ')}`
}

function list(items: readonly string[]): Content {
  if (items.length === 1) return markup`<code>${items[0]}</code>`
  return markup`<ul>
    ${items.map((item) => markup`<li><code>${item}</code></li>`)}
  </ul>`
}
