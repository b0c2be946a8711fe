// Sessions as threads send them: plain data, mostly arrays of numbers and texts, because sending hundreds of thousands of
// objects would take longer than creating them.

import type { CredentialKind } from '../event/credential.ts'
import type { PackedTexts } from '../util/packed-texts.ts'
import type { Issue } from './issue.ts'
import type { SessionFacts, Subject } from './session.ts'

export interface SessionPart {
  /** Texts of the part, some more than once. Texts elsewhere are numbers of these. */
  readonly texts: PackedTexts
  /** What identities of events share, of this part or of others. */
  readonly shapes: {
    readonly texts: PackedTexts
    /** CELLS of these texts each. */
    readonly cells: Uint32Array
    /** Two words each, which only equal shapes share; 0 where there are none. */
    readonly hashes: Int32Array
  }
  /**
   * Different identities: WIDTH numbers each, of a shape, of the session's ID, of four texts of their own, and two words of a
   * hash, which only equal identities share; 0 where there is none.
   */
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

/** Numbers of an identity. */
export const IDENTITY = { shape: 0, id: 1, key: 2, name: 3, date: 4, end: 5, hash: 6 } as const
export const WIDTH = 8

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
] as const
export type FactName = (typeof FACTS)[number]
export const ACCESS_KEY = FACTS.length
/** Whether the texts may have holes, for what identities have of their own. */
export const IS_OPEN = FACTS.length + 1
export const CELLS = FACTS.length + 2

/** `open` makes the holes, where there are any; else no text has one, whatever it looks like. */
export function cellsOf(
  facts: SessionFacts,
  accessKeyId: string | undefined,
  open?: (text: string) => string,
): readonly string[] {
  const texts: Readonly<Record<FactName, string | undefined>> = {
    ...facts,
    subjectKind: facts.subject.kind,
    subjectName: facts.subject.name,
    mfa: facts.mfa === undefined ? undefined : String(facts.mfa),
    isTemporary: facts.isTemporary ? 'true' : undefined,
  }
  const cells = [...FACTS.map((name) => texts[name]), accessKeyId]
  const opened = cells.map((text = '') => open?.(text) ?? text)
  return [...opened, open ? 'true' : '']
}

/** `text` gives a fact, undefined for none. */
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
/** Texts that few calls share. */
export const OF_ONE_CALL = ['eventId', 'sharedEventId', 'principalId'] as const
export type IssueText = (typeof ISSUE_TEXTS)[number]
