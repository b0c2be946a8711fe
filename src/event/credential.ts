// The credential that an event was made with. Console and forwarded sessions get a new access key for almost every
// request, so keys would split one session into hundreds; the role session and its creation date identify it instead.

import type { Event } from './event.ts'
import { own, ownText, type Json } from '../util/json.ts'

export type CredentialKind =
  /** A sign-in session, identified by the ARN in the record. */
  | 'sign-in'
  /** A session in the console: one principal, one creation date, many access keys. */
  | 'console'
  /** The same, of calls that services made for the principal. Those for a console session are part of that. */
  | 'forwarded'
  /** An access key, temporary (`ASIA…`) or long-lived (`AKIA…`). */
  | 'key'

export interface Credential {
  readonly kind: CredentialKind
  /**
   * The same for all events of one credential: an ARN, `principalId#creationDate`, or an access key ID.
   */
  readonly id: string
}

/** The first rule that applies, ordered from the most to the least certain; undefined if the event cannot be linked to another. */
export function credentialOf(event: Event): Credential | undefined {
  const identity = event.part('userIdentity')
  const context = own(identity, 'sessionContext')
  const arn = ownText(context, 'signInSessionArn')
  // The ARN in CreateOAuth2Token identifies the session that the call creates, not the one that made the call.
  if (arn !== undefined && event.text('eventName') !== 'CreateOAuth2Token')
    return { kind: 'sign-in', id: arn }
  const key = ownText(identity, 'accessKeyId')
  const created = createdAt(context)
  const principal = ownText(identity, 'principalId') ?? ownText(identity, 'arn')
  const isForwarded = ownText(identity, 'invokedBy') !== undefined
  const isConsole = isOfConsole(event)
  if ((key === undefined || isConsole || isForwarded) && created !== undefined && principal !== undefined)
    return {
      kind: isForwarded && !isConsole ? 'forwarded' : 'console',
      id: consoleSession(principal, created),
    }
  return key === undefined ? undefined : { kind: 'key', id: key }
}

/** The ID of the credential; undefined if the event cannot be linked to any other event. */
export function sessionOf(event: Event): string | undefined {
  return credentialOf(event)?.id
}

/** The ID of a console session, from the principal ID and the creation date as written in the records. */
export function consoleSession(principalId: string, creationDate: string): string {
  return `${principalId}#${creationDate}`
}

/** `sessionContext.attributes.creationDate` as written. */
export function createdAt(context: Json | undefined): string | undefined {
  return ownText(own(context, 'attributes'), 'creationDate')
}

export function isOfConsole(event: Event): boolean {
  const value = event.part('sessionCredentialFromConsole')
  return value === true || value === 'true'
}
