import { describe, expect, test } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import type { RowFormat } from '../../../src/format/row.ts'
import { compileRow } from '../../../src/format/formats.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { deniedBucketPolicy } from '../event/records.ts'

const DENIED: JsonObject = deniedBucketPolicy

/** As old as records get: no ID, no category, and nothing said about read-only. */
const OLD: JsonObject = {
  eventVersion: '1.0',
  userIdentity: null,
  eventTime: '2014-03-06T21:22:54Z',
  eventSource: 'ec2.amazonaws.com',
  eventName: 'DescribeInstances',
}

function row(format: RowFormat, record: JsonObject, raw = JSON.stringify(record)): string {
  return Buffer.from(compileRow(format)(eventOf(record), Buffer.from(raw))).toString()
}

describe('csv', () => {
  test("is the console's line, byte for byte", () => {
    expect(row({ kind: 'csv', csvSafe: false }, DENIED)).toBe(
      'deploy-session,ASIAEXAMPLEKEY000001,2024-08-18T11:42:10Z,s3.amazonaws.com,PutBucketPolicy,eu-west-1,203.0.113.9,[aws-cli/2.17.0 Python/3.11.8 Linux/6.1],AccessDenied,"[{""resourceType"":""AWS::S3::Bucket"",""resourceName"":""logs-example""}]",66EC74F058E8C61E,33333333-3333-4333-8333-333333333333,false,AwsApiCall,123456789012,Management',
    )
  })

  test('leaves cells without a value empty, [] bare, and does not mark guesses', () => {
    expect(row({ kind: 'csv', csvSafe: false }, OLD)).toBe(
      ',,2014-03-06T21:22:54Z,ec2.amazonaws.com,DescribeInstances,,,,,[],,,true,,,Management',
    )
  })

  test('takes columns by name, label and path', () => {
    const columns = ['event-name', 'Event time', 'requestParameters.bucketName', 'no.such']
    expect(row({ kind: 'csv', columns, csvSafe: false }, DENIED)).toBe(
      'PutBucketPolicy,2024-08-18T11:42:10Z,logs-example,',
    )
  })

  test.each([
    [false, '=cmd()'],
    [true, "'=cmd()"],
  ])('formulas with safe %s', (safe, cell) => {
    expect(
      row({ kind: 'csv', columns: ['user-agent'], csvSafe: safe }, { ...DENIED, userAgent: '=cmd()' }),
    ).toBe(cell)
  })
})

describe('time zones', () => {
  const columns = ['event-time', 'eventTime', 'requestParameters.startTime']

  test.each([
    [undefined, '2024-08-18T11:42:10Z\t2024-08-18T11:42:10Z\t2024-08-18T00:00:00Z'],
    ['Europe/Berlin', '2024-08-18T13:42:10+02:00\t2024-08-18T13:42:10+02:00\t2024-08-18T00:00:00Z'],
  ])('%s applies to the event time, and never to other times', (timeZone, line) => {
    const record = { ...DENIED, requestParameters: { startTime: '2024-08-18T00:00:00Z' } }
    expect(row({ kind: 'tsv', columns, timeZone }, record)).toBe(line)
  })

  test('a time that is none is shown as delivered', () => {
    expect(row({ kind: 'tsv', columns: ['event-time'], timeZone: 'Asia/Tokyo' }, { eventTime: 'soon' })).toBe(
      'soon',
    )
  })
})

describe('cells', () => {
  const columns = ['event-name', 'read-only', 'error-code']

  test.each([
    ['a failure', DENIED, ['PutBucketPolicy', 'false', 'AccessDenied', 'AccessDenied']],
    ['a guess', OLD, ['DescribeInstances', 'true (inferred)', '', '']],
    [
      'a failed sign-in without an error code',
      {
        eventName: 'ConsoleLogin',
        eventSource: 'signin.amazonaws.com',
        readOnly: false,
        responseElements: { ConsoleLogin: 'Failure' },
      },
      ['ConsoleLogin', 'false', '', 'failed'],
    ],
  ])('%s', (_what, record, cells) => {
    expect(JSON.parse(row({ kind: 'table', columns }, record as JsonObject))).toEqual(cells)
  })
})

test('raw is the bytes, untouched', () => {
  const raw = Buffer.from('{"b":12345678901234567890,"a":1.0}')
  expect(compileRow({ kind: 'jsonl' })(eventOf({}), raw)).toBe(raw)
})

describe('lookup-events', () => {
  test('is the element of the API, with the record as delivered', () => {
    const raw = '{"big":12345678901234567890,"esc":"\\u00e9"}'
    const text = row({ kind: 'lookup-events' }, DENIED, raw)
    expect(text).toMatchInlineSnapshot(`
      "        {
                  "EventId": "33333333-3333-4333-8333-333333333333",
                  "EventName": "PutBucketPolicy",
                  "ReadOnly": "false",
                  "AccessKeyId": "ASIAEXAMPLEKEY000001",
                  "EventTime": "2024-08-18T11:42:10Z",
                  "EventSource": "s3.amazonaws.com",
                  "Username": "deploy-session",
                  "Resources": [
                      {
                          "ResourceType": "AWS::S3::Bucket",
                          "ResourceName": "logs-example"
                      }
                  ],
                  "CloudTrailEvent": "{\\"big\\":12345678901234567890,\\"esc\\":\\"\\\\u00e9\\"}"
              }"
    `)
    expect(JSON.parse(text)).toHaveProperty('CloudTrailEvent', raw)
  })

  test('leaves out what has no value', () => {
    expect(Object.keys(JSON.parse(row({ kind: 'lookup-events' }, OLD)) as object)).toEqual([
      'EventName',
      'ReadOnly',
      'EventTime',
      'EventSource',
      'Resources',
      'CloudTrailEvent',
    ])
  })

  test('line separators in a text do not become lines of the output', () => {
    const raw = '{"a":"x\u2028y\u2029z"}'
    expect(JSON.parse(row({ kind: 'lookup-events' }, OLD, raw))).toHaveProperty('CloudTrailEvent', raw)
  })
})
