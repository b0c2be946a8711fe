import { expect, test } from 'vitest'
import { errorCode, eventId, eventName, eventSource } from '../../../src/event/names.ts'
import { ALL, eventFrom } from './records.ts'

test.each<[keyof typeof ALL, (string | undefined)[]]>([
  [
    'deniedBucketPolicy',
    ['PutBucketPolicy', 's3.amazonaws.com', '33333333-3333-4333-8333-333333333333', 'AccessDenied'],
  ],
  [
    'insight',
    [
      'CompleteLifecycleAction',
      'autoscaling.amazonaws.com',
      '88888888-8888-4888-8888-888888888888',
      'ValidationError',
    ],
  ],
  ['aggregated', [undefined, 's3.amazonaws.com', '99999999-9999-4999-8999-999999999999', undefined]],
  ['oldRecord', ['DescribeInstances', 'ec2.amazonaws.com', undefined, undefined]],
])('name, source, ID and error code of %s', (name, expected) => {
  const event = eventFrom(ALL[name])
  expect([eventName(event), eventSource(event), eventId(event), errorCode(event)]).toEqual(expected)
})

test('insightDetails counts in Insights events alone, and only as an object', () => {
  expect(eventName(eventFrom({ insightDetails: { eventName: 'X' } }))).toBeUndefined()
  expect(eventName(eventFrom({ eventCategory: 'Insight', insightDetails: 'X' }))).toBeUndefined()
})
