// What was typed for `trace`: an event, a key, an ARN, a name.

import type { Filter } from '../../filter/clause.ts'
import { RECORD_HASH } from '../../event/short-id.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface Wanted {
  /** What the identity of an event tells, which is the same for a session. */
  readonly session: Filter
  /** It may name an event, whose session is meant. */
  readonly event: Filter | undefined
}

const EVENT_ID = /^[\da-f]{8}(?:-[\da-f-]{0,28})?$/i
const ACCESS_KEY = /^A[KS]IA[A-Z0-9]{4,}$/

/** Fields and paths that names may stand in. */
const NAMES = [
  'user-name',
  'role',
  'session',
  'principal',
  'userIdentity.sessionContext.sourceIdentity',
  'userIdentity.onBehalfOf.userId',
]

/** Throws UsageError for nothing. */
export function wanted(typed: string): Wanted {
  if (typed === '')
    throw new UsageError('nothing to trace', 'give an event ID, an access key, an ARN or a name')
  // `*` stays a wildcard; nobody asks for everything but one.
  const value = typed.replace(/^!/, String.raw`\!`)
  const fields = ACCESS_KEY.test(typed) ? ['access-key-id', 'session'] : NAMES
  return {
    session: { kind: 'any', of: fields.map((field): Filter => ({ kind: 'text', field, values: [value] })) },
    event: eventFilter(typed, value),
  }
}

function eventFilter(typed: string, value: string): Filter | undefined {
  if (RECORD_HASH.test(typed)) return { kind: 'text', field: 'id', values: [value] }
  if (!EVENT_ID.test(typed)) return undefined
  return { kind: 'text', field: 'event-id', values: [typed.length < 36 ? `${value}*` : value] }
}
