import { describe, expect, it } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import type { TextField } from '../../../src/event/field-table.ts'
import { allOf, type Clause, type Filter } from '../../../src/filter/clause.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import type { Json, JsonObject } from '../../../src/util/json.ts'
import { deniedPut, event, failedLogin, having, oldRead, rootLogin, serviceEvent } from './records.ts'

function matches(record: JsonObject, ...clauses: readonly Clause[]): boolean {
  return compileFilter(allOf(clauses))(event(record))
}

const TEXT: readonly (readonly [TextField, readonly string[], JsonObject, boolean])[] = [
  ['event-name', ['ConsoleLogin'], rootLogin, true],
  ['event-name', ['consolelogin'], rootLogin, false],
  ['event-name', ['PutBucketPolicy', 'Console*'], rootLogin, true],
  ['event-name', ['Console*', '!ConsoleLogin'], rootLogin, false],
  ['event-name', ['!PutBucketPolicy'], rootLogin, true],
  ['event-source', ['signin'], rootLogin, true],
  ['event-source', ['signin.amazonaws.com'], rootLogin, true],
  ['event-source', ['sign*'], rootLogin, true],
  ['event-source', ['!signin'], rootLogin, false],
  ['event-source', ['sign'], rootLogin, false],
  ['event-source', ['ec2'], having(oldRead, { eventSource: 'ec2.amazonaws.com.cn' }), true],
  ['event-id', ['11111111-*'], rootLogin, true],
  ['event-id', ['!*'], oldRead, true],
  ['user-name', ['root'], rootLogin, true],
  ['user-name', ['Root'], rootLogin, false],
  ['user-name', ['deploy-session'], deniedPut, true],
  ['user-name', ['!alice'], serviceEvent, true],
  ['user-name', ['*'], serviceEvent, false],
  ['resource-name', ['logs-example'], deniedPut, true],
  ['resource-name', ['!logs-example'], deniedPut, false],
  ['resource-name', ['!logs-example'], rootLogin, true],
  ['resource-type', ['AWS::S3::*'], deniedPut, true],
  ['access-key-id', ['ASIAEXAMPLEKEY000001'], deniedPut, true],
  ['access-key-id', ['!*'], rootLogin, true],
  ['account', ['000123456789'], oldRead, true],
  ['account', ['123456789'], oldRead, false],
  ['region', ['eu-*'], deniedPut, true],
  ['error-code', ['*Denied'], deniedPut, true],
  ['error-code', ['*'], rootLogin, false],
  ['user-agent', ['[aws-cli/*'], deniedPut, true],
  ['identity-type', ['Root'], rootLogin, true],
  ['identity-type', ['!Root'], serviceEvent, true],
  ['role', ['Deploy'], deniedPut, true],
  ['role', ['deploy-session'], deniedPut, false],
  ['principal', ['arn:aws:iam::123456789012:role/Deploy'], deniedPut, true],
  ['principal', ['*assumed-role/Deploy/*'], deniedPut, true],
  ['principal', ['*', '!arn:aws:iam::*:role/Deploy'], deniedPut, false],
  ['event-category', ['Management'], oldRead, true],
  ['event-type', ['AwsServiceEvent'], serviceEvent, true],
]

const noon = Date.parse('2024-08-18T11:40:01Z')

const OTHERS: readonly (readonly [string, Clause, JsonObject, boolean])[] = [
  ['time, start inclusive', { kind: 'time', start: noon }, rootLogin, true],
  ['time, end inclusive', { kind: 'time', end: noon }, rootLogin, true],
  ['time, after', { kind: 'time', end: noon - 1 }, rootLogin, false],
  ['time, before', { kind: 'time', start: noon + 1 }, rootLogin, false],
  ['time, none in the record', { kind: 'time', start: 0 }, having(rootLogin, { eventTime: 'soon' }), false],
  ['time, open', { kind: 'time' }, having(rootLogin, { eventTime: 'soon' }), true],
  ['read-only, stated', { kind: 'read-only', value: false }, rootLogin, true],
  ['read-only, guessed', { kind: 'read-only', value: true }, oldRead, true],
  ['read-only, guessed', { kind: 'read-only', value: false }, oldRead, false],
  ['source-ip', { kind: 'source-ip', values: ['203.0.113.0/24'] }, rootLogin, true],
  ['source-ip', { kind: 'source-ip', values: ['2001:db8::/32'] }, deniedPut, true],
  ['source-ip', { kind: 'source-ip', values: ['!203.0.113.0/24'] }, oldRead, true],
  ['source-ip', { kind: 'source-ip', values: ['0.0.0.0/0', '!203.0.113.7'] }, rootLogin, false],
  ['errors, code', { kind: 'errors' }, deniedPut, true],
  ['errors, failed sign-in', { kind: 'errors' }, having(failedLogin, { errorMessage: null }), true],
  ['errors, none', { kind: 'errors' }, rootLogin, false],
  ['mfa', { kind: 'mfa', value: true }, rootLogin, true],
  ['mfa, not used', { kind: 'mfa', value: false }, deniedPut, true],
  ['mfa, not stated', { kind: 'mfa', value: false }, serviceEvent, false],
  ['category', { kind: 'category', any: ['Data', 'Insight'] }, rootLogin, false],
  ['category', { kind: 'category', any: ['Management'] }, oldRead, true],
  ['contains, text', { kind: 'contains', values: ['LOGS-EXAMPLE'] }, deniedPut, true],
  ['contains, key', { kind: 'contains', values: ['bucketname'] }, deniedPut, true],
  ['contains, number', { kind: 'contains', values: ['412'] }, deniedPut, true],
  ['contains, either', { kind: 'contains', values: ['nowhere', 'linux'] }, rootLogin, true],
  ['contains, not over JSON', { kind: 'contains', values: ['":"'] }, rootLogin, false],
  [
    'contains, unescaped',
    { kind: 'contains', values: ['a"b'] },
    having(rootLogin, { userAgent: 'A"B' }),
    true,
  ],
  ['pattern', { kind: 'pattern', node: parsePattern('{ $.eventName = ConsoleLogin }') }, rootLogin, true],
]

describe('compileFilter', () => {
  it('lets everything pass without clauses', () => {
    expect(matches({})).toBe(true)
  })

  it.each(TEXT)('%s %j', (field, values, record, expected) => {
    expect(matches(record, { kind: 'text', field, values })).toBe(expected)
  })

  it.each(OTHERS)('%s', (_, clause, record, expected) => {
    expect(matches(record, clause)).toBe(expected)
  })

  it('needs every clause', () => {
    const name: Clause = { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] }
    expect(matches(rootLogin, name, { kind: 'mfa', value: true })).toBe(true)
    expect(matches(rootLogin, name, { kind: 'mfa', value: false })).toBe(false)
  })

  it('takes the account of the log file before the one in the record', () => {
    const account: Clause = { kind: 'text', field: 'account', values: ['999999999999'] }
    const fits = compileFilter(account)
    expect(fits(eventOf(rootLogin, { file: '', account: '999999999999' }))).toBe(true)
    expect(fits(eventOf(having(rootLogin, { recipientAccountId: '999999999999' }), { file: '' }))).toBe(true)
    expect(
      fits(eventOf(having(rootLogin, { recipientAccountId: '999999999999' }), { file: '', account: '1' })),
    ).toBe(false)
  })

  it('parses a record only when the cheap clauses have passed', () => {
    const clauses: readonly Clause[] = [
      { kind: 'contains', values: ['x'] },
      { kind: 'mfa', value: true },
      { kind: 'text', field: 'event-name', values: ['Other'] },
    ]
    const unparsable = {
      ...event(rootLogin),
      get record(): JsonObject {
        throw new Error('parsed')
      },
    }
    expect(compileFilter(allOf(clauses))(unparsable)).toBe(false)
  })

  it('searches records nested deeper than the call stack', () => {
    let nested: Json = 'needle'
    for (let i = 0; i < 200_000; i++) nested = [nested]
    const record: JsonObject = { eventName: 'X', requestParameters: { nested } }
    expect(matches(record, { kind: 'contains', values: ['needle'] })).toBe(true)
    expect(matches(record, { kind: 'contains', values: ['thread'] })).toBe(false)
  })

  it('finds what a record holds under __proto__, and never what JavaScript adds', () => {
    const record = JSON.parse('{"requestParameters":{"__proto__":"needle"}}') as JsonObject
    expect(matches(record, { kind: 'contains', values: ['needle'] })).toBe(true)
    expect(matches({ eventName: 'X' }, { kind: 'contains', values: ['hasOwnProperty'] })).toBe(false)
  })

  const login: Filter = { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] }
  const errors: Filter = { kind: 'errors' }
  it.each<readonly [Filter, boolean, boolean, boolean]>([
    // Of a sign-in that worked, one that failed, and something else.
    [{ kind: 'all', of: [login, errors] }, false, true, false],
    [{ kind: 'any', of: [login, errors] }, true, true, false],
    [{ kind: 'not', of: login }, false, false, true],
    [{ kind: 'not', of: { kind: 'any', of: [login, errors] } }, false, false, true],
    [{ kind: 'all', of: [] }, true, true, true],
    [{ kind: 'any', of: [] }, false, false, false],
  ])('%j', (filter, ...expected) => {
    const records = [{ eventName: 'ConsoleLogin' }, failedLogin, { eventName: 'GetObject' }]
    expect(records.map((record) => compileFilter(filter)(event(record)))).toEqual(expected)
  })
})
