// Records in the shapes of the trail's own documentation, with invented values.

import type { Event } from '../../../src/event/event.ts'
import { eventOf } from '../../../src/event/event.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { deniedBucketPolicy, keyRotation, rootSignIn } from '../event/records.ts'

export const rootLogin: JsonObject = rootSignIn

export const failedLogin: JsonObject = {
  ...rootLogin,
  userIdentity: { type: 'IAMUser', accountId: '123456789012', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
  eventTime: '2024-08-18T11:41:00Z',
  sourceIPAddress: '198.51.100.4',
  errorMessage: 'No username found in supplied account',
  responseElements: { ConsoleLogin: 'Failure' },
  additionalEventData: { MobileVersion: 'No', MFAUsed: 'No' },
  eventID: '22222222-2222-4222-8222-222222222222',
}

export const deniedPut: JsonObject = { ...deniedBucketPolicy, sourceIPAddress: '2001:db8::9' }

export const serviceEvent: JsonObject = keyRotation

/** Before eventVersion 1.01 much was missing. */
export const oldRead: JsonObject = {
  eventVersion: '1.0',
  userIdentity: { type: 'IAMUser', userName: 'alice', accountId: '000123456789' },
  eventTime: '2014-03-06T21:22:54Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'DescribeInstances',
  awsRegion: 'us-east-2',
  sourceIPAddress: 'autoscaling.amazonaws.com',
}

/** A record with some fields replaced; nested ones too, by dotted path. */
export function having(base: JsonObject, changes: JsonObject): JsonObject {
  const copy: Record<string, unknown> = structuredClone(base) as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let at = copy
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>
    at[last] = value
  }
  return copy as JsonObject
}

export function event(record: JsonObject): Event {
  return eventOf(record, { file: 'log.json.gz' })
}
