// The sections of a report that other commands have in their own form: findings of presets and rules, and the verdict.

import type { Verification } from '../../cli/reading/verified-only.ts'
import { ruleText } from '../../cli/detections/columns.ts'
import { count as quantity } from '../../cli/messages/units.ts'
import { identitiesText, topIdentities, type Finding } from '../../detect/findings.ts'
import { dataTable, facts } from '../../html/blocks.ts'
import { markup, Markup, type Content } from '../../html/markup.ts'
import type { Section } from '../../html/page.ts'
import { displayTime, REASONS, type Reason } from '../../integrity/finding.ts'
import type { Counts } from '../../integrity/report.ts'
import { thousands } from '../../util/format.ts'
import type { PresetFinding } from './gather.ts'

type TimeText = (time: number) => string

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

export function presetsSection(presets: readonly PresetFinding[], time: TimeText): Section {
  const asked = presets.filter(({ count }) => count > 0)
  const silent = presets.filter(({ count }) => count === 0).map(({ preset }) => preset.name)
  return {
    id: 'presets',
    heading: 'Questions that auditors ask first',
    body: [
      asked.length > 0 &&
        dataTable(
          [
            { label: 'Question' },
            { label: 'Events', isNumber: true },
            { label: 'First and last' },
            { label: 'Who' },
            { label: 'Preset' },
          ],
          asked.map((one) => [
            one.preset.asks,
            thousands(one.count),
            spanText(one.first, one.last, time),
            identitiesText(one),
            markup`<code class="whole">${one.preset.name}</code>`,
          ]),
        ),
      silent.length > 0 && markup`<p class="soft">No event answers to: ${silent.join(', ')}.</p>`,
    ],
  }
}

function spanText(first: number, last: number, time: TimeText): Content {
  if (Number.isNaN(first)) return '-'
  const whole = (at: number): Content => markup`<span class="whole">${time(at)}</span>`
  return first === last ? whole(first) : markup`${whole(first)} to ${whole(last)}`
}

/** Of one log file, for the details of its events. */
export function verifiedText(reason: Reason, isOnly: boolean): string {
  if (reason === 'valid') return 'yes: a valid digest file covers its log file'
  // Anything else is omitted then, so the file was verified under another name.
  if (isOnly) return 'yes: only verified log files are in this report'
  const { verdict, text } = REASONS[reason]
  const plain = text.replace(/^INVALID: /, '').replace(/:? ?\{\w+\}.*$/, '')
  return verdict === 'uncovered' ? `no: ${plain}` : `no, the log file is not valid: ${plain}`
}

const NAMED = 200

export function verdictSection(verification: Verification, isOnly: boolean): Section {
  const { outcome, totals, chains, bad, keys, failure } = verification
  const verdict =
    outcome.kind === 'valid'
      ? markup`<p class="good">Everything that digest files vouch for is as CloudTrail delivered it.</p>`
      : outcome.kind === 'not-valid'
        ? markup`<p class="bad">Not everything is as CloudTrail delivered it.</p>`
        : markup`<p class="bad">${capital(failure?.message ?? 'nothing could be verified')}.</p>`
  const uncovered = totals.logs.uncovered
  const origins = new Set(keys.map(({ origin }) => origin))
  const named = bad.slice(0, NAMED)
  return {
    id: 'verification',
    heading: 'Verification',
    body: [
      verdict,
      markup`<p>
        ${isOnly ? 'Only events of files that a valid digest file vouches for are in this report.' : 'Events of files that are not valid, or that nothing vouches for, are in this report too.'}
      </p>`,
      facts([
        ['Log files', ratio(totals.logs)],
        ['Digest files', ratio(totals.digests)],
        ...(uncovered > 0
          ? [['Not covered', `${quantity(uncovered, 'log file')} that no valid digest file covers`] as const]
          : []),
        ...(totals.gaps > 0
          ? [['Gaps', `${quantity(totals.gaps, 'gap')} between digest files`] as const]
          : []),
        ...(totals.from !== undefined && totals.to !== undefined
          ? [['Covered', `${displayTime(totals.from)} to ${displayTime(totals.to)}`] as const]
          : []),
        ...(origins.size > 0 ? [['Public keys', `from ${[...origins].join(', ')}`] as const] : []),
      ]),
      bad.length > 0 &&
        markup`<ul>
          ${named.map(({ file, what }) => markup`<li><code>${file}</code>: ${what}</li>`)}${bad.length > named.length && markup`<li>and ${thousands(bad.length - named.length)} more</li>`}
        </ul>`,
      chains.length > 0 &&
        dataTable(
          [
            { label: 'Account' },
            { label: 'Region' },
            { label: 'Trail' },
            { label: 'Digests valid', isNumber: true },
            { label: 'Log files valid', isNumber: true },
            { label: 'Uncovered', isNumber: true },
            { label: 'Gaps', isNumber: true },
          ],
          chains.map(({ chain, digests, logs, gaps }) => [
            chain.account,
            chain.region,
            chain.trail ?? '-',
            ratio(digests),
            ratio(logs),
            thousands(logs.uncovered),
            thousands(gaps),
          ]),
        ),
    ],
  }
}

function ratio(counts: Counts): Content {
  const { valid, uncovered } = counts
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0) - uncovered
  const bad = counts.invalid + counts.missing + counts.unreadable
  if (total === 0) return 'none'
  const text = `${thousands(valid)} of ${thousands(total)} valid`
  return bad > 0 ? markup`<span class="bad">${text}</span>` : text
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
