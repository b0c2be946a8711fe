// Invented records of calls that make credentials, and of what is done with them.

import { Scanner } from '../../../src/decode/json/scan.ts'
import { SessionBuilder } from '../../../src/decode/session-builder.ts'
import { Chains } from '../../../src/trace/chain.ts'
import { SessionTable } from '../../../src/trace/session-table.ts'
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
  return new Chains(sessionsOf(records), oldest)
}

/** In parts of so many, which threads may finish in any order. */
export function sessionsOf(records: readonly object[], partSize = 3): SessionTable {
  const builder = new SessionBuilder({ wanted: { fields: [], value: 'x' } }, new Scanner())
  const table = new SessionTable()
  for (let from = 0; from < records.length; from += partSize) {
    const events = records.slice(from, from + partSize).map(eventFrom)
    for (const event of events) builder.add(event)
    const times = Float64Array.from(events, ({ time }) => time)
    const all = Uint32Array.from(events, (_, i) => i)
    table.add(builder.finish(times), times, all)
  }
  return table
}
