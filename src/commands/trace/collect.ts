// Pass 1 of `trace`: one line a credential and the calls that made them, counted on the threads.

import type { AggregateSpec } from '../../decode/aggregate.ts'
import type { Filter } from '../../filter/clause.ts'
import type { AggregateSum } from '../../query/aggregate.ts'
import { distinctValues, type Group } from '../../query/groups.ts'
import { Chains, type ChainSession, type Sessions } from '../../trace/chain.ts'
import type { SessionFacts } from '../../trace/session.ts'
import type { Wanted } from './wanted.ts'

/** What was done with a credential. */
export interface Use {
  readonly events: number
  readonly changes: number
  readonly errors: number
  readonly addresses: readonly string[]
  /** Access keys of a console session. */
  readonly keys: readonly string[]
  /** More than one where a key is in records of several users, as in copies that were made anonymous. */
  readonly userNames: readonly string[]
}

export interface Collected {
  readonly chains: Chains
  readonly targets: ReadonlySet<string>
  readonly use: (id: string) => Use | undefined
  /** The event that was named: who made it, where it has no session. */
  readonly event: { readonly id: string; readonly name: string; readonly who: string } | undefined
}

const CHANGES: Filter = { kind: 'read-only', value: false }

export function traceSpec({ filter, mayBeEvent }: Wanted): AggregateSpec {
  return {
    columns: [],
    lists: mayBeEvent
      ? [{ name: 'event', filter, columns: ['event-id', 'event-name', 'identity'], limit: 1 }]
      : [],
    groups: [
      {
        by: ['session'],
        omitsNone: true,
        facts: 'session',
        tests: [CHANGES, { kind: 'errors' }, filter],
        distinct: ['source-ip', 'access-key-id', 'user-name'],
      },
    ],
    issues: true,
  }
}

export function collected(tally: AggregateSum, typed: string): Collected {
  const { groups } = tally.groups[0]!
  const chains = new Chains(sessionsOf(groups), tally.issues, tally.oldest)
  const targets = new Set<string>()
  for (const [id, { passed }] of groups) if (passed[2]! > 0) targets.add(id)
  const entry = tally.lists[0]?.[0]
  // A key that was made and never used, and the session that a call without one of its own began.
  for (const issue of tally.issues) {
    if (issue.key === typed) targets.add(issue.key)
    if (entry !== undefined && issue.eventId === entry.eventId && issue.by === undefined) {
      for (const id of groups.keys()) if (chains.up(id)?.issue?.eventId === issue.eventId) targets.add(id)
    }
  }
  return {
    chains,
    targets,
    use(id) {
      const group = groups.get(id)
      if (group === undefined) return undefined
      const [changes = 0, errors = 0] = group.passed
      const [addresses, keys, userNames] = [0, 1, 2].map((column) => distinctValues(group, column))
      return {
        events: group.count,
        changes,
        errors,
        addresses: addresses!,
        keys: keys!,
        userNames: userNames!,
      }
    },
    event: entry && { id: entry.cells[0]!, name: entry.cells[1]!, who: entry.cells[2]! },
  }
}

/** Facts are kept as text until somebody asks for them. */
function sessionsOf(groups: ReadonlyMap<string, Group>): Sessions {
  const known = new Map<string, ChainSession>()
  const get = (id: string): ChainSession | undefined => {
    const group = groups.get(id)
    let session = known.get(id)
    if (group !== undefined && session === undefined) {
      const { facts, first, last } = group
      session = { ...(JSON.parse(facts) as SessionFacts), first, last }
      known.set(id, session)
    }
    return session
  }
  return {
    size: groups.size,
    has: (id) => groups.has(id),
    get,
    keys: () => groups.keys(),
    *consoles() {
      for (const [id, { facts }] of groups) if (!facts.includes('"kind":"key"')) yield get(id)!
    },
  }
}
