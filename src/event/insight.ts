// The content of an Insights event: the call with unusual activity, its rates before and during that time, and the
// callers. A period of unusual activity has two records, start and end, with the same sharedEventID.

import type { Event } from './event.ts'
import { isObject, own, ownText, type Json } from '../util/json.ts'
import { accountOf } from './identity.ts'
import { eventId } from './names.ts'

export interface Attribution {
  readonly value: string
  /** Calls or errors per minute; undefined if only the other average is given. */
  readonly insight: number | undefined
  readonly baseline: number | undefined
}

export interface Insight {
  /** Epoch milliseconds; undefined if that record was not read. */
  readonly start: number | undefined
  readonly end: number | undefined
  readonly eventName: string | undefined
  readonly eventSource: string | undefined
  /** `ApiCallRateInsight` or `ApiErrorRateInsight`. */
  readonly insightType: string | undefined
  readonly errorCode: string | undefined
  readonly account: string | undefined
  readonly region: string | undefined
  /** Calls or errors per minute, over about the seven days before. */
  readonly baselineAverage: number | undefined
  /** Calls or errors per minute over the whole period; the rate at its start if the end record was not read. */
  readonly insightAverage: number | undefined
  /** Minutes, as the record states. */
  readonly duration: number | undefined
  /** By attribute: `userIdentityArn`, `userAgent`, `errorCode`, …; in the record's order, which is descending. */
  readonly attributions: ReadonlyMap<string, readonly Attribution[]>
  readonly startEventId: string | undefined
  readonly endEventId: string | undefined
  readonly sharedEventId: string | undefined
}

/** undefined for an event that is not an Insights event. */
export function insightOf(event: Event): Insight | undefined {
  const details = event.part('insightDetails')
  if (!isObject(details)) return undefined
  const context = own(details, 'insightContext')
  const statistics = own(context, 'statistics')
  const isEnd = ownText(details, 'state') === 'End'
  const time = Number.isNaN(event.time) ? undefined : event.time
  return {
    start: isEnd ? undefined : time,
    end: isEnd ? time : undefined,
    eventName: ownText(details, 'eventName'),
    eventSource: ownText(details, 'eventSource'),
    insightType: ownText(details, 'insightType'),
    errorCode: ownText(details, 'errorCode'),
    account: accountOf(event),
    region: event.text('awsRegion'),
    baselineAverage: numberIn(own(statistics, 'baseline'), 'average'),
    insightAverage: numberIn(own(statistics, 'insight'), 'average'),
    duration: isEnd ? numberIn(statistics, 'insightDuration') : undefined,
    attributions: attributionsOf(own(context, 'attributions')),
    startEventId: isEnd ? undefined : eventId(event),
    endEventId: isEnd ? eventId(event) : undefined,
    sharedEventId: event.text('sharedEventID'),
  }
}

/** Joins start and end records, newest start first. A record without its counterpart remains on its own. */
export function pairInsights(insights: Iterable<Insight>): readonly Insight[] {
  const pairs = new Map<string, Insight>()
  let alone = 0
  for (const one of insights) {
    const { account, region, sharedEventId } = one
    const key = JSON.stringify(sharedEventId === undefined ? alone++ : [account, region, sharedEventId])
    const other = pairs.get(key)
    pairs.set(key, other === undefined ? one : joined(other, one))
  }
  return [...pairs.values()].sort((a, b) => (b.start ?? b.end ?? 0) - (a.start ?? a.end ?? 0))
}

/** Values of the end record take precedence, because it covers the whole period. */
function joined(a: Insight, b: Insight): Insight {
  const [start, end] = a.end === undefined ? [a, b] : [b, a]
  return {
    start: start.start ?? end.start,
    end: end.end ?? start.end,
    eventName: end.eventName ?? start.eventName,
    eventSource: end.eventSource ?? start.eventSource,
    insightType: end.insightType ?? start.insightType,
    errorCode: end.errorCode ?? start.errorCode,
    account: end.account,
    region: end.region,
    baselineAverage: end.baselineAverage ?? start.baselineAverage,
    insightAverage: end.insightAverage ?? start.insightAverage,
    duration: end.duration ?? start.duration,
    attributions: end.attributions.size > 0 ? end.attributions : start.attributions,
    startEventId: start.startEventId ?? end.startEventId,
    endEventId: end.endEventId ?? start.endEventId,
    sharedEventId: end.sharedEventId,
  }
}

/** Insight average ÷ baseline average: 3 means three times as many. undefined without a non-zero baseline. */
export function rateChange({ insightAverage, baselineAverage }: Insight): number | undefined {
  if (insightAverage === undefined || baselineAverage === undefined || baselineAverage === 0) return undefined
  return insightAverage / baselineAverage
}

function attributionsOf(value: Json | undefined): ReadonlyMap<string, readonly Attribution[]> {
  const found = new Map<string, readonly Attribution[]>()
  if (!Array.isArray(value)) return found
  for (const one of value as readonly Json[]) {
    const attribute = ownText(one, 'attribute')
    if (attribute === undefined) continue
    const values = new Map<string, Attribution>()
    for (const side of ['insight', 'baseline'] as const) {
      const averages = own(one, side)
      if (!Array.isArray(averages)) continue
      for (const entry of averages as readonly Json[]) {
        const text = ownText(entry, 'value')
        if (text === undefined) continue
        const known = values.get(text) ?? { value: text, insight: undefined, baseline: undefined }
        values.set(text, { ...known, [side]: numberIn(entry, 'average') })
      }
    }
    found.set(attribute, [...values.values()])
  }
  return found
}

function numberIn(value: Json | undefined, key: string): number | undefined {
  const found = own(value, key)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
