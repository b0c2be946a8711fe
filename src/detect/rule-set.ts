// Many rules asked of one event. Most rules name the events they are about, so an event is shown only to those of its
// name and to the few that name none: a thousand rules cost little more than one.

import type { Event } from '../event/event.ts'
import { eventName } from '../event/names.ts'
import { compileDetection, type EventTest } from './match.ts'
import type { Detection, EventRule } from './rule.ts'

interface Compiled {
  readonly index: number
  readonly test: EventTest
}

export class RuleSet {
  private readonly byName = new Map<string, Compiled[]>()
  private readonly nameless: Compiled[] = []
  // The rules for a name, as the events write it: lower-casing each one costs more than the look-up.
  private readonly known = new Map<string, readonly Compiled[]>()
  private lastEvent: Event | undefined
  private lastMatches: readonly number[] = []

  /** Throws RuleError for a rule that cannot be compiled. */
  constructor(rules: readonly EventRule[]) {
    for (const [index, { detection }] of rules.entries()) {
      const compiled = { index, test: compileDetection(detection) }
      const names = namesOf(detection)
      if (names === undefined) this.nameless.push(compiled)
      else for (const name of names) this.put(name, compiled)
    }
  }

  /** Positions of the rules that match, ascending. */
  matches(event: Event): readonly number[] {
    if (event === this.lastEvent) return this.lastMatches
    const found: number[] = []
    for (const { index, test } of this.rulesFor(eventName(event) ?? '')) if (test(event)) found.push(index)
    this.lastEvent = event
    this.lastMatches = found
    return found
  }

  private put(name: string, compiled: Compiled): void {
    const rules = this.byName.get(name)
    if (rules) rules.push(compiled)
    else this.byName.set(name, [compiled])
  }

  private rulesFor(name: string): readonly Compiled[] {
    let rules = this.known.get(name)
    if (rules === undefined) {
      const named = this.byName.get(name.toLowerCase()) ?? []
      rules = [...named, ...this.nameless].sort((a, b) => a.index - b.index)
      if (this.known.size >= MAX_NAMES) this.known.clear()
      this.known.set(name, rules)
    }
    return rules
  }
}

/** There are some 20,000 names of API actions; more are somebody's invention. */
const MAX_NAMES = 50_000

/** Lower-case event names of which a matching event has one; undefined where the rule does not say. */
export function namesOf(detection: Detection): ReadonlySet<string> | undefined {
  switch (detection.kind) {
    case 'all': {
      const known = detection.of.map(namesOf).filter((names) => names !== undefined)
      return known.reduce<ReadonlySet<string> | undefined>(
        (fewest, names) => (fewest === undefined || names.size < fewest.size ? names : fewest),
        undefined,
      )
    }
    case 'any': {
      const each = detection.of.map(namesOf)
      return each.every((names) => names !== undefined)
        ? new Set(each.flatMap((names) => [...names]))
        : undefined
    }
    case 'field': {
      const { path, test } = detection
      const isName = path === 'eventName' && test.kind === 'text' && test.pieces.length === 1
      const [name = ''] = isName ? test.pieces : []
      return isName && !name.includes('\u{F8FF}') ? new Set([name.toLowerCase()]) : undefined
    }
    case 'not':
    case 'keyword':
      return undefined
  }
}
