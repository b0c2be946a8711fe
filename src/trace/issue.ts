// Which events create a credential, and how that credential can be recognized later. Pure: one event in, one fact out.

import type { Event } from '../event/event.ts'
import { own, ownText, type Json } from '../util/json.ts'
import { credentialOf } from '../event/credential.ts'

/** One call that created a credential. */
export interface Issue {
  readonly eventId: string
  readonly eventName: string
  /** Epoch milliseconds. */
  readonly time: number
  /** The account whose trail recorded it. */
  readonly account: string | undefined
  /** Equal in the records of one call that several accounts received. */
  readonly sharedEventId: string | undefined
  /**
   * ID of the credential that made the call; undefined for a service, a sign-in, and an identity of another provider.
   */
  readonly by: string | undefined
  /** If `by` is missing: the caller in the record, as an ARN, a service or the subject of a provider. */
  readonly caller: string | undefined
  /** The access key that it created. */
  readonly key: string | undefined
  /** `AROA…:session` of the role session that it created, or the principal that signed in. */
  readonly principalId: string | undefined
  readonly roleArn: string | undefined
  /** The source identity that the new session carries. */
  readonly sourceIdentity: string | undefined
  /** ARN of the sign-in session that it created. */
  readonly signInSession: string | undefined
  /** ARN of the console session in which the role was switched. */
  readonly switchedFrom: string | undefined
}

type Makes = Pick<
  Issue,
  'key' | 'principalId' | 'roleArn' | 'sourceIdentity' | 'signInSession' | 'switchedFrom'
>

/** Names of events that answer with a temporary credential. */
const STS_EVENTS: ReadonlySet<string> = new Set([
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'AssumeRoot',
  'GetSessionToken',
  'GetFederationToken',
])
/** Names of events that can create a credential. */
const ISSUING_EVENTS: ReadonlySet<string> = new Set([
  ...STS_EVENTS,
  'CreateAccessKey',
  'CreateOAuth2Token',
  'ConsoleLogin',
  'SwitchRole',
])

/**
 * undefined for an event that creates no credential: another call, a failed one, or one whose record does not contain
 * what it created. `credential`: the ID of the one that made the call, if it is known.
 */
export function issueOf(event: Event, credential = credentialOf(event)?.id): Issue | undefined {
  if (!mayIssue(event)) return undefined
  const name = event.text('eventName')!
  const made = makes(event, name)
  if (made === undefined) return undefined
  const isCall = name !== 'ConsoleLogin' && name !== 'SwitchRole'
  const by = isCall ? credential : undefined
  // Field by field, because copying one object into another takes ten times as long.
  return {
    key: made.key,
    principalId: made.principalId,
    roleArn: made.roleArn,
    sourceIdentity: made.sourceIdentity,
    signInSession: made.signInSession,
    switchedFrom: made.switchedFrom,
    eventId: event.text('eventID') ?? '',
    eventName: name,
    time: event.time,
    account: event.text('recipientAccountId'),
    sharedEventId: event.text('sharedEventID'),
    by,
    caller: by === undefined ? callerOf(event.part('userIdentity')) : undefined,
  }
}

/** Whether it is a call that can create a credential, and did not fail. */
export function mayIssue(event: Event): boolean {
  const name = event.text('eventName')
  return name !== undefined && ISSUING_EVENTS.has(name) && event.text('errorCode') === undefined
}

/** Whether what it creates is where STS tells it. */
export function isOfSts(event: Event): boolean {
  return STS_EVENTS.has(event.text('eventName') ?? '')
}

function makes(event: Event, name: string): Partial<Makes> | undefined {
  const request = event.part('requestParameters')
  const response = event.part('responseElements')
  if (name === 'ConsoleLogin') {
    if (ownText(response, 'ConsoleLogin') !== 'Success') return undefined
    return { principalId: ownText(event.part('userIdentity'), 'principalId') }
  }
  if (name === 'SwitchRole') {
    if (ownText(response, 'SwitchRole') !== 'Success') return undefined
    return {
      principalId: ownText(event.part('userIdentity'), 'principalId'),
      switchedFrom: ownText(event.part('additionalEventData'), 'SwitchFrom'),
    }
  }
  if (name === 'CreateOAuth2Token') {
    const session = ownText(own(event.part('userIdentity'), 'sessionContext'), 'signInSessionArn')
    return session === undefined ? undefined : { signInSession: session }
  }
  if (name === 'CreateAccessKey') {
    const key = ownText(own(response, 'accessKey'), 'accessKeyId')
    return key === undefined ? undefined : { key }
  }
  const key = ownText(own(response, 'credentials'), 'accessKeyId')
  const principalId = ownText(own(response, 'assumedRoleUser'), 'assumedRoleId')
  const roleArn = ownText(request, 'roleArn')
  const sourceIdentity = ownText(request, 'sourceIdentity') ?? ownText(response, 'sourceIdentity')
  // The caller's trail may lack the response; the requested role and source identity are still useful.
  if (
    key === undefined &&
    principalId === undefined &&
    (roleArn === undefined || sourceIdentity === undefined)
  )
    return undefined
  return { key, principalId, roleArn, sourceIdentity }
}

/** The caller in the record, if it is no credential of the logs: a service, the subject of a provider, or an ARN. */
export function callerOf(identity: Json | undefined): string | undefined {
  const provider = ownText(identity, 'identityProvider')
  const subject = ownText(identity, 'userName') ?? ownText(identity, 'principalId')
  if (provider !== undefined && subject !== undefined) return `${subject} (${provider})`
  return ownText(identity, 'arn') ?? ownText(identity, 'invokedBy') ?? ownText(identity, 'principalId')
}
