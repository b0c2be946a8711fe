// Sessions as threads send them: plain data, mostly arrays of numbers and texts, because sending hundreds of thousands of
// objects would take longer than creating them.

import type { CredentialKind } from '../event/credential.ts'
import type { Issue } from './issue.ts'
import type { SessionFacts, Subject } from './session.ts'

export interface SessionPart {
  /** Every text of the part once; the first is empty and stands for none. Texts elsewhere are numbers of these. */
  readonly texts: readonly string[]
  /** Different identities of events: CELLS texts each. */
  readonly identities: Uint32Array
  /** Of each the earliest event, epoch milliseconds; Infinity where none has a time. */
  readonly firsts: Float64Array
  /** Of each event the number of its identity, or NO_SESSION. */
  readonly codes: Uint32Array
  /** Of each event the sum of what is true of it. */
  readonly marks: Uint8Array
  /** Of each event where it came from: an IPv4 address as a number if it has the mark, else a text. */
  readonly addresses: Uint32Array
  readonly issues: {
    /** ISSUE_TEXTS each. */
    readonly texts: Uint32Array
    readonly times: Float64Array
    /** The number of the event. */
    readonly events: Uint32Array
  }
}

export const NO_SESSION = 0xffff_ffff
export const MARK = { change: 1, error: 2, wanted: 4, ipv4: 8 } as const

/** Of a session, and behind them what may differ between its events. */
export const FACTS = [
  'id',
  'kind',
  'subjectKind',
  'subjectName',
  'userName',
  'arn',
  'principalId',
  'role',
  'roleArn',
  'account',
  'sourceIdentity',
  'creationDate',
  'mfa',
  'isTemporary',
  'tails',
] as const
export type FactName = (typeof FACTS)[number]
export const ACCESS_KEY = FACTS.length
export const CELLS = FACTS.length + 1

/**
 * Names of sessions are mostly different, and stand in ARN, principal ID and subject again: there only what is before them is
 * kept, and `tails` says where. What console sessions are joined by is kept whole.
 */
export function cellsOf(
  facts: SessionFacts,
  accessKeyId: string | undefined,
): readonly (string | undefined)[] {
  const { kind, subject, userName, arn, principalId } = facts
  const hasTail = (text: string | undefined): text is string =>
    kind === 'key' && userName !== undefined && userName !== '' && text?.endsWith(userName) === true
  const head = (text: string | undefined): string | undefined =>
    hasTail(text) ? text.slice(0, -userName!.length) : text
  const isArn = subject.name === arn
  const tails =
    (hasTail(arn) ? ARN_TAIL : '') +
    (hasTail(principalId) ? PRINCIPAL_TAIL : '') +
    (isArn ? SUBJECT_IS_ARN : '')
  return [
    facts.id,
    kind,
    subject.kind,
    isArn ? undefined : subject.name,
    userName,
    head(arn),
    head(principalId),
    facts.role,
    facts.roleArn,
    facts.account,
    facts.sourceIdentity,
    facts.creationDate,
    facts.mfa === undefined ? undefined : String(facts.mfa),
    facts.isTemporary ? 'true' : undefined,
    tails,
    accessKeyId,
  ]
}

const ARN_TAIL = 'a'
const PRINCIPAL_TAIL = 'p'
const SUBJECT_IS_ARN = 's'

/** What `cellsOf` was given, of one fact. */
export function wholeFact(name: FactName, text: (name: FactName) => string | undefined): string | undefined {
  const tails = text('tails') ?? ''
  if (name === 'subjectName' && tails.includes(SUBJECT_IS_ARN)) return wholeFact('arn', text)
  const hasTail =
    (name === 'arn' && tails.includes(ARN_TAIL)) || (name === 'principalId' && tails.includes(PRINCIPAL_TAIL))
  return hasTail ? (text(name) ?? '') + (text('userName') ?? '') : text(name)
}

/** `text` gives a whole fact, undefined for none. */
export function factsOf(text: (name: FactName) => string | undefined): SessionFacts {
  return {
    id: text('id')!,
    kind: text('kind') as CredentialKind,
    subject: { kind: text('subjectKind') as Subject['kind'], name: text('subjectName') ?? '' },
    userName: text('userName'),
    arn: text('arn'),
    principalId: text('principalId'),
    role: text('role'),
    roleArn: text('roleArn'),
    account: text('account'),
    sourceIdentity: text('sourceIdentity'),
    creationDate: text('creationDate'),
    mfa: text('mfa') === undefined ? undefined : text('mfa') === 'true',
    isTemporary: text('isTemporary') === 'true',
  }
}

/** Facts that one record of a call may contain and another record of the same call may lack. */
export const SHARED_TEXTS = [
  'caller',
  'key',
  'principalId',
  'roleArn',
  'sourceIdentity',
  'signInSession',
  'switchedFrom',
] as const
export const ISSUE_TEXTS = [
  'eventId',
  'eventName',
  'account',
  'sharedEventId',
  'by',
  ...SHARED_TEXTS,
] as const satisfies readonly (keyof Issue)[]
export type IssueText = (typeof ISSUE_TEXTS)[number]
