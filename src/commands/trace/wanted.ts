// The argument of `trace` as filters: an event, a key, an ARN or a name.

import type { Filter } from '../../filter/clause.ts'
import { RECORD_HASH } from '../../event/short-id.ts'
import type { WantedSessions } from '../../decode/session-identities.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface Wanted {
  readonly session: WantedSessions
  /** If the argument can be an event ID: the filter for that event, whose session is requested. */
  readonly event: Filter | undefined
}

const EVENT_ID = /^[\da-f]{8}(?:-[\da-f-]{0,28})?$/i
const ACCESS_KEY = /^A[KS]IA[A-Z0-9]{4,}$/

/** Fields and paths that are compared with a name. */
const NAMES = [
  'user-name',
  'role',
  'session',
  'principal',
  'userIdentity.sessionContext.sourceIdentity',
  'userIdentity.onBehalfOf.userId',
]

/** Throws UsageError for an empty argument. */
export function wanted(typed: string): Wanted {
  if (typed === '')
    throw new UsageError('nothing to trace', 'give an event ID, an access key, an ARN or a name')
  // `*` stays a wildcard, but a leading `!` is taken literally: negation makes no sense here.
  const value = typed.replace(/^!/, String.raw`\!`)
  const fields = ACCESS_KEY.test(typed) ? ['access-key-id', 'session'] : NAMES
  return {
    session: { fields, value },
    event: eventFilter(typed, value),
  }
}

function eventFilter(typed: string, value: string): Filter | undefined {
  if (RECORD_HASH.test(typed)) return { kind: 'text', field: 'id', values: [value] }
  if (!EVENT_ID.test(typed)) return undefined
  return { kind: 'text', field: 'event-id', values: [typed.length < 36 ? `${value}*` : value] }
}
