// Records of every kind CloudTrail delivers: invented values, the shapes seen in real log files.

import type { Event } from '../../../src/event/event.ts'
import { eventOf } from '../../../src/event/event.ts'
import type { JsonObject } from '../../../src/util/json.ts'

/** An event of the record, read back from text as it would be from a file. */
export function eventFrom(record: object): Event {
  return eventOf(JSON.parse(JSON.stringify(record)) as JsonObject)
}

export const rootSignIn = {
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
  additionalEventData: {
    LoginTo: 'https://console.aws.amazon.com/console/home',
    MobileVersion: 'No',
    MFAUsed: 'Yes',
  },
  eventID: '11111111-1111-4111-8111-111111111111',
  readOnly: false,
  eventType: 'AwsConsoleSignIn',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

export const failedSignIn = {
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    accountId: '123456789012',
    accessKeyId: '',
    userName: 'HIDDEN_DUE_TO_SECURITY_REASONS',
  },
  eventTime: '2024-08-18T11:41:00Z',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  awsRegion: 'us-east-1',
  sourceIPAddress: '198.51.100.4',
  userAgent: 'Mozilla/5.0',
  errorMessage: 'No username found in supplied account',
  requestParameters: null,
  responseElements: { ConsoleLogin: 'Failure' },
  additionalEventData: {
    LoginTo: 'https://console.aws.amazon.com/console/home',
    MobileVersion: 'No',
    MFAUsed: 'No',
  },
  eventID: '22222222-2222-4222-8222-222222222222',
  readOnly: false,
  eventType: 'AwsConsoleSignIn',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

export const deniedBucketPolicy = {
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
        principalId: 'AROAEXAMPLEROLEID0001',
        arn: 'arn:aws:iam::123456789012:role/Deploy',
        accountId: '123456789012',
        userName: 'Deploy',
      },
      webIdFederationData: {},
      attributes: { creationDate: '2024-08-18T11:00:00Z', mfaAuthenticated: 'false' },
    },
  },
  eventTime: '2024-08-18T11:42:10Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'PutBucketPolicy',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.9',
  userAgent: '[aws-cli/2.17.0 Python/3.11.8 Linux/6.1]',
  errorCode: 'AccessDenied',
  errorMessage: 'Access Denied',
  requestParameters: {
    bucketName: 'logs-example',
    policy: '',
    Host: 'logs-example.s3.eu-west-1.amazonaws.com',
  },
  responseElements: null,
  additionalEventData: {
    SignatureVersion: 'SigV4',
    CipherSuite: 'ECDHE-RSA-AES128-GCM-SHA256',
    bytesTransferredIn: 412,
    bytesTransferredOut: 243,
  },
  requestID: '66EC74F058E8C61E',
  eventID: '33333333-3333-4333-8333-333333333333',
  readOnly: false,
  resources: [{ accountId: '123456789012', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::logs-example' }],
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

export const serviceAssumesRole = {
  eventVersion: '1.08',
  userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
  eventTime: '2024-08-18T11:43:00Z',
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  awsRegion: 'us-east-1',
  sourceIPAddress: 'ec2.amazonaws.com',
  userAgent: 'ec2.amazonaws.com',
  requestParameters: {
    roleArn: 'arn:aws:iam::123456789012:role/Web',
    roleSessionName: 'i-0abc0123456789def',
  },
  responseElements: {
    credentials: {
      accessKeyId: 'ASIAEXAMPLEKEY000002',
      sessionToken: '…',
      expiration: 'Aug 18, 2024, 5:43:00 PM',
    },
    assumedRoleUser: {
      assumedRoleId: 'AROAEXAMPLEROLEID0002:i-0abc0123456789def',
      arn: 'arn:aws:sts::123456789012:assumed-role/Web/i-0abc0123456789def',
    },
  },
  requestID: '44444444-0000-4444-8444-444444444444',
  eventID: '44444444-4444-4444-8444-444444444444',
  readOnly: true,
  resources: [
    { accountId: '123456789012', type: 'AWS::IAM::Role', ARN: 'arn:aws:iam::123456789012:role/Web' },
  ],
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '123456789012',
  sharedEventID: '44444444-5555-4444-8444-444444444444',
  eventCategory: 'Management',
}

export const keyRotation = {
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
  resources: [
    {
      accountId: '123456789012',
      type: 'AWS::KMS::Key',
      ARN: 'arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000',
    },
  ],
  eventType: 'AwsServiceEvent',
  managementEvent: true,
  recipientAccountId: '123456789012',
  serviceEventDetails: { keyId: '00000000-0000-0000-0000-000000000000' },
  eventCategory: 'Management',
}

export const getObject = {
  ...deniedBucketPolicy,
  eventName: 'GetObject',
  requestParameters: { bucketName: 'b', key: 'k', Host: 'b.s3.eu-west-1.amazonaws.com' },
  readOnly: true,
  managementEvent: false,
  eventCategory: 'Data',
  resources: [
    { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::b/k' },
    { accountId: '123456789012', type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::b' },
  ],
}

export const endpointDenied = {
  eventVersion: '1.09',
  userIdentity: { type: 'AWSAccount', principalId: 'AROAEXAMPLE:s', accountId: '123456789012' },
  eventTime: '2024-08-18T11:45:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'ListBuckets',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '10.0.0.5',
  errorCode: 'VpceAccessDenied',
  eventID: '77777777-7777-4777-8777-777777777777',
  eventType: 'AwsVpceEvent',
  recipientAccountId: '123456789012',
  sharedEventID: '77777777-8888-4777-8777-777777777777',
  vpcEndpointId: 'vpce-0123456789abcdef0',
  vpcEndpointAccountId: '123456789012',
  eventCategory: 'NetworkActivity',
}

const omittedParameters = {
  eventSource: 'iam.amazonaws.com',
  eventName: 'PutRolePolicy',
  requestParameters: { reason: 'requestParameters too large', omitted: true, originalSize: '149893' },
}

/** eventVersion 1.0: no eventID, eventType, recipientAccountId, readOnly. */
export const oldRecord = {
  eventVersion: '1.0',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLE',
    arn: 'arn:aws:iam::000123456789:user/alice',
    accountId: '000123456789',
    accessKeyId: 'AKIAEXAMPLEKEY000009',
    userName: 'alice',
  },
  eventTime: '2014-03-06T21:22:54Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'DescribeInstances',
  awsRegion: 'us-east-2',
  sourceIPAddress: '205.251.233.176',
  requestParameters: { instancesSet: {}, filterSet: {} },
  responseElements: null,
}

export const insight = {
  eventVersion: '1.07',
  eventTime: '2020-09-23T05:16:00Z',
  awsRegion: 'ca-central-1',
  eventID: '88888888-8888-4888-8888-888888888888',
  eventType: 'AwsCloudTrailInsight',
  recipientAccountId: '123456789015',
  sharedEventID: '88888888-9999-4888-8888-888888888888',
  eventCategory: 'Insight',
  insightDetails: {
    state: 'Start',
    eventSource: 'autoscaling.amazonaws.com',
    eventName: 'CompleteLifecycleAction',
    errorCode: 'ValidationError',
    insightType: 'ApiErrorRateInsight',
  },
}

export const aggregated = {
  eventVersion: '1.0',
  accountId: '000123456789',
  eventId: '99999999-9999-4999-8999-999999999999',
  eventCategory: 'Aggregated',
  eventType: 'AwsAggregatedEvent',
  awsRegion: 'us-east-1',
  eventSource: 's3.amazonaws.com',
  timeWindow: { windowStart: '2025-10-30 23:45:00', windowEnd: '2025-10-30 23:50:00', windowSize: 'PT5M' },
  summary: { primaryDimension: { dimension: 'eventName', statistics: [{ name: 'GetObject', value: 7 }] } },
}

/** Every record above, by name. */
export const ALL = {
  rootSignIn,
  failedSignIn,
  deniedBucketPolicy,
  serviceAssumesRole,
  keyRotation,
  getObject,
  endpointDenied,
  omittedParameters,
  oldRecord,
  insight,
  aggregated,
}
