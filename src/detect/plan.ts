// Decides which rules are evaluated, which are reported, and what correlations need from the events.

import { Correlation, type CorrelationFinding } from './correlate.ts'
import type { MatchedEvent } from './match-row.ts'
import { LEVELS, type CorrelationRule, type EventRule, type Level, type Rule } from './rule.ts'

export interface DetectPlan {
  readonly events: readonly EventRule[]
  /** Those of `events` that are reported by themselves. */
  readonly reported: ReadonlySet<EventRule>
  readonly correlations: readonly Correlation[]
  /** Record paths that correlations compare. */
  readonly values: readonly string[]
  /** Correlations that refer to rules that do not exist, and the names of those. */
  readonly broken: readonly { readonly rule: CorrelationRule; readonly missing: readonly string[] }[]
}

export function planRules(rules: readonly Rule[], minLevel: Level): DetectPlan {
  const isWanted = ({ level }: Rule): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(minLevel)
  const events = rules.filter((rule) => rule.kind === 'event')
  const all = rules
    .filter((rule) => rule.kind === 'correlation')
    .filter(isWanted)
    .map((rule) => new Correlation(rule, (reference) => events.filter(named(reference)).map(({ id }) => id)))
  const correlations = all.filter(({ unknown }) => unknown.length === 0)
  const partOf = correlations.flatMap(({ rule }) => rule.rules.map((reference) => ({ rule, reference })))
  // By the specification, rules that a correlation refers to are not reported by themselves unless it says so.
  const quiet = events.filter((rule) => {
    const parts = partOf.filter(({ reference }) => named(reference)(rule))
    return parts.length > 0 && parts.every((part) => !part.rule.generate)
  })
  const reported = new Set(events.filter((rule) => isWanted(rule) && !quiet.includes(rule)))
  const needed = new Set(events.filter((rule) => partOf.some(({ reference }) => named(reference)(rule))))
  return {
    events: events.filter((rule) => reported.has(rule) || needed.has(rule)),
    reported,
    correlations,
    values: [...new Set(correlations.flatMap(({ rule }) => pathsOf(rule)))],
    broken: all
      .filter(({ unknown }) => unknown.length > 0)
      .map(({ rule, unknown }) => ({ rule, missing: unknown })),
  }
}

/** Adds an event that a rule matched to the correlations, and returns those that it meets. Ascending order of time. */
export function correlate(
  { correlations, values }: DetectPlan,
  rule: Rule,
  { time, cells, values: found }: MatchedEvent,
): readonly CorrelationFinding[] {
  const match = {
    rule: rule.id,
    time,
    eventId: cells['event-id'] ?? '',
    value: (path: string) => found[values.indexOf(path)],
  }
  return correlations.flatMap((correlation) => correlation.add(match) ?? [])
}

function named(reference: string): (rule: EventRule) => boolean {
  return ({ id, name, title }) => id === reference || name === reference || title === reference
}

function pathsOf({ groupBy, aliases, field }: CorrelationRule): readonly string[] {
  const grouped = groupBy.flatMap((name) =>
    Object.hasOwn(aliases, name) ? Object.values(aliases[name] ?? {}) : [name],
  )
  return field === undefined ? grouped : [...grouped, field]
}
