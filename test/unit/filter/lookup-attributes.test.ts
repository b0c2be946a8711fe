import { describe, expect, it } from 'vitest'
import type { Clause } from '../../../src/filter/clause.ts'
import { parseLookupAttributes } from '../../../src/filter/lookup-attributes.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const login: Clause = { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] }
const alice: Clause = { kind: 'text', field: 'user-name', values: ['alice'] }

const TABLE: readonly (readonly [texts: readonly string[], clauses: readonly Clause[]])[] = [
  [[], []],
  [['AttributeKey=EventName,AttributeValue=ConsoleLogin'], [login]],
  [['AttributeValue=ConsoleLogin,AttributeKey=EventName'], [login]],
  [['AttributeKey=EventName, AttributeValue="ConsoleLogin"'], [login]],
  [["AttributeKey=EventName,AttributeValue='ConsoleLogin'"], [login]],
  [['{"AttributeKey":"EventName","AttributeValue":"ConsoleLogin"}'], [login]],
  [[' [{"AttributeKey":"EventName","AttributeValue":"ConsoleLogin"}]'], [login]],
  [
    ['AttributeKey=EventName,AttributeValue=ConsoleLogin', 'AttributeKey=Username,AttributeValue=alice'],
    [login, alice],
  ],
  [
    ['AttributeKey=EventName,AttributeValue=ConsoleLogin AttributeKey=Username,AttributeValue=alice'],
    [login, alice],
  ],
  [
    ['AttributeKey=EventName,AttributeValue=A', 'AttributeKey=EventName,AttributeValue=B'],
    [{ kind: 'text', field: 'event-name', values: ['A', 'B'] }],
  ],
  [
    ['AttributeKey=ResourceName,AttributeValue=a,b c'],
    [{ kind: 'text', field: 'resource-name', values: ['a,b c'] }],
  ],
  [
    ['AttributeKey=ResourceName,AttributeValue=!a*'],
    [{ kind: 'text', field: 'resource-name', values: [String.raw`\!a\*`] }],
  ],
  [['AttributeKey=ReadOnly,AttributeValue=false'], [{ kind: 'read-only', value: false }]],
  [['AttributeKey=ReadOnly,AttributeValue=false', 'AttributeKey=ReadOnly,AttributeValue=true'], []],
  [
    ['AttributeKey=AccessKeyId,AttributeValue=AKIA1'],
    [{ kind: 'text', field: 'access-key-id', values: ['AKIA1'] }],
  ],
  [['AttributeKey=EventId,AttributeValue=1-2'], [{ kind: 'text', field: 'event-id', values: ['1-2'] }]],
  [
    ['AttributeKey=EventSource,AttributeValue=ec2.amazonaws.com'],
    [{ kind: 'text', field: 'event-source', values: ['ec2.amazonaws.com'] }],
  ],
  [
    ['AttributeKey=ResourceType,AttributeValue=AWS::S3::Bucket'],
    [{ kind: 'text', field: 'resource-type', values: ['AWS::S3::Bucket'] }],
  ],
]

const REFUSED: readonly (readonly [string, string])[] = [
  ['AttributeKey=eventname,AttributeValue=x', "unknown AttributeKey 'eventname'"],
  ['AttributeKey=constructor,AttributeValue=x', "unknown AttributeKey 'constructor'"],
  ['AttributeKey=ReadOnly,AttributeValue=yes', "ReadOnly cannot be 'yes'"],
  ['AttributeKey=EventName', 'cannot read'],
  ['AttributeKey=EventName,AttributeValue=', 'cannot read'],
  ['EventName=ConsoleLogin', 'cannot read'],
  ['', 'cannot read'],
  ['[{"AttributeKey":"EventName"', 'cannot read'],
  ['[{"AttributeKey":"EventName"}]', 'cannot read'],
  ['[null]', 'cannot read'],
]

describe('parseLookupAttributes', () => {
  it.each(TABLE)('%j', (texts, clauses) => {
    expect(parseLookupAttributes(texts)).toEqual(clauses)
  })

  it.each(REFUSED)('refuses %j: %s', (text, message) => {
    expect(() => parseLookupAttributes([text])).toThrow(UsageError)
    expect(() => parseLookupAttributes([text])).toThrow(message)
  })

  it('lists the eight keys for one that it does not know', () => {
    const keys =
      'AccessKeyId, EventId, EventName, EventSource, ReadOnly, ResourceName, ResourceType, Username'
    expect(() => parseLookupAttributes(['AttributeKey=x,AttributeValue=y'])).toThrow(
      expect.objectContaining({ hint: `the keys are ${keys}` }) as Error,
    )
  })
})
