// Who made the call. The user name follows LookupEvents: for a role session it is the session's name, not the role's.
// It is a substring of the record's text, with two exceptions: `root`, which the record does not contain, and a name
// that a saved lookup response gives beside the record. A search of raw bytes for a user name must allow for both.

import type { Event } from './event.ts'
import type { Json } from '../util/json.ts'
import { own, ownText } from '../util/json.ts'
import { looseBoolean } from './loose-boolean.ts'
import { eventName } from './names.ts'

/** Possible values of `userIdentity.type`. */
export const IDENTITY_TYPES: readonly string[] = [
  'Root',
  'IAMUser',
  'AssumedRole',
  'Role',
  'FederatedUser',
  'SAMLUser',
  'WebIdentityUser',
  'IdentityCenterUser',
  'Directory',
  'AWSAccount',
  'AWSService',
  'Unknown',
]

/** The console's "User name". */
export function username(event: Event): string | undefined {
  if (event.lookup?.username) return event.lookup.username
  const type = identityType(event)
  if (type === 'Root') return 'root' // even with an account alias, which is then in userName
  const name = identityText(event, 'userName')
  if (name !== undefined) return name
  const isSession = type === 'AssumedRole' || type === 'Role' || type === 'FederatedUser'
  return isSession ? sessionName(event) : undefined
}

/** The access key that signed the request, never one that the request is about. */
export function accessKeyId(event: Event): string | undefined {
  return identityText(event, 'accessKeyId')
}

/** `AssumedRole`, `IAMUser`, …; undefined for many service events. */
export function identityType(event: Event): string | undefined {
  return identityText(event, 'type')
}

/** The account to attribute the event to, as text, because leading zeros count. */
export function accountOf(event: Event): string | undefined {
  return (
    event.text('recipientAccountId') ??
    identityText(event, 'accountId') ??
    accountNumber(event.part('recipientAccountId')) ??
    accountNumber(own(identity(event), 'accountId')) ??
    ownText(sessionIssuer(event), 'accountId') ??
    event.text('accountId') // aggregated records
  )
}

/** The account that received the event. */
export function recipientAccount(event: Event): string | undefined {
  return event.text('recipientAccountId') ?? accountNumber(event.part('recipientAccountId'))
}

/** Some exporters write the account as a number, which drops leading zeros. */
function accountNumber(value: Json | undefined): string | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return undefined
  return String(value).padStart(12, '0')
}

/** The name of the role behind the session. Sessions of users and root have an issuer too, which is not a role. */
export function roleName(event: Event): string | undefined {
  const issuer = sessionIssuer(event)
  const type = ownText(issuer, 'type')
  return type === undefined || type === 'Role' ? ownText(issuer, 'userName') : undefined
}

/** The caller's ARN, or the next best identifier: callers of other accounts have only an ID. */
export function principal(event: Event): string | undefined {
  return principals(event)[0]
}

/** Every ARN of the identity, the caller's own first, then its IDs, without duplicates. */
export function principals(event: Event): string[] {
  const user = identity(event)
  const inScopeOf = own(user, 'inScopeOf')
  const others = [
    ownText(sessionIssuer(event), 'arn'),
    ownText(inScopeOf, 'sourceArn'),
    ownText(inScopeOf, 'credentialsIssuedTo'),
    ownText(own(own(user, 'sessionContext'), 'webIdFederationData'), 'federatedProvider'),
    ownText(user, 'identityProvider'),
  ]
  const found = [
    ownText(user, 'arn'),
    ...others.filter((other) => other?.startsWith('arn:')),
    ownText(user, 'principalId'),
    // The identity store's ARN does not identify the person.
    ownText(own(user, 'onBehalfOf'), 'userId'),
  ]
  return [...new Set(found.filter((arn) => arn !== undefined))]
}

/** Whether the session used MFA; undefined if the record does not state it. */
export function mfa(event: Event): boolean | undefined {
  const attributes = own(own(identity(event), 'sessionContext'), 'attributes')
  return mfaWith(event, looseBoolean(own(attributes, 'mfaAuthenticated')))
}

/** The same, if this is what the identity states. */
export function mfaWith(event: Event, ofSession: boolean | undefined): boolean | undefined {
  const ofSignIn = looseBoolean(own(event.part('additionalEventData'), 'MFAUsed'))
  return eventName(event) === 'ConsoleLogin' ? (ofSignIn ?? ofSession) : (ofSession ?? ofSignIn)
}

function identity(event: Event): Json | undefined {
  return event.part('userIdentity')
}

function identityText(event: Event, name: string): string | undefined {
  return event.textIn('userIdentity', name)
}

function sessionIssuer(event: Event): Json | undefined {
  return own(own(identity(event), 'sessionContext'), 'sessionIssuer')
}

/** Role session names cannot contain a colon, so the first one is the separator: `AROA…:session`. */
function sessionName(event: Event): string | undefined {
  const id = identityText(event, 'principalId') ?? ''
  const colon = id.indexOf(':')
  if (colon >= 0 && colon < id.length - 1) return id.slice(colon + 1)
  const arn = identityText(event, 'arn')
  return arn?.slice(arn.lastIndexOf('/') + 1) || undefined
}
