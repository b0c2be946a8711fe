// Findings of detection rules as a section of a page.

import { identitiesText, topIdentities, type Finding } from '../../detect/findings.ts'
import { facts } from '../../html/blocks.ts'
import { markup, Markup, type Content } from '../../html/markup.ts'
import type { Section } from '../../html/page.ts'
import { thousands } from '../../util/format.ts'
import { ruleText } from '../detections/columns.ts'
import { count as quantity } from '../messages/units.ts'

export type TimeText = (time: number) => string

export interface RulesAsked {
  readonly findings: readonly Finding[]
  readonly asked: number
  /** Rules that could not be read, and why. */
  readonly refused: readonly string[]
}

export function findingsSection({ findings, asked, refused }: RulesAsked, time: TimeText): Section {
  return {
    id: 'findings',
    heading: 'Findings of detection rules',
    body: [
      markup`<p>
        ${findings.length === 0 ? `No event matches any of ${quantity(asked, 'rule')}.` : `${thousands(findings.length)} of ${quantity(asked, 'rule')} match. A finding is a reason to look, not a verdict.`}
      </p>`,
      refused.length > 0 &&
        markup`<p class="bad">Rules left out because they cannot be read as a whole:</p>
          <ul>
            ${refused.map((text) => markup`<li>${text}</li>`)}
          </ul>`,
      findings.map((finding) => findingBlock(finding, time)),
    ],
  }
}

function findingBlock(finding: Finding, time: TimeText): Content {
  const { rule, count, first, last, identities, eventIds } = finding
  const more = topIdentities(identities)
    .slice(0, 20)
    .map(([name, n]) => markup`<li>${name} <span class="soft">${thousands(n)}</span></li>`)
  const rows: readonly (readonly [string, Content])[] = [
    ['What', rule.description?.trim().replaceAll(/\s*\n\s*/g, ' ')],
    [
      'Who or what',
      identities.size > 0 &&
        markup`<ul>
          ${more}
        </ul>`,
    ],
    ['Harmless when', texts(rule.falsePositives)],
    ['Next', texts(rule.response)],
    ['Tags', rule.tags.join(', ')],
    ['See', texts(rule.references)],
    ['Events', eventIds.map((id) => markup`<button type="button" data-search="${id}">${id}</button> `)],
  ]
  return markup`<details class="finding ${rule.level}">
    <summary>
      <h3>${ruleText(rule)}</h3>
      <span
        class="${rule.level === 'critical' || rule.level === 'high' ? 'bad' : rule.level === 'medium' ? 'warn' : 'soft'}"
        >${rule.level}</span
      >
      <span>${thousands(count)} ×</span> <span class="soft">${spanText(first, last, time)}</span>
      <span>${identitiesText(finding)}</span>
    </summary>
    ${facts(rows.filter(([, content]) => isThere(content)))}
  </details>`
}

function texts(values: readonly string[]): Content {
  return values.map((text) => markup`<div>${text}</div>`)
}

function isThere(content: Content): boolean {
  if (typeof content === 'object' && !(content instanceof Markup)) return content.length > 0
  return content !== undefined && content !== false && content !== ''
}

export function spanText(first: number, last: number, time: TimeText): Content {
  if (Number.isNaN(first)) return '-'
  const whole = (at: number): Content => markup`<span class="whole">${time(at)}</span>`
  return first === last ? whole(first) : markup`${whole(first)} to ${whole(last)}`
}
