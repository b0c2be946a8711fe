// The credential that an event was made with, as far as the event shows it.

import type { Event } from '../event/event.ts'
import { mfa, roleName, username } from '../event/identity.ts'
import { looseBoolean } from '../event/loose-boolean.ts'
import { parseEventTime } from '../event/event-time.ts'
import { own, ownText, type Json } from '../util/json.ts'
import { createdAt, credentialOf, type CredentialKind } from '../event/credential.ts'

/** Who is behind a session, as far as its own records say. */
export interface Subject {
  readonly kind:
    | 'identity-center'
    | 'source-identity'
    | 'user'
    | 'root'
    | 'federated'
    | 'role'
    | 'service'
    | 'unknown'
  readonly name: string
}

/** Facts from the first event of a credential; the same for all of its events. */
export interface SessionFacts {
  readonly id: string
  readonly kind: CredentialKind
  readonly subject: Subject
  readonly userName: string | undefined
  readonly arn: string | undefined
  readonly principalId: string | undefined
  readonly role: string | undefined
  readonly roleArn: string | undefined
  readonly account: string | undefined
  readonly sourceIdentity: string | undefined
  /** Creation date of a session as written in the record. */
  readonly creationDate: string | undefined
  readonly mfa: boolean | undefined
  /** True if the credential is temporary, so that some call created it. */
  readonly isTemporary: boolean
}

/** undefined for an event whose credential no other event can have. */
export function sessionFacts(event: Event, signsIn: boolean): SessionFacts | undefined {
  const credential = credentialOf(event)
  if (credential === undefined) return undefined
  const { id, kind } = credential
  const identity = event.part('userIdentity')
  const context = own(identity, 'sessionContext')
  const creationDate = createdAt(context)
  return {
    id,
    kind,
    subject: subjectOf(event),
    userName: username(event),
    arn: ownText(identity, 'arn'),
    principalId: ownText(identity, 'principalId'),
    role: roleName(event),
    roleArn: ownText(own(context, 'sessionIssuer'), 'arn'),
    account: ownText(identity, 'accountId'),
    sourceIdentity: ownText(context, 'sourceIdentity'),
    creationDate,
    mfa: signsIn ? mfa(event) : looseBoolean(own(own(context, 'attributes'), 'mfaAuthenticated')),
    isTemporary:
      ownText(identity, 'accessKeyId')?.startsWith('ASIA') === true ||
      !Number.isNaN(parseEventTime(creationDate)),
  }
}

/** Of these alone the credential depends on more than the identity and `sessionCredentialFromConsole`. */
export function isSignIn(event: Event): boolean {
  const name = event.text('eventName')
  return name === 'ConsoleLogin' || name === 'SwitchRole' || name === 'CreateOAuth2Token'
}

/** The first subject that applies; those that the caller cannot change come first. */
function subjectOf(event: Event): Subject {
  const identity = event.part('userIdentity')
  const context = own(identity, 'sessionContext')
  const person = own(identity, 'onBehalfOf')
  const userId = ownText(person, 'userId')
  // A user ID is unique only within its identity store.
  if (userId !== undefined)
    return {
      kind: 'identity-center',
      name: [ownText(person, 'identityStoreArn'), userId].filter(Boolean).join(' '),
    }
  const sourceIdentity = ownText(context, 'sourceIdentity')
  if (sourceIdentity !== undefined) return { kind: 'source-identity', name: sourceIdentity }
  return byType(event, identity)
}

function byType(event: Event, identity: Json | undefined): Subject {
  const type = ownText(identity, 'type')
  const arn = ownText(identity, 'arn')
  const name = arn ?? username(event) ?? ownText(identity, 'principalId')
  if (type === 'Root')
    return { kind: 'root', name: `root of ${ownText(identity, 'accountId') ?? 'an unknown account'}` }
  if (type === 'IAMUser') return { kind: 'user', name: name ?? 'an unknown user' }
  const provider = ownText(identity, 'identityProvider')
  if (type === 'SAMLUser' || type === 'WebIdentityUser' || provider !== undefined) {
    const subject = ownText(identity, 'userName') ?? ownText(identity, 'principalId') ?? 'an unknown subject'
    return { kind: 'federated', name: provider === undefined ? subject : `${subject} (${provider})` }
  }
  const service = ownText(identity, 'invokedBy')
  if (type === 'AWSService' || (name === undefined && service !== undefined))
    return { kind: 'service', name: service ?? 'an AWS service' }
  if (type === 'AssumedRole' || type === 'Role' || type === 'FederatedUser')
    return { kind: 'role', name: name ?? 'an unknown role' }
  return { kind: 'unknown', name: name ?? 'unknown' }
}
