import { expect, test } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import { CSV_COLUMNS, DEFAULT_COLUMNS, RECORD_FIELDS } from '../../../src/event/field-table.ts'
import { FIELDS, columnOf, findField } from '../../../src/event/fields.ts'
import { TEXT_FIELDS } from '../../../src/event/field-table.ts'
import { UsageError } from '../../../src/util/usage-error.ts'
import {
  aggregated,
  deniedBucketPolicy,
  eventFrom,
  failedSignIn,
  insight,
  oldRecord,
  rootSignIn,
} from './records.ts'

test('the CSV columns have the headers of the console, in its order', () => {
  expect(CSV_COLUMNS.map((name) => findField(name)?.label).join()).toBe(
    'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category',
  )
})

test.each<[string, object, (string | undefined)[]]>([
  [
    'a denied write of a role session',
    deniedBucketPolicy,
    [
      'deploy-session',
      'ASIAEXAMPLEKEY000001',
      '2024-08-18T11:42:10Z',
      's3.amazonaws.com',
      'PutBucketPolicy',
      'eu-west-1',
      '203.0.113.9',
      '[aws-cli/2.17.0 Python/3.11.8 Linux/6.1]',
      'AccessDenied',
      '[{"resourceType":"AWS::S3::Bucket","resourceName":"logs-example"}]',
      '66EC74F058E8C61E',
      '33333333-3333-4333-8333-333333333333',
      'false',
      'AwsApiCall',
      '123456789012',
      'Management',
    ],
  ],
  [
    'a root sign-in',
    rootSignIn,
    [
      'root',
      undefined,
      '2024-08-18T11:40:01Z',
      'signin.amazonaws.com',
      'ConsoleLogin',
      'us-east-1',
      '203.0.113.7',
      'Mozilla/5.0 (X11; Linux x86_64)',
      undefined,
      '[]',
      undefined,
      '11111111-1111-4111-8111-111111111111',
      'false',
      'AwsConsoleSignIn',
      '123456789012',
      'Management',
    ],
  ],
  [
    'a record of 2014',
    oldRecord,
    [
      'alice',
      'AKIAEXAMPLEKEY000009',
      '2014-03-06T21:22:54Z',
      'ec2.amazonaws.com',
      'DescribeInstances',
      'us-east-2',
      '205.251.233.176',
      undefined,
      undefined,
      '[]',
      undefined,
      undefined,
      'true',
      undefined,
      undefined,
      'Management',
    ],
  ],
])('the CSV cells of %s', (_, record, expected) => {
  const event = eventFrom(record)
  expect(CSV_COLUMNS.map((name) => columnOf(name).get(event))).toEqual(expected)
})

test('the default columns are those of the page', () => {
  expect(DEFAULT_COLUMNS.map((name) => columnOf(name).label)).toEqual([
    'Event name',
    'Event time',
    'User name',
    'Event source',
    'Resource type',
    'Resource name',
  ])
})

test.each<[string, object, string | undefined]>([
  [
    'resource-type',
    { resources: [{ ARN: 'b', type: 'T' }, { ARN: 'a', type: 'T' }, { ARN: 'c' }] },
    'T, T, -',
  ],
  [
    'resource-name',
    { resources: [{ ARN: 'b', type: 'T' }, { ARN: 'a', type: 'T' }, { ARN: 'c' }] },
    'a, b, c',
  ],
  ['resource-name', rootSignIn, undefined],
  ['error-message', failedSignIn, 'No username found in supplied account'],
  ['account', oldRecord, '000123456789'],
  ['account', aggregated, '000123456789'],
  ['role', deniedBucketPolicy, 'Deploy'],
  ['principal', deniedBucketPolicy, 'arn:aws:sts::123456789012:assumed-role/Deploy/deploy-session'],
  ['identity-type', deniedBucketPolicy, 'AssumedRole'],
  ['mfa', rootSignIn, 'true'],
  ['mfa', failedSignIn, 'false'],
  ['mfa', oldRecord, undefined],
  ['target', deniedBucketPolicy, 'logs-example'],
  ['event-name', insight, 'CompleteLifecycleAction'],
  ['event-time', aggregated, '2025-10-30T23:45:00Z'],
  ['event-time', { eventTime: 1422317782 }, '2015-01-27T00:16:22Z'],
  ['event-time', { eventTime: '2024-08-18T11:40:01.250Z' }, '2024-08-18T11:40:01.250Z'],
  ['event-time', { eventTime: 'yesterday' }, 'yesterday'],
  ['event-time', { eventTime: 1e300 }, undefined],
  ['event-category', { eventCategory: 'Future' }, 'Future'],
  ['file', deniedBucketPolicy, undefined],
])('%s of %o → %j', (name, record, expected) => {
  expect(columnOf(name).get(eventFrom(record))).toBe(expected)
})

test('the file is where the event came from', () => {
  expect(columnOf('file').get(eventOf({}, { file: 's3://b/k.json.gz' }))).toBe('s3://b/k.json.gz')
})

test.each<[string, string]>([
  ['event-name', 'event-name'],
  ['eventName', 'event-name'],
  ['EventName', 'event-name'],
  ['Event name', 'event-name'],
  ['EVENT_NAME', 'event-name'],
  ['Username', 'user-name'],
  ['Recipient Account Id', 'recipient-account-id'],
  ['recipientAccountId', 'recipient-account-id'],
  ['AWS access key', 'access-key-id'],
  ['AccessKeyId', 'access-key-id'],
  ['Source IP address', 'source-ip'],
  ['sourceIPAddress', 'source-ip'],
  ['awsRegion', 'region'],
  ['readOnly', 'read-only'],
  ['resources', 'resources'],
  ['MFA', 'mfa'],
])('%s is found as %s', (text, name) => {
  expect(findField(text)?.name).toBe(name)
})

test('no two fields answer to one spelling, and every filter field is a column', () => {
  for (const field of FIELDS) {
    expect(findField(field.name)).toBe(field)
    expect(findField(field.label)).toBe(field)
  }
  for (const name of TEXT_FIELDS) expect(findField(name)?.name).toBe(name)
  for (const name of RECORD_FIELDS) expect(findField(name)).toBeUndefined()
})

test.each<[string, string | undefined]>([
  ['requestParameters.bucketName', 'logs-example'],
  ['resources[0].ARN', 'arn:aws:s3:::logs-example'],
  ['userIdentity.sessionContext.sessionIssuer.userName', 'Deploy'],
  ['additionalEventData.bytesTransferredIn', '412'],
  ['eventVersion', '1.09'],
  ['managementEvent', 'true'],
  ['vpcEndpointId', undefined],
  ['userIdentity.sessionContext.webIdFederationData', '{}'],
])('the path %s is a column by itself', (path, expected) => {
  const column = columnOf(path)
  expect([column.label, column.get(eventFrom(deniedBucketPolicy))]).toEqual([path, expected])
})

test.each<[string, RegExp]>([
  ['evnt-name', /did you mean event-name\?/],
  ['requestparameters', /did you mean requestParameters\?/],
  ['usrname', /did you mean user-name\?/],
  ['zzzzzzzz', /a path such as requestParameters\.bucketName/],
  ['__proto__', /a path such as/],
  ['constructor', /help columns/],
  ['a..b', /help columns/],
  ['', /help columns/],
])('%j is refused with a hint', (text, hint) => {
  const refusal = refusalOf(text)
  expect(refusal?.message).toBe(`unknown column '${text}'`)
  expect(refusal?.hint).toMatch(hint)
})

function refusalOf(column: string): UsageError | undefined {
  try {
    columnOf(column)
    return undefined
  } catch (error) {
    return error instanceof UsageError ? error : undefined
  }
}
