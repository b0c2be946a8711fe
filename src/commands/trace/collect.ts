// Pass 1 of `trace`: credentials and the calls that created them, aggregated on the decoding threads.

import type { AggregateSpec } from '../../decode/aggregate.ts'
import { parseValue } from '../../filter/value-pattern.ts'
import type { AggregateSum } from '../../query/aggregate.ts'
import { Chains } from '../../trace/chain.ts'
import { FACT } from '../../trace/shape-table.ts'
import type { Use } from '../../trace/session-table.ts'
import type { Wanted } from './wanted.ts'

export interface Collected {
  readonly chains: Chains
  readonly targets: ReadonlySet<string>
  readonly use: (id: string) => Use | undefined
  /** Events of sessions that were not kept because there were too many. */
  readonly uncounted: number
  /** The event that the argument names; needed if it has no session. */
  readonly event: { readonly id: string; readonly name: string; readonly who: string } | undefined
}

export function traceSpec({ session, event }: Wanted): AggregateSpec {
  return {
    columns: [],
    lists: event
      ? [{ name: 'event', filter: event, columns: ['event-id', 'event-name', 'identity'], limit: 1 }]
      : [],
    sessions: { wanted: session, event },
  }
}

export function collected(aggregate: AggregateSum, typed: string, { session }: Wanted): Collected {
  const sessions = aggregate.sessions!
  const chains = new Chains(sessions, aggregate.oldest)
  const targets = new Set<string>()
  for (let row = 0; row < sessions.size; row++) {
    if (sessions.isWanted(row)) targets.add(sessions.text(row, FACT.id)!)
  }
  const entry = aggregate.lists[0]?.[0]
  // A key that was created but never used, and the sessions started by a call that has no session itself.
  if (chains.isKey(typed)) targets.add(typed)
  if (entry !== undefined && entry.eventId !== '')
    for (const id of chains.begunBy(entry.eventId)) targets.add(id)
  // Of a caller from another provider, the provider stands behind it: `bob (corp)`.
  const { test } = parseValue(session.value)
  const isCaller = (caller: string): boolean => test(caller) || test(caller.replace(/ \([^()]*\)$/, ''))
  for (const id of chains.begunFor(isCaller)) targets.add(id)
  return {
    chains,
    targets,
    use: (id) => sessions.use(id),
    uncounted: sessions.uncounted,
    event: entry && { id: entry.cells[0]!, name: entry.cells[1]!, who: entry.cells[2]! },
  }
}
