// Findings by rule. Memory is bounded: for each rule the counts, a few identities and a few events.

import { formatTime } from '../event/event-time.ts'
import type { CorrelationFinding } from './correlate.ts'
import { LEVELS, type Rule } from './rule.ts'

/** The part of an event that a finding keeps. */
export interface FoundEvent {
  /** Epoch milliseconds; NaN where the event has no usable time. */
  readonly time: number
  readonly cells: Readonly<Partial<Record<'identity' | 'event-id', string | undefined>>>
}

export interface Finding {
  readonly rule: Rule
  /** Number of events that matched; for a correlation, how often its condition was satisfied. */
  count: number
  /** Epoch milliseconds; NaN while no event has a time. */
  first: number
  last: number
  /** Counts by identity, for the first MAX_IDENTITIES identities. */
  readonly identities: Map<string, number>
  /** The first MAX_EVENTS event IDs. */
  readonly eventIds: string[]
  /** For a correlation: the groups that satisfied it, and their counts. */
  readonly groups: {
    readonly group: readonly string[]
    readonly count: number
    readonly first: string
    readonly last: string
  }[]
}

const MAX_IDENTITIES = 1000
const MAX_EVENTS = 20
const MAX_GROUPS = 1000

export class Findings {
  private readonly byRule = new Map<Rule, Finding>()

  add(rule: Rule, event: FoundEvent): void {
    const finding = this.of(rule)
    finding.count++
    extend(finding, event.time, event.time)
    const identity = event.cells.identity ?? '-'
    const known = finding.identities.get(identity)
    if (known !== undefined || finding.identities.size < MAX_IDENTITIES)
      finding.identities.set(identity, (known ?? 0) + 1)
    const id = event.cells['event-id']
    if (id !== undefined && finding.eventIds.length < MAX_EVENTS) finding.eventIds.push(id)
  }

  addCorrelation({ rule, group, count, first, last, eventIds }: CorrelationFinding): void {
    const finding = this.of(rule)
    finding.count++
    extend(finding, first, last)
    const name = group.filter((value) => value !== '').join(', ') || '-'
    finding.identities.set(name, (finding.identities.get(name) ?? 0) + 1)
    for (const id of eventIds) if (finding.eventIds.length < MAX_EVENTS) finding.eventIds.push(id)
    if (finding.groups.length < MAX_GROUPS)
      finding.groups.push({ group, count, first: formatTime(first), last: formatTime(last) })
  }

  /** The most severe first, then the most frequent. */
  sorted(): readonly Finding[] {
    const severity = ({ rule }: Finding): number => LEVELS.indexOf(rule.level)
    return [...this.byRule.values()].sort(
      (a, b) => severity(b) - severity(a) || b.count - a.count || (a.rule.title < b.rule.title ? -1 : 1),
    )
  }

  private of(rule: Rule): Finding {
    let finding = this.byRule.get(rule)
    if (finding === undefined) {
      const none = { count: 0, first: Number.NaN, last: Number.NaN }
      finding = { rule, ...none, identities: new Map(), eventIds: [], groups: [] }
      this.byRule.set(rule, finding)
    }
    return finding
  }
}

function extend(finding: Finding, first: number, last: number): void {
  if (!Number.isNaN(first) && !(finding.first <= first)) finding.first = first
  if (!Number.isNaN(last) && !(finding.last >= last)) finding.last = last
}

/** The most frequent first: `user ann, role app +3`. */
export function identitiesText({ identities }: Pick<Finding, 'identities'>, most = 3): string {
  const names = topIdentities(identities).map(([name]) => name)
  const rest = names.length - most
  return names.slice(0, most).join(', ') + (rest > 0 ? ` +${rest}` : '')
}

export function topIdentities(
  identities: ReadonlyMap<string, number>,
): readonly (readonly [string, number])[] {
  return [...identities].sort((a, b) => b[1] - a[1])
}
