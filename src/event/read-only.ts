// Whether an event only read. Records state it since about 2019; for older ones it is guessed from the event name, and
// marked as a guess. The record's statement always takes precedence: real records state both values for AssumeRole.

import type { Event } from './event.ts'
import { looseBoolean } from './loose-boolean.ts'
import { eventName, eventSource } from './names.ts'

export interface ReadOnly {
  readonly value: boolean
  /** True if the record does not state it and it was guessed from the event name. */
  readonly inferred: boolean
}

export function readOnly(event: Event): ReadOnly {
  const stated = looseBoolean(event.part('readOnly'))
  if (stated !== undefined) return { value: stated, inferred: false }
  return { value: isReadCall(eventSource(event) ?? '', eventName(event) ?? ''), inferred: true }
}

/** True for a name such as DescribeInstances or ListBuckets: the call only returns information. */
export function isReadName(name: string): boolean {
  return READ_NAME.test(name)
}

function isReadCall(source: string, name: string): boolean {
  const exception = EXCEPTIONS.find((row) => row.source === source && row.names.test(name))
  return exception?.readOnly ?? isReadName(name)
}

/** Event names of calls that read. Uses only regular-expression syntax that all SQL engines interpret alike. */
export const READ_NAME =
  /^(?:Get|List|Describe|Head|Lookup|Search|Query|Scan|BatchGet|BatchDescribe|Check|Test|Validate|Verify|Preview|Estimate|Simulate|Select|View|Filter)(?:[A-Z]|$)/

// Exceptions to READ_NAME; the first match counts. Checked against the 584 kinds of calls that state readOnly in 30,523
// real events: the guess is right for all but five: bedrock InvokeModel, elasticfilesystem NewClientConnection, ses
// SendEmail and VerifyEmailIdentity, connect ListRealtimeContactAnalysisSegmentsV2.
export const EXCEPTIONS: readonly {
  readonly source: string
  readonly names: RegExp
  readonly readOnly: boolean
}[] = [
  {
    source: 'kms.amazonaws.com',
    names: /^(?:Decrypt|Encrypt|GenerateDataKey.*|GenerateMac|GenerateRandom|ReEncrypt.*|Sign|Verify.*)$/,
    readOnly: true,
  },
  {
    source: 'sts.amazonaws.com',
    names: /^(?:AssumeRole.*|GetCallerIdentity)$/,
    readOnly: true,
  },
  { source: 'sts.amazonaws.com', names: /^Get(?:Federation|Session)Token$/, readOnly: false },
  { source: 'signin.amazonaws.com', names: /^/, readOnly: false },
  { source: 'ssm.amazonaws.com', names: /^StartSession$/, readOnly: false },
  { source: 'billingconsole.amazonaws.com', names: /^GetPaymentPreference$/, readOnly: false },
]
