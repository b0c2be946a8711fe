// Correlations over the matches of other rules, on a stream in ascending order of time. Memory is bounded by the
// timespan, because older matches can no longer contribute. A late match is used only if it still can.

import type { CorrelationRule, CountOperator } from './rule.ts'

/** One event that a rule matched. */
export interface Match {
  /** ID of the rule. */
  readonly rule: string
  /** Epoch milliseconds. */
  readonly time: number
  readonly eventId: string
  /** The value at a path of the event, for group-by and value_count; undefined if there is none. */
  readonly value: (path: string) => string | undefined
}

/** Matches that together met a correlation. */
export interface CorrelationFinding {
  readonly rule: CorrelationRule
  /** Values of the group-by fields, in order; empty text for no value. */
  readonly group: readonly string[]
  /** The count that satisfied the condition. */
  readonly count: number
  readonly first: number
  readonly last: number
  readonly eventIds: readonly string[]
}

/** Maximum number of event IDs kept for a finding; the count is not limited. */
const MAX_EVENT_IDS = 1000

/** The state of one rule. `idsOf` returns the rule IDs that a reference of the rule stands for. */
export class Correlation {
  readonly rule: CorrelationRule
  private readonly referenceOf = new Map<string, string>()
  private readonly groups = new Map<string, Group>()
  private nextSweep = -Infinity
  private serial = 0
  private before: Pick<Match, 'eventId' | 'time'> = { eventId: '', time: Number.NaN }

  constructor(rule: CorrelationRule, idsOf: (reference: string) => readonly string[]) {
    this.rule = rule
    for (const reference of rule.rules) for (const id of idsOf(reference)) this.referenceOf.set(id, reference)
  }

  /** References to rules that do not exist, so that the correlation cannot be satisfied as written. */
  get unknown(): readonly string[] {
    const known = new Set(this.referenceOf.values())
    return this.rule.rules.filter((reference) => !known.has(reference))
  }

  /** True if the correlation refers to the rule with this ID. */
  looksAt(rule: string): boolean {
    return this.referenceOf.has(rule)
  }

  /**
   * Call in ascending order of time: what comes late may be missed, but makes no finding that is none. Events without a
   * time are ignored.
   */
  add(match: Match): CorrelationFinding | undefined {
    const reference = this.referenceOf.get(match.rule)
    if (reference === undefined || Number.isNaN(match.time)) return undefined
    const values = this.rule.groupBy.map((field) => match.value(this.pathOf(field, reference)) ?? '')
    const key = JSON.stringify(values)
    this.sweep(match.time)
    let group = this.groups.get(key)
    if (group === undefined) {
      group = this.rule.type === 'temporal_ordered' ? new Ordered(this.rule) : new Window(this.rule)
      this.groups.set(key, group)
    }
    if (match.eventId === '' || match.eventId !== this.before.eventId || match.time !== this.before.time)
      this.serial++
    this.before = match
    const met = group.add({ ...match, serial: this.serial, counted: this.counted(match, reference) })
    if (met === undefined) return undefined
    this.groups.delete(key) // the next finding needs new events
    return { rule: this.rule, group: values, last: Math.max(match.time, group.last), ...met }
  }

  private pathOf(field: string, reference: string): string {
    const alias = Object.hasOwn(this.rule.aliases, field) ? this.rule.aliases[field] : undefined
    return alias && Object.hasOwn(alias, reference) ? alias[reference]! : field
  }

  private counted(match: Match, reference: string): string {
    return this.rule.type === 'value_count' ? (match.value(this.rule.field ?? '') ?? '') : reference
  }

  /** Deletes inactive groups, which would otherwise be kept forever. */
  private sweep(now: number): void {
    if (now < this.nextSweep) return
    this.nextSweep = now + this.rule.timespan
    for (const [key, group] of this.groups) if (group.last < now - this.rule.timespan) this.groups.delete(key)
  }
}

interface Counted {
  readonly time: number
  readonly eventId: string
  /** The same for matches of one event by several rules. */
  readonly serial: number
  /** The counted value, or the reference to the rule that matched. */
  readonly counted: string
}

type Met = Pick<CorrelationFinding, 'count' | 'first' | 'eventIds'>

interface Group {
  /** Time of its latest event. */
  readonly last: number
  add(event: Counted): Met | undefined
}

/** Events within the timespan, and the number of events for each counted value. */
class Window implements Group {
  last = -Infinity
  private readonly rule: CorrelationRule
  private events: Counted[] = []
  private start = 0
  private readonly counts = new Map<string, number>()

  constructor(rule: CorrelationRule) {
    this.rule = rule
  }

  add(event: Counted): Met | undefined {
    this.last = Math.max(this.last, event.time)
    const from = this.last - this.rule.timespan
    if (event.time < from) return undefined
    this.forget(from)
    this.insert(event)
    if (event.counted !== '') this.counts.set(event.counted, (this.counts.get(event.counted) ?? 0) + 1)
    const count = this.rule.type === 'event_count' ? this.events.length - this.start : this.counts.size
    if (!isMet(this.rule, count)) return undefined
    const events = this.events.slice(this.start, this.start + MAX_EVENT_IDS)
    return { count, first: events[0]!.time, eventIds: events.map(({ eventId }) => eventId) }
  }

  private insert(event: Counted): void {
    this.events.splice(placeAfter(this.events, event.time), 0, event)
  }

  private forget(before: number): void {
    for (let event = this.events[this.start]; event && event.time < before; event = this.events[this.start]) {
      this.start++
      const left = (this.counts.get(event.counted) ?? 0) - 1
      if (left > 0) this.counts.set(event.counted, left)
      else this.counts.delete(event.counted)
    }
    if (this.start * 2 < this.events.length) return
    this.events = this.events.slice(this.start)
    this.start = 0
  }
}

/**
 * Events of each rule within the timespan. Events of the same second count in either order, because CloudTrail does not
 * tell which came first.
 */
class Ordered implements Group {
  last = -Infinity
  private readonly rule: CorrelationRule
  private readonly byRule: ReadonlyMap<string, Counted[]>

  constructor(rule: CorrelationRule) {
    this.rule = rule
    this.byRule = new Map(rule.rules.map((reference) => [reference, []]))
  }

  add(event: Counted): Met | undefined {
    this.last = Math.max(this.last, event.time)
    const from = this.last - this.rule.timespan
    if (event.time < from) return undefined
    const events = this.byRule.get(event.counted)!
    const at = placeAfter(events, event.time)
    if (events[at - 1]?.serial !== event.serial) events.splice(at, 0, event)
    const chain = this.chain(from)
    if (chain === undefined || !isMet(this.rule, chain.length)) return undefined
    return { count: chain.length, first: chain[0]!.time, eventIds: chain.map(({ eventId }) => eventId) }
  }

  /** One event for each rule, in order; the latest ones that there are. */
  private chain(from: number): readonly Counted[] | undefined {
    const chain: Counted[] = []
    for (const reference of this.rule.rules.toReversed()) {
      const events = this.byRule.get(reference)!
      if (events[0] !== undefined && events[0].time < from) events.splice(0, placeAfter(events, from - 1))
      let at = placeAfter(events, chain[0]?.time ?? Infinity) - 1
      // One event does not count for two rules.
      while (at >= 0 && chain.some(({ serial }) => serial === events[at]!.serial)) at--
      if (at < 0) return undefined
      chain.unshift(events[at]!)
    }
    return chain
  }
}

/** How many of the events, in ascending order, are not after this time. */
function placeAfter(events: readonly Counted[], time: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (events[middle]!.time <= time) low = middle + 1
    else high = middle
  }
  return low
}

function isMet({ type, condition, rules }: CorrelationRule, count: number): boolean {
  if (type.startsWith('temporal') && condition.length === 0) return count === rules.length
  return condition.every(({ op, value }) => COMPARE[op](count, value))
}

const COMPARE: Readonly<Record<CountOperator, (count: number, limit: number) => boolean>> = {
  gt: (count, limit) => count > limit,
  gte: (count, limit) => count >= limit,
  lt: (count, limit) => count < limit,
  lte: (count, limit) => count <= limit,
  eq: (count, limit) => count === limit,
  neq: (count, limit) => count !== limit,
}
