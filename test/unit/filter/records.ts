// Records in the shapes of the trail's own documentation, with invented values.

import type { Event } from '../../../src/event/event.ts'
import { eventOf } from '../../../src/event/event.ts'
import type { JsonObject } from '../../../src/util/json.ts'

export const rootLogin: JsonObject = {
  eventVersion: '1.08',
  userIdentity: {
    type: 'Root',
    principalId: '123456789012',
    arn: 'arn:aws:iam::123456789012:root',
    accountId: '123456789012',
    accessKeyId: '',
  },
  eventTime: '2024-08-18T11:40:01Z',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  awsRegion: 'us-east-1',
  sourceIPAddress: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  requestParameters: null,
  responseElements: { ConsoleLogin: 'Success' },
  additionalEventData: { MobileVersion: 'No', MFAUsed: 'Yes' },
  eventID: '11111111-1111-4111-8111-111111111111',
  readOnly: false,
  eventType: 'AwsConsoleSignIn',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

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

export const deniedPut: JsonObject = {
  eventVersion: '1.09',
  userIdentity: {
    type: 'AssumedRole',
    principalId: 'AROAEXAMPLEROLEID0001:deploy-session',
    arn: 'arn:aws:sts::123456789012:assumed-role/Deploy/deploy-session',
    accountId: '123456789012',
    accessKeyId: 'ASIAEXAMPLEKEY000001',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        arn: 'arn:aws:iam::123456789012:role/Deploy',
        accountId: '123456789012',
        userName: 'Deploy',
      },
      attributes: { creationDate: '2024-08-18T11:00:00Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2024-08-18T11:42:10Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'PutBucketPolicy',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '2001:db8::9',
  userAgent: '[aws-cli/2.17.0 Python/3.11.8 Linux/6.1]',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestParameters: { bucketName: 'logs-example', Host: 'logs-example.s3.eu-west-1.amazonaws.com' },
  responseElements: null,
  additionalEventData: { SignatureVersion: 'SigV4', bytesTransferredIn: 412 },
  requestID: '66EC74F058E8C61E',
  eventID: '33333333-3333-4333-8333-333333333333',
  readOnly: false,
  resources: [{ accountId: '123456789012', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::logs-example' }],
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

export const serviceEvent: JsonObject = {
  eventVersion: '1.08',
  userIdentity: { accountId: '123456789012', invokedBy: 'AWS Internal' },
  eventTime: '2024-08-18T11:44:00Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'RotateKey',
  awsRegion: 'us-east-1',
  sourceIPAddress: 'AWS Internal',
  userAgent: 'AWS Internal',
  requestParameters: null,
  responseElements: null,
  eventID: '55555555-5555-4555-8555-555555555555',
  readOnly: false,
  eventType: 'AwsServiceEvent',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

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
