import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextField } from '../../../src/event/field-table.ts'
import { allOf, type Clause, type Filter } from '../../../src/filter/clause.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { filterLiterals } from '../../../src/filter/literals.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import { filter, record } from './arbitrary.ts'
import { event } from './records.ts'

function text(field: TextField, ...values: readonly string[]): Clause {
  return { kind: 'text', field, values }
}

function pattern(source: string): Clause {
  return { kind: 'pattern', node: parsePattern(source) }
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

const login = text('event-name', 'ConsoleLogin')
const denied = text('error-code', 'AccessDenied')

describe('filterLiterals', () => {
  it.each<readonly [string, Filter, readonly (readonly string[])[]]>([
    ['either', { kind: 'any', of: [login, denied] }, [['ConsoleLogin', 'AccessDenied']]],
    [
      'of each branch the rarest',
      { kind: 'any', of: [allOf([text('region', 'eu-west-1'), login]), denied] },
      [['ConsoleLogin', 'AccessDenied']],
    ],
    ['a branch that promises nothing', { kind: 'any', of: [login, { kind: 'read-only', value: true }] }, []],
    ['no branch', { kind: 'any', of: [] }, []],
    ['what must not be', { kind: 'not', of: login }, []],
    [
      'both of both',
      { kind: 'all', of: [denied, { kind: 'not', of: login }, login] },
      [['AccessDenied'], ['ConsoleLogin']],
    ],
  ])('%s', (_, asked, expected) => {
    expect(filterLiterals(asked)).toEqual(expected)
  })

  it.each(TABLE)('%s', (_, clauses, expected) => {
    expect(filterLiterals(allOf(clauses))).toEqual(expected)
  })

  it('never promises what a matching record does not hold', () => {
    let matched = 0
    let promised = 0
    fc.assert(
      fc.property(record, filter, (candidate, asked) => {
        if (!compileFilter(asked)(event(candidate))) return
        const literals = filterLiterals(asked)
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
      fc.property(filter, (asked) => {
        for (const literal of filterLiterals(asked).flat()) expect(literal).toMatch(/^[A-Za-z0-9]{3,}$/)
      }),
      { numRuns: 2000 },
    )
  })
})
