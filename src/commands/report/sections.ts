// Sections that only a report has: findings of presets, and the result of verification.

import type { Verification } from '../../cli/reading/verified-only.ts'
import { spanText, type TimeText } from '../../cli/page/findings.ts'
import { count as quantity } from '../../cli/messages/units.ts'
import { identitiesText } from '../../detect/findings.ts'
import { dataTable, facts } from '../../html/blocks.ts'
import { markup, type Content } from '../../html/markup.ts'
import type { Section } from '../../html/page.ts'
import { displayTime, REASONS, type Reason } from '../../integrity/finding.ts'
import type { Counts } from '../../integrity/report.ts'
import { capital, thousands } from '../../util/format.ts'
import type { PresetFinding } from './gather.ts'

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
      silent.length > 0 && markup`<p class="soft">No events for: ${silent.join(', ')}.</p>`,
    ],
  }
}

/** Verification result of one log file, for the details of its events. */
export function verifiedText(reason: Reason, isOnly: boolean): string {
  if (reason === 'valid') return 'yes: a valid digest file covers its log file'
  // With --verified-only other files are omitted, so this one was verified under another name.
  if (isOnly) return 'yes: only verified log files are in this report'
  const { verdict, text } = REASONS[reason]
  const plain = text.replace(/^INVALID: /, '').replace(/:? ?\{\w+\}.*$/, '')
  return verdict === 'uncovered' ? `no: ${plain}` : `no, the log file is not valid: ${plain}`
}

const MAX_NAMED = 200

export function verdictSection(verification: Verification, isOnly: boolean): Section {
  const { outcome, totals, chains, bad, keys, failure } = verification
  const verdict =
    outcome.kind === 'valid'
      ? markup`<p class="good">Everything that digest files cover is as CloudTrail delivered it.</p>`
      : outcome.kind === 'not-valid'
        ? markup`<p class="bad">Not everything is as CloudTrail delivered it.</p>`
        : markup`<p class="bad">${capital(failure?.message ?? 'nothing could be verified')}.</p>`
  const uncovered = totals.logs.uncovered
  const origins = new Set(keys.map(({ origin }) => origin))
  const named = bad.slice(0, MAX_NAMED)
  return {
    id: 'verification',
    heading: 'Verification',
    body: [
      verdict,
      markup`<p>
        ${isOnly ? 'Only events of files that a valid digest file covers are in this report.' : 'Events of files that are not valid, or that no digest file covers, are in this report too.'}
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
