// The page of one unusual period: what, how much, who, calls per minute, and the command that lists its events.

import type { TypedText } from '../../cli/options/filter-options.ts'
import type { Insight } from '../../event/insight.ts'
import { formatTime } from '../../event/event-time.ts'
import type { TextField } from '../../event/field-table.ts'
import { escapeValue } from '../../filter/value-pattern.ts'
import type { Color } from '../../format/color-type.ts'
import { printable } from '../../format/sanitize.ts'
import { shellLine } from '../../format/shell.ts'
import { renderTable } from '../../output/table.ts'
import { changeText, durationText, rateText, shareText, typeText } from './columns.ts'

/** Time shown before and after the period, in milliseconds. */
export const SPAN = 10 * 60_000

export interface Rates {
  /** Epoch milliseconds of the first minute. */
  readonly from: number
  /** Calls in each minute. */
  readonly minutes: Uint32Array
}

export interface InsightPageOptions {
  readonly color: Color
  readonly ascii: boolean
  readonly columns: number
  readonly time: (at: number) => string
  /** As typed, for the command that lists the events. */
  readonly sources: readonly string[]
  readonly rates: Rates | undefined
}

export function insightPage(insight: Insight, options: InsightPageOptions): string {
  const { color, ascii, columns, time, rates } = options
  const { eventName = '-', insightType, errorCode, start, end } = insight
  const title = `${printable(eventName)}  ${typeText(insightType)}${errorCode ? `: ${printable(errorCode)}` : ''}`
  const facts: readonly (readonly string[])[] = [
    ['Event source', insight.eventSource ?? '-'],
    ['Start', start === undefined ? 'before these logs' : time(start)],
    [
      'End',
      end === undefined ? 'ongoing, as far as these logs tell' : `${time(end)} (${durationText(insight)})`,
    ],
    ['Baseline average', `${rateText(insight.baselineAverage)} a minute, over about seven days before`],
    ['Insight average', `${rateText(insight.insightAverage)} a minute (${changeText(insight)} the baseline)`],
    ['Account, Region', `${insight.account ?? '-'}, ${insight.region ?? '-'}`],
    ['Event IDs', [insight.startEventId, insight.endEventId].filter(Boolean).join(', ')],
  ]
  const width = { columns, color, ascii, wrap: true }
  const head = [
    { label: '', kind: 'whole' },
    { label: '', kind: 'text' },
  ] as const
  const parts = [`${color.bold(title)}\n`, renderTable(head, facts, width)]
  for (const [attribute, all] of insight.attributions) {
    const rows = all.map((one) => [
      // The record contains the text "null" for calls that did not fail.
      attribute === 'errorCode' && one.value === 'null' ? '(none)' : one.value,
      shareText(one, all),
      rateText(one.insight),
      rateText(one.baseline),
    ])
    const label = ATTRIBUTES.get(attribute) ?? printable(attribute)
    const columnsOf = [
      { label, kind: 'path' },
      { label: 'Share', kind: 'whole', align: 'right' },
      { label: 'Insight', kind: 'whole', align: 'right' },
      { label: 'Baseline', kind: 'whole', align: 'right' },
    ] as const
    parts.push('\n', renderTable(columnsOf, rows, { columns, color, ascii }))
  }
  if (rates) parts.push('\n', plot(rates, options))
  parts.push('\n', color.dim('Events around it:'), `\n  ${lookupLine(insight, options.sources)}\n`)
  return parts.join('')
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['userIdentityArn', 'User identity ARN'],
  ['userAgent', 'User agent'],
  ['errorCode', 'Error code'],
  ['resourceArn', 'Resource ARN'],
])

/** The events of an insight, as `lookup` selects them. */
export function aroundTexts(insight: Insight): readonly TypedText[] {
  const { eventName, eventSource, account, region, errorCode } = insight
  const equal = {
    'event-name': eventName,
    'event-source': eventSource,
    account,
    region,
    'error-code': errorCode,
  } satisfies { readonly [field in TextField]?: string | undefined }
  return Object.entries(equal).flatMap(([field, value]): readonly TypedText[] =>
    value === undefined
      ? []
      : [{ kind: 'text', field: field as keyof typeof equal, values: [escapeValue(value)] }],
  )
}

const MINUTE = 60_000

/** From a minute before to a minute after the period, like the console; without an end while it is ongoing. */
function lookupLine(insight: Insight, sources: readonly string[]): string {
  const { end, duration } = insight
  const start = insight.start ?? (end === undefined ? undefined : end - (duration ?? 0) * MINUTE)
  const words = ['trail-explore', 'lookup', ...sources]
  for (const { field, values } of aroundTexts(insight))
    for (const value of values) words.push(`--${field}`, value)
  if (start !== undefined) words.push('--start', formatTime(start - MINUTE))
  if (end !== undefined) words.push('--end', formatTime(end + MINUTE))
  return shellLine([...words, '--read-only', 'any'])
}

const BLOCKS = ' ▁▂▃▄▅▆▇█'
const ASCII_BLOCKS = ' .:-=+*#@'

/** One character per minute, or for several minutes if the width is too small. */
function plot({ from, minutes }: Rates, { ascii, columns, color, time }: InsightPageOptions): string {
  const room = Math.max(10, Math.min(columns, 100) - 4)
  const each = Math.ceil(minutes.length / room)
  const bars = Array.from({ length: Math.ceil(minutes.length / each) }, (_, i) =>
    minutes.subarray(i * each, (i + 1) * each).reduce((sum, n) => sum + n, 0),
  )
  const most = Math.max(...bars)
  const blocks = ascii ? ASCII_BLOCKS : BLOCKS
  const drawn = bars.map((n) => blocks[n === 0 ? 0 : Math.max(1, Math.round((8 * n) / most))]).join('')
  const unit = each === 1 ? 'minute' : `${each} minutes`
  const last = from + (minutes.length - 1) * MINUTE
  return [
    color.dim(`Calls by ${unit} in these logs, at most ${most}:`),
    `  ${color.cyan(drawn)}`,
    `  ${color.dim(`${time(from)} to ${time(last)}`)}\n`,
  ].join('\n')
}
