import { expect, test } from 'vitest'
import { isError } from '../../../src/event/failure.ts'
import { deniedBucketPolicy, eventFrom, failedSignIn, insight, rootSignIn } from './records.ts'

const { errorMessage: _, ...silentFailure } = failedSignIn

test.each<[string, object, boolean]>([
  ['an error code', deniedBucketPolicy, true],
  ['a message without a code', failedSignIn, true],
  ['a failed sign-in with neither', silentFailure, true],
  ['a sign-in', rootSignIn, false],
  ['a sign-in whose response is a text', { ...rootSignIn, responseElements: 'Failure' }, false],
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
