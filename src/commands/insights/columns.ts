// The columns of the console's Insights page, and further values from the records.

import { rateChange, type Attribution, type Insight } from '../../event/insight.ts'
import { formatTime } from '../../event/event-time.ts'
import { thousands } from '../../util/format.ts'
import type { ListColumn } from '../../output/list.ts'

/** `time` formats times for people. */
export function insightColumns(time: (at: number) => string): readonly ListColumn<Insight>[] {
  return [
    {
      key: 'eventName',
      label: 'Event name',
      kind: 'name',
      value: ({ eventName }) => eventName,
    },
    {
      key: 'insightType',
      label: 'Insight type',
      kind: 'text',
      value: ({ insightType }) => insightType,
      shown: ({ insightType, errorCode }) => typeText(insightType) + (errorCode ? `: ${errorCode}` : ''),
    },
    {
      key: 'errorCode',
      label: 'Error code',
      kind: 'name',
      value: ({ errorCode }) => errorCode,
      shown: false,
    },
    {
      key: 'eventSource',
      label: 'Event source',
      kind: 'service',
      dropOrder: 3,
      value: ({ eventSource }) => eventSource,
    },
    {
      key: 'start',
      label: 'Event start time',
      kind: 'whole',
      value: ({ start }) => isoTime(start),
      shown: ({ start }) => (start === undefined ? 'before these logs' : time(start)),
    },
    { key: 'end', label: 'End', kind: 'whole', value: ({ end }) => isoTime(end), shown: false },
    {
      key: 'durationMinutes',
      label: 'Duration',
      kind: 'whole',
      value: minutes,
      shown: (insight) => durationText(insight),
    },
    {
      key: 'baselineAverage',
      label: 'Baseline average',
      kind: 'whole',
      align: 'right',
      dropOrder: 2,
      value: ({ baselineAverage }) => baselineAverage,
      shown: ({ baselineAverage }) => rateText(baselineAverage),
    },
    {
      key: 'insightAverage',
      label: 'Insight average',
      kind: 'whole',
      align: 'right',
      dropOrder: 1,
      value: ({ insightAverage }) => insightAverage,
      shown: ({ insightAverage }) => rateText(insightAverage),
    },
    {
      key: 'rateChange',
      label: 'Rate change',
      kind: 'whole',
      align: 'right',
      value: rateChange,
      shown: changeText,
    },
    { key: 'account', label: 'Account', kind: 'whole', value: ({ account }) => account },
    { key: 'region', label: 'Region', kind: 'whole', value: ({ region }) => region },
    {
      key: 'attributions',
      label: 'Attributions',
      kind: 'text',
      value: ({ attributions }) => (attributions.size === 0 ? undefined : Object.fromEntries(attributions)),
      shown: false,
    },
    {
      key: 'startEventId',
      label: 'Start event ID',
      kind: 'whole',
      value: ({ startEventId }) => startEventId,
      shown: false,
    },
    {
      key: 'endEventId',
      label: 'End event ID',
      kind: 'whole',
      value: ({ endEventId }) => endEventId,
      shown: false,
    },
    {
      key: 'sharedEventId',
      label: 'Shared event ID',
      kind: 'whole',
      value: ({ sharedEventId }) => sharedEventId,
      shown: false,
    },
  ]
}

export function typeText(insightType: string | undefined): string {
  if (insightType === 'ApiCallRateInsight') return 'API call rate'
  if (insightType === 'ApiErrorRateInsight') return 'API error rate'
  return insightType ?? '-'
}

/** `8`, `0.6`, `0.0002`: two significant digits. */
export function rateText(rate: number | undefined): string {
  return rate === undefined ? '-' : String(Number(rate.toPrecision(2)))
}

/** A ratio, because a percentage, as in the console, could be read as a difference. */
export function changeText(insight: Insight): string {
  const change = rateChange(insight)
  if (change === undefined) return insight.baselineAverage === 0 ? 'new' : '-'
  return `×${change >= 100 ? thousands(Math.round(change)) : Number(change.toPrecision(2))}`
}

export function durationText(insight: Insight): string {
  const length = minutes(insight)
  if (insight.end === undefined) return 'ongoing'
  return length === undefined ? '-' : `${length} min`
}

/** Minutes between start and end, or the duration in the record if one of them is missing. */
function minutes({ start, end, duration }: Insight): number | undefined {
  return start !== undefined && end !== undefined ? Math.round((end - start) / 60_000) : duration
}

/** Share of an attribution among all of its attribute, as a percentage. */
export function shareText(one: Attribution, all: readonly Attribution[]): string {
  const total = all.reduce((sum, { insight }) => sum + (insight ?? 0), 0)
  if (one.insight === undefined || total === 0) return ''
  return `${Math.round((100 * one.insight) / total)} %`
}

function isoTime(at: number | undefined): string | undefined {
  return at === undefined ? undefined : formatTime(at)
}
