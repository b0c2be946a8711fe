// Whether an event only read. The record says so since 2019 or so; for older ones the name of the call decides, and the
// answer is marked as a guess. What the record says always wins: AssumeRole is stated both ways in real data.

import type { Event } from './event.ts'
import { looseBoolean } from './loose-boolean.ts'
import { eventName, eventSource } from './names.ts'

export interface ReadOnly {
  readonly value: boolean
  /** True where the record does not say and the name of the call was asked. */
  readonly inferred: boolean
}

export function readOnly(event: Event): ReadOnly {
  const stated = looseBoolean(event.part('readOnly'))
  if (stated !== undefined) return { value: stated, inferred: false }
  return { value: isReadCall(eventSource(event) ?? '', eventName(event) ?? ''), inferred: true }
}

/** A name such as DescribeInstances or ListBuckets: it asks, and its answer is a list of what there is. */
export function isReadName(name: string): boolean {
  return READ_NAME.test(name)
}

function isReadCall(source: string, name: string): boolean {
  const exception = EXCEPTIONS.find((row) => row.source === source && row.names.test(name))
  return exception?.readOnly ?? isReadName(name)
}

/** The names of calls that read. Written so that every engine of regular expressions reads it the same. */
export const READ_NAME =
  /^(?:Get|List|Describe|Head|Lookup|Search|Query|Scan|BatchGet|BatchDescribe|Check|Test|Validate|Verify|Preview|Estimate|Simulate|Select|View|Filter)(?:[A-Z]|$)/

// Of 584 kinds of call that state readOnly in 30,523 real events, the guess is right for all but five: bedrock InvokeModel,
// elasticfilesystem NewClientConnection, ses SendEmail and VerifyEmailIdentity, connect ListRealtimeContactAnalysisSegmentsV2.
/** The first that fits counts more than the name. */
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
