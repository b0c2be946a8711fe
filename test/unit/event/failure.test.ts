import { expect, test } from 'vitest'
import { isError, result } from '../../../src/event/failure.ts'
import { deniedBucketPolicy, eventFrom, failedSignIn, insight, rootSignIn } from './records.ts'

const { errorMessage: _, ...silentFailure } = failedSignIn

test.each<[string, object, boolean]>([
  ['an error code', deniedBucketPolicy, true],
  ['a message without a code', failedSignIn, true],
  ['a failed sign-in with neither', silentFailure, true],
  ['a sign-in', rootSignIn, false],
  ['a sign-in whose response is a text', { ...rootSignIn, responseElements: 'Failure' }, false],
  [
    'a role that could not be switched to',
    { eventName: 'SwitchRole', eventType: 'AwsConsoleSignIn', responseElements: { SwitchRole: 'Failure' } },
    true,
  ],
  [
    'a credential that Identity Center refused',
    {
      eventName: 'CredentialVerification',
      eventType: 'AwsServiceEvent',
      serviceEventDetails: { CredentialVerification: 'Failure' },
    },
    true,
  ],
  [
    'a credential that it took',
    {
      eventName: 'CredentialVerification',
      eventType: 'AwsServiceEvent',
      serviceEventDetails: { CredentialVerification: 'Success' },
    },
    false,
  ],
  [
    'another call with such a response',
    { eventName: 'X', responseElements: { ConsoleLogin: 'Failure' } },
    false,
  ],
  ['empty code', { errorCode: '' }, false],
  ['an insight about errors has not failed itself', insight, false],
])('%s', (_, record, expected) => {
  expect(isError(eventFrom(record))).toBe(expected)
})

test.each<[object, string | undefined]>([
  [deniedBucketPolicy, 'AccessDenied'],
  [failedSignIn, 'Failure'],
  [rootSignIn, 'Success'],
  [{ errorMessage: 'no' }, 'Failure'],
  [{ eventName: 'CreateUser', eventType: 'AwsApiCall' }, 'Success'],
  [{ eventName: 'CredentialChallenge', eventType: 'AwsServiceEvent' }, undefined],
])('result of %j', (record, expected) => {
  expect(result(eventFrom(record))).toBe(expected)
})
