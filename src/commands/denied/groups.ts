// Groups refused calls by identity, action, resource and reason. Memory is bounded: beyond MAX_GROUPS, calls of further
// groups are only counted.

import type { Event } from '../../event/event.ts'
import { accountOf } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import { who } from '../../event/who.ts'
import { denialOf, type Denial } from '../../iam/denial.ts'

export interface DeniedGroup {
  readonly who: string | undefined
  readonly account: string | undefined
  readonly denial: Denial
  count: number
  /** Epoch milliseconds; NaN while no event has a time. */
  first: number
  last: number
  /** Event ID of the newest event. */
  readonly eventId: string | undefined
}

/** Limits memory: a caller can create any number of groups by requesting different object keys. */
const MAX_GROUPS = 100_000

export class DeniedGroups {
  /** Calls of groups that were not kept. */
  uncounted = 0
  private readonly groups = new Map<string, DeniedGroup>()

  /** Expects events newest first. */
  add(event: Event): void {
    const denial = denialOf(event)
    const caller = who(event)
    const account = accountOf(event)
    const key = JSON.stringify([
      caller,
      account,
      denial.action,
      denial.resource,
      denial.grants,
      denial.reason,
      denial.policy,
    ])
    let group = this.groups.get(key)
    if (group === undefined) {
      if (this.groups.size >= MAX_GROUPS) {
        this.uncounted++
        return
      }
      group = {
        who: caller,
        account,
        denial,
        count: 0,
        first: Number.NaN,
        last: Number.NaN,
        eventId: eventId(event),
      }
      this.groups.set(key, group)
    }
    group.count++
    if (Number.isNaN(event.time)) return
    if (!(group.first <= event.time)) group.first = event.time
    if (!(group.last >= event.time)) group.last = event.time
  }

  /** Sorted by number of calls, then newest first. */
  sorted(): readonly DeniedGroup[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count || (b.last || 0) - (a.last || 0))
  }
}
