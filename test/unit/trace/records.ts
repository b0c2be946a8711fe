// Invented records of calls that make credentials, and of what is done with them.

import type { Event } from '../../../src/event/event.ts'
import { sessionFacts } from '../../../src/trace/session.ts'
import { Chains, type ChainSession, type Sessions } from '../../../src/trace/chain.ts'
import { issueOf } from '../../../src/trace/issue.ts'
import { eventFrom } from '../event/records.ts'

export const ACCOUNT = '123456789012'
export const AT = '2024-08-18T10:00:00Z'

let events = 0

/** A record with an ID of its own; `identity` and everything else as given. */
export function record(eventName: string, identity: object, rest: object = {}): object {
  events++
  return {
    eventName,
    eventTime: AT,
    eventID: `00000000-0000-4000-8000-${String(events).padStart(12, '0')}`,
    recipientAccountId: ACCOUNT,
    userIdentity: identity,
    ...rest,
  }
}

export function user(name: string, key = `AKIA${name.toUpperCase()}`): object {
  return {
    type: 'IAMUser',
    principalId: `AIDA${name.toUpperCase()}`,
    arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
    accountId: ACCOUNT,
    userName: name,
    accessKeyId: key,
  }
}

/** A session of a role, as its own calls show it. */
export function roleSession(role: string, session: string, key: string, context: object = {}): object {
  return {
    type: 'AssumedRole',
    principalId: `AROA${role.toUpperCase()}:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`,
    accountId: ACCOUNT,
    accessKeyId: key,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${ACCOUNT}:role/${role}`, userName: role },
      attributes: { creationDate: AT, mfaAuthenticated: 'false' },
      ...context,
    },
  }
}

/** AssumeRole by `identity`, answered with a key. */
export function assume(
  identity: object,
  role: string,
  session: string,
  key: string,
  rest: object = {},
): object {
  return record('AssumeRole', identity, {
    requestParameters: { roleArn: `arn:aws:iam::${ACCOUNT}:role/${role}`, roleSessionName: session },
    responseElements: {
      credentials: { accessKeyId: key },
      assumedRoleUser: { assumedRoleId: `AROA${role.toUpperCase()}:${session}` },
    },
    ...rest,
  })
}

/** The chains of some records, as a whole run would put them together. */
export function chainsOf(records: readonly object[], oldest = Date.parse('2024-08-01T00:00:00Z')): Chains {
  const all: Event[] = records.map(eventFrom)
  const sessions = new Map<string, ChainSession>()
  for (const event of all) {
    const facts = sessionFacts(event)
    const known = sessions.get(facts.id)
    sessions.set(facts.id, {
      ...(known ?? facts),
      first: Math.min(known?.first ?? Infinity, event.time),
      last: Math.max(known?.last ?? -Infinity, event.time),
    })
  }
  return new Chains(
    sessionsOf(sessions),
    all.map(issueOf).filter((issue) => issue !== undefined),
    oldest,
  )
}

function sessionsOf(all: ReadonlyMap<string, ChainSession>): Sessions {
  return {
    size: all.size,
    has: (id) => all.has(id),
    get: (id) => all.get(id),
    keys: () => all.keys(),
    consoles: () => [...all.values()].filter(({ kind }) => kind !== 'key'),
  }
}
