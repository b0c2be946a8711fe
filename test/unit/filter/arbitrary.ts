// Filters, and records that often hold what they ask for.

import * as fc from 'fast-check'
import { TEXT_FIELDS } from '../../../src/event/field-table.ts'
import { type Clause, type Filter } from '../../../src/filter/clause.ts'
import { escapeValue } from '../../../src/filter/value-pattern.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { patternNode } from './pattern/arbitrary.ts'
import { deniedPut, failedLogin, having, oldRead, rootLogin, serviceEvent } from './records.ts'

const WORDS = [
  'ConsoleLogin',
  'GetObject',
  'root',
  'Root',
  'alice',
  'deploy-session',
  'AccessDenied',
  'eu-west-1',
]
const SHARED = [
  ...WORDS,
  '1000',
  'a"b',
  'caf\u00e9',
  'line\nbreak',
  '\u{1F600}Login',
  'x*y',
  '!x',
  'CORP\\alice',
  'ec2',
]
const word = fc.constantFrom(...SHARED)

/** Records that often hold what filters ask for, in odd places too. */
export const record: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom(rootLogin, failedLogin, deniedPut, serviceEvent, oldRead),
    fc.dictionary(
      fc.constantFrom(
        'eventName',
        'eventSource',
        'eventID',
        'errorCode',
        'awsRegion',
        'userAgent',
        'eventType',
        'sourceIPAddress',
        'userIdentity.type',
        'userIdentity.userName',
        'userIdentity.principalId',
        'userIdentity.arn',
        'userIdentity.accessKeyId',
        'requestParameters',
        'additionalEventData',
        'resources',
        'latency',
        'eventCategory',
        'insightDetails',
      ),
      fc.oneof(
        { weight: 3, arbitrary: word },
        word.map((value) => `arn:aws:iam::123456789012:user/${value}`),
        word.map((value) => `AROAEXAMPLE:${value}`),
        fc.constantFrom('AssumedRole', 'AwsCloudTrailInsight', 'Insight', 'ec2.amazonaws.com', '203.0.113.7'),
        fc.constantFrom<null | number | boolean>(null, 1e3, 1000, 4.5, true),
        fc.record({ bucketName: word, MFAUsed: fc.constantFrom('Yes', 'No'), eventName: word }),
        word.map((value) => [{ ARN: value, type: 'AWS::S3::Bucket' }]),
      ),
      { maxKeys: 6 },
    ),
  )
  .map(([base, changes]) => having(base, changes as JsonObject))

const value = fc.oneof(
  word.map(escapeValue),
  word.map((text) => `${escapeValue(text.slice(0, 3))}*`),
  word.map((text) => `*${escapeValue(text.slice(2))}`),
  word.map((text) => `!${escapeValue(text)}`),
  fc.constant('*'),
)

const path = fc.constantFrom(
  'requestParameters.bucketName',
  'additionalEventData.MFAUsed',
  'resources[0].ARN',
  'userIdentity.arn',
)

const time = fc
  .integer({ min: Date.UTC(2024, 0), max: Date.UTC(2025, 0) })
  .chain((ms) => fc.constantFrom(ms, ms - (ms % 1000), ms - (ms % 1000) + 999))

const clause: fc.Arbitrary<Clause> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      field: fc.constantFrom(...TEXT_FIELDS),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: patternNode.map((node): Clause => ({ kind: 'pattern', node })),
  },
  fc.record({
    kind: fc.constant('contains' as const),
    values: fc.array(word, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('source-ip' as const),
    values: fc.array(fc.constantFrom('203.0.113.0/24', '203.0.113.7', 'auto*', '!10.0.0.0/8'), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    field: path,
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('exists' as const), field: fc.oneof(path, fc.constantFrom(...TEXT_FIELDS)) }),
  fc.record({
    kind: fc.constant('compare' as const),
    field: path,
    operator: fc.constantFrom<'<' | '<=' | '>' | '>='>('<', '<=', '>', '>='),
    value: fc.constantFrom(0, 4.5, 1000, -3),
    of: fc.constant('number' as const),
  }),
  time.map((value): Clause => ({
    kind: 'compare',
    field: 'userIdentity.sessionContext.attributes.creationDate',
    operator: '>=',
    value,
    of: 'time',
  })),
  fc.record({ kind: fc.constant('time' as const), start: time, end: time }),
  fc.constant<Clause>({ kind: 'errors' }),
  fc.record({ kind: fc.constant('mfa' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('read-only' as const), value: fc.boolean() }),
)

/** Clauses, and all, any and none of them, several levels deep. */
export const filter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'filter' },
    { weight: 3, arbitrary: clause },
    fc.record({
      kind: fc.constantFrom<'all' | 'any'>('all', 'any'),
      of: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
  ),
})).filter
