import { describe, expect, test } from 'vitest'
import { insightOf, pairInsights, rateChange, type Insight } from '../../../src/event/insight.ts'
import { eventFrom } from './records.ts'

const record = (state: string, eventTime: string, rest: object = {}, details: object = {}) => ({
  eventTime,
  eventID: `${state} ${eventTime}`,
  eventType: 'AwsCloudTrailInsight',
  awsRegion: 'eu-west-1',
  recipientAccountId: '123456789012',
  sharedEventID: 'one',
  insightDetails: {
    state,
    eventName: 'GetObject',
    insightContext: { statistics: { baseline: { average: 2 }, insight: { average: 6 } } },
    ...details,
  },
  ...rest,
})
const START = '2024-08-18T10:00:00Z'
const END = '2024-08-18T10:07:00Z'

function paired(...records: object[]): readonly Insight[] {
  return pairInsights(records.map((one) => insightOf(eventFrom(one))).filter((one) => one !== undefined))
}

describe('a start and an end', () => {
  test('are one period, whichever is read first', () => {
    const [a, ...none] = paired(record('Start', START), record('End', END))
    expect(none).toEqual([])
    expect(a).toMatchObject({
      start: Date.parse(START),
      end: Date.parse(END),
      startEventId: `Start ${START}`,
      endEventId: `End ${END}`,
    })
    expect(paired(record('End', END), record('Start', START))).toEqual([a])
  })

  test.each<[string, object]>([
    ['another account', { recipientAccountId: '210987654321' }],
    ['another Region', { awsRegion: 'us-east-1' }],
    ['another shared event ID', { sharedEventID: 'two' }],
    ['no shared event ID', { sharedEventID: undefined }],
  ])('of %s are two', (_, rest) => {
    expect(paired(record('Start', START), record('End', END, rest))).toHaveLength(2)
  })

  test('without shared event IDs are two', () => {
    const none = { sharedEventID: undefined }
    expect(paired(record('Start', START, none), record('End', END, none))).toHaveLength(2)
  })

  test('say what the end says of the whole period, and who from the start where the end does not tell', () => {
    const who = {
      attributions: [{ attribute: 'userIdentityArn', insight: [{ value: 'arn:a', average: 6 }] }],
    }
    const first = { insightContext: { statistics: { insight: { average: 9 } }, ...who } }
    const [period] = paired(record('Start', START, {}, first), record('End', END))
    expect(period).toMatchObject({ insightAverage: 6, baselineAverage: 2 })
    expect(period?.attributions.get('userIdentityArn')).toEqual([
      { value: 'arn:a', insight: 6, baseline: undefined },
    ])
  })
})

test('periods are sorted by their start, newest first; an end alone counts by its end', () => {
  const later = '2024-08-18T11:00:00Z'
  const found = paired(
    record('Start', START),
    record('End', END, { sharedEventID: 'two' }),
    record('Start', later, { sharedEventID: 'three' }),
  )
  expect(found.map(({ sharedEventId }) => sharedEventId)).toEqual(['three', 'two', 'one'])
})

test('the rate change is a ratio, and unknown where there is nothing to compare with', () => {
  expect(change(2, 6)).toBe(3)
  expect(change(0, 6)).toBeUndefined()
  expect(change('2', 6)).toBeUndefined()
  expect(change(undefined, 6)).toBeUndefined()
})

test('averages of one value are put side by side, and what is no average is left out', () => {
  const attributions = [
    {
      attribute: 'errorCode',
      insight: [{ value: 'null', average: 4 }, { value: '', average: 1 }, 'x', { average: 2 }],
      baseline: [
        { value: 'AccessDenied', average: 1 },
        { value: 'null', average: 3 },
      ],
    },
    { attribute: '__proto__', insight: 'x' },
    7,
  ]
  const [period] = paired(record('Start', START, {}, { insightContext: { attributions } }))
  expect([...period!.attributions]).toEqual([
    [
      'errorCode',
      [
        { value: 'null', insight: 4, baseline: 3 },
        { value: 'AccessDenied', insight: undefined, baseline: 1 },
      ],
    ],
    ['__proto__', []],
  ])
})

test('other events are none', () => {
  expect(insightOf(eventFrom({ eventName: 'GetObject' }))).toBeUndefined()
  expect(insightOf(eventFrom({ insightDetails: 'x' }))).toBeUndefined()
})

function change(baseline: unknown, insight: unknown): number | undefined {
  const statistics = { baseline: { average: baseline }, insight: { average: insight } }
  return rateChange(paired(record('Start', START, {}, { insightContext: { statistics } }))[0]!)
}
