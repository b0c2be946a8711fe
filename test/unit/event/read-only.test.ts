import { expect, test } from 'vitest'
import { readOnly } from '../../../src/event/read-only.ts'
import { eventFrom, oldRecord } from './records.ts'

const of = (eventName: string) => readOnly(eventFrom({ eventSource: 'x.amazonaws.com', eventName }))

const PREFIXES =
  'Get List Describe Head Lookup Search Query Scan BatchGet BatchDescribe Check Test Validate Verify Preview Estimate Simulate Select View Filter'

test.each(PREFIXES.split(' '))('%s… reads, if a word follows', (prefix) => {
  expect(of(`${prefix}Things`)).toEqual({ value: true, inferred: true })
  expect(of(prefix)).toEqual({ value: true, inferred: true })
  expect(of(`${prefix}things`)).toEqual({ value: false, inferred: true })
  expect(of(`Put${prefix}Things`)).toEqual({ value: false, inferred: true })
})

test.each<[source: string, name: string, value: boolean]>([
  ['kms', 'Decrypt', true],
  ['kms', 'Encrypt', true],
  ['kms', 'GenerateDataKey', true],
  ['kms', 'GenerateDataKeyWithoutPlaintext', true],
  ['kms', 'ReEncryptFrom', true],
  ['kms', 'DisableKey', false],
  ['kms', 'ScheduleKeyDeletion', false],
  ['other', 'Decrypt', false],
  ['sts', 'AssumeRole', true],
  ['sts', 'AssumeRoleWithSAML', true],
  ['sts', 'GetSessionToken', false],
  ['sts', 'GetFederationToken', false],
  ['kms', 'Sign', true],
  ['kms', 'VerifyMac', true],
  ['kms', 'GenerateMac', true],
  ['kms', 'GenerateRandom', true],
  ['sts', 'GetCallerIdentity', true],
  ['signin', 'ConsoleLogin', false],
  ['signin', 'CheckMfa', false],
  ['signin', 'SwitchRole', false],
  ['ssm', 'StartSession', false],
  ['billingconsole', 'GetPaymentPreference', false],
  ['billingconsole', 'GetBills', true],
  ['ec2', 'RunInstances', false],
  ['ecr', 'BatchGetImage', true],
  ['logs', 'CreateLogStream', false],
])('inferred: %s %s → %s', (source, eventName, value) => {
  const event = eventFrom({ eventSource: `${source}.amazonaws.com`, eventName })
  expect(readOnly(event)).toEqual({ value, inferred: true })
})

test.each<[unknown, boolean]>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
])('stated as %j, it wins over the name', (stated, value) => {
  expect(readOnly(eventFrom({ ...oldRecord, readOnly: stated }))).toEqual({ value, inferred: false })
})

test('neither stated nor named: a write, so that the default filter hides nothing it cannot judge', () => {
  expect(readOnly(eventFrom({ readOnly: 'perhaps' }))).toEqual({ value: false, inferred: true })
})
