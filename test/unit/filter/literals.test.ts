import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clause, TextField } from '../../../src/filter/clause.ts'
import { TEXT_FIELDS } from '../../../src/filter/clause.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { filterLiterals } from '../../../src/filter/literals.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import { printPattern } from '../../../src/filter/pattern/print.ts'
import { escapeValue } from '../../../src/filter/value-pattern.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { patternNode } from './pattern/arbitrary.ts'
import { deniedPut, event, failedLogin, having, oldRead, rootLogin, serviceEvent } from './records.ts'

function text(field: TextField, ...values: readonly string[]): Clause {
  return { kind: 'text', field, values }
}

function pattern(source: string): Clause {
  return { kind: 'pattern', source, node: parsePattern(source) }
}

const TABLE: readonly (readonly [string, readonly Clause[], readonly (readonly string[])[]])[] = [
  ['nothing', [], []],
  ['an exact value', [text('event-name', 'ConsoleLogin')], [['ConsoleLogin']]],
  ['either value', [text('event-name', 'ConsoleLogin', 'Switch*')], [['ConsoleLogin', 'Switch']]],
  ['the longest run', [text('user-name', 'deploy-session')], [['session']]],
  ['no wildcard', [text('event-name', '*Bucket*Policy')], [['Bucket']]],
  ['a value without a run', [text('event-name', 'ConsoleLogin', '*')], []],
  ['a negated value', [text('event-name', '!ConsoleLogin')], []],
  ['a negated value beside a plain one', [text('event-name', 'Get*', '!GetObject')], [['Get']]],
  ['root', [text('user-name', 'root')], [['root', 'Root']]],
  ['maybe root', [text('user-name', 'roo*')], [['roo', 'Root']]],
  ['a service', [text('event-source', 'cloudtrail.amazonaws.com')], [['cloudtrail']]],
  ['a service in short', [text('event-source', 'ec2')], [['ec2']]],
  ['a service too short', [text('event-source', 's3.amazonaws.com')], []],
  ['an ARN, without its account', [text('principal', 'arn:aws:iam::123456789012:role/Deploy')], [['Deploy']]],
  ['derived fields', [text('account', '123456789012'), text('resource-type', 'AWS::S3::Bucket')], []],
  ['derived categories', [text('event-category', 'Management'), { kind: 'category', any: ['Data'] }], []],
  ['addresses', [{ kind: 'source-ip', values: ['203.0.113.7'] }], []],
  ['host names', [{ kind: 'source-ip', values: ['autoscaling.amazonaws.com'] }], [['autoscaling']]],
  ['errors', [{ kind: 'errors' }], [['errorCode', 'errorMessage', 'Failure']]],
  ['any case', [{ kind: 'contains', values: ['ConsoleLogin'] }], []],
  [
    'several clauses, longest first',
    [text('region', 'eu-west-1'), text('event-name', 'ConsoleLogin')],
    [['ConsoleLogin'], ['west']],
  ],
  [
    'a pattern',
    [pattern('{ $.eventName = ConsoleLogin && $.errorMessage = "Failed*" }')],
    [['ConsoleLogin'], ['Failed']],
  ],
  [
    'a choice',
    [pattern('{ $.eventName = ConsoleLogin || $.errorCode EXISTS }')],
    [['ConsoleLogin', 'errorCode']],
  ],
  ['a choice with a blank', [pattern('{ $.eventName = ConsoleLogin || $.errorCode NOT EXISTS }')], []],
  ['what may be a number', [pattern('{ $.latency = "1000" }')], [['latency']]],
  ['an inequality', [pattern('{ $.additionalEventData.MFAUsed != "Yes" }')], [['additionalEventData']]],
]

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
const record: fc.Arbitrary<JsonObject> = fc
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
    arbitrary: patternNode.map((node): Clause => ({ kind: 'pattern', source: printPattern(node), node })),
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
  fc.constant<Clause>({ kind: 'errors' }),
  fc.record({ kind: fc.constant('mfa' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('read-only' as const), value: fc.boolean() }),
)

describe('filterLiterals', () => {
  it.each(TABLE)('%s', (_, clauses, expected) => {
    expect(filterLiterals({ clauses })).toEqual(expected)
  })

  it('never promises what a matching record does not hold', () => {
    let matched = 0
    let promised = 0
    fc.assert(
      fc.property(record, fc.array(clause, { minLength: 1, maxLength: 2 }), (candidate, clauses) => {
        if (!compileFilter({ clauses })(event(candidate))) return
        const literals = filterLiterals({ clauses })
        matched++
        promised += literals.length
        const raw = JSON.stringify(candidate)
        expect(literals.filter((any) => !any.some((literal) => raw.includes(literal)))).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    expect(matched, 'runs that say something').toBeGreaterThan(500)
    expect(promised, 'literals tried').toBeGreaterThan(200)
  })

  it('promises runs of letters and digits only', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 3 }), (clauses) => {
        for (const literal of filterLiterals({ clauses }).flat()) expect(literal).toMatch(/^[A-Za-z0-9]{3,}$/)
      }),
      { numRuns: 2000 },
    )
  })
})
