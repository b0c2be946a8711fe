// Who made the call, in an auditor's terms, whichever identity type CloudTrail records: `user alice`, `role Deploy`,
// `root`, `service ec2.amazonaws.com`. A role's sessions count as the role. A caller from another account is shown with
// that account.

import type { Event } from './event.ts'
import { own, ownText } from '../util/json.ts'
import { identityType, roleName, username } from './identity.ts'

/** A derived value; undefined if the event says nothing about its caller. */
export function who(event: Event): string | undefined {
  const type = identityType(event) ?? ''
  const tell = Object.hasOwn(WHO, type) ? WHO[type] : undefined
  return tell?.(event) ?? ofNoType(event)
}

type Teller = (event: Event) => string | undefined

const WHO: Readonly<Record<string, Teller>> = {
  Root: (event) => ofOther('root', event),
  IAMUser: (event) => ofOther(named('user', text(event, 'userName') ?? lastOfArn(event)), event),
  AssumedRole: ofRole,
  Role: ofRole,
  FederatedUser: (event) => ofOther(named('federated user', username(event)), event),
  SAMLUser: (event) => named('SAML user', username(event) ?? principalId(event)),
  WebIdentityUser: (event) => named('web identity', username(event) ?? principalId(event)),
  IdentityCenterUser: (event) => named(IDENTITY_CENTER_USER, identityCenterUser(event)),
  Directory: (event) => named('directory user', username(event) ?? principalId(event)),
  AWSService: ofService,
  AWSAccount: ofAccount,
}

const IDENTITY_CENTER_USER = 'Identity Center user'

function named(kind: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : `${kind} ${name}`
}

/** Appends the caller's account if it is not the account that recorded the event. */
function ofOther(name: string | undefined, event: Event): string | undefined {
  const account = text(event, 'accountId')
  const recipient = event.text('recipientAccountId')
  if (name === undefined || account === undefined || recipient === undefined || account === recipient)
    return name
  return `${name} of ${account}`
}

function ofRole(event: Event): string | undefined {
  const arn = text(event, 'arn') ?? ''
  const name = roleName(event) ?? /:assumed-role\/(?:.*\/)?([^/]+)\/[^/]+$/.exec(arn)?.[1]
  // A permission set: the session name is the person who signed in at Identity Center, and is the same in every
  // account.
  if (name?.startsWith('AWSReservedSSO_')) return named(IDENTITY_CENTER_USER, username(event))
  return ofOther(named('role', name ?? uniqueId(event)), event)
}

function ofService(event: Event): string | undefined {
  return named('service', text(event, 'invokedBy') ?? event.text('eventSource'))
}

/** Callers of other accounts, for whom the record has only IDs. */
function ofAccount(event: Event): string | undefined {
  const account = text(event, 'accountId')
  const id = uniqueId(event)
  if (ANONYMOUS.test(account ?? '') || ANONYMOUS.test(id ?? '')) return 'anonymous'
  const kind = UNIQUE_IDS.find(([prefix]) => id?.startsWith(prefix))?.[1]
  if (kind === undefined) return named('account', account ?? id)
  return account === undefined ? `${kind} ${id}` : `${kind} ${id} of ${account}`
}

const ANONYMOUS = /^anonymous(?:_principal)?$/i
const UNIQUE_IDS: readonly (readonly [string, string])[] = [
  ['AIDA', 'user'],
  ['AROA', 'role'],
]

/** The user of a sign-in at the Identity Center portal, which records it in other fields than API calls do. */
function identityCenterUser(event: Event): string | undefined {
  return (
    text(event, 'userName') ??
    ownText(event.part('additionalEventData'), 'UserName') ??
    ownText(own(event.part('userIdentity'), 'onBehalfOf'), 'userId') ??
    principalId(event)
  )
}

/** Events that Identity Center records for a sign-in at its portal. */
const SIGN_IN_STEP = /^(?:CredentialChallenge|CredentialVerification|UserAuthentication)$/

/** Service events have no identity type, and sign-ins at the portal have an uninformative one. */
function ofNoType(event: Event): string | undefined {
  const name = username(event)
  if (SIGN_IN_STEP.test(event.text('eventName') ?? ''))
    return named(IDENTITY_CENTER_USER, name ?? identityCenterUser(event))
  if (name !== undefined) return named('user', name)
  const invokedBy = text(event, 'invokedBy')
  if (invokedBy !== undefined || event.text('eventType') === 'AwsServiceEvent') return ofService(event)
  const onBehalfOf = ownText(own(event.part('userIdentity'), 'onBehalfOf'), 'userId')
  if (onBehalfOf !== undefined) return `${IDENTITY_CENTER_USER} ${onBehalfOf}`
  return named('account', text(event, 'accountId'))
}

function text(event: Event, name: string): string | undefined {
  return event.textIn('userIdentity', name)
}

function principalId(event: Event): string | undefined {
  return text(event, 'principalId')
}

/** `AROA…` from `AROA…:session`. */
function uniqueId(event: Event): string | undefined {
  return principalId(event)?.replace(/:.*$/s, '') || undefined
}

function lastOfArn(event: Event): string | undefined {
  const arn = text(event, 'arn')
  return arn?.slice(arn.lastIndexOf('/') + 1) || undefined
}
