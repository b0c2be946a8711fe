import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextField } from '../../../src/event/field-table.ts'
import { allOf, type Clause, type Filter } from '../../../src/filter/clause.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { type Alternatives, filterLiterals, type Literal } from '../../../src/filter/literals.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import { filter, record } from './arbitrary.ts'
import { event } from './records.ts'

function text(field: TextField, ...values: readonly string[]): Clause {
  return { kind: 'text', field, values }
}

function pattern(source: string): Clause {
  return { kind: 'pattern', node: parsePattern(source) }
}

// A text in capitals stands for itself, one with a tilde before it for any case.
const TABLE: readonly (readonly [string, readonly Clause[], readonly (readonly string[])[]])[] = [
  ['nothing', [], []],
  ['an exact value', [text('event-name', 'ConsoleLogin')], [['ConsoleLogin']]],
  ['either value', [text('event-name', 'ConsoleLogin', 'Switch*')], [['ConsoleLogin', 'Switch']]],
  ['a value with a hyphen', [text('user-name', 'deploy-session')], [['deploy-session']]],
  [
    'every part, the longest first',
    [text('event-name', 'Get*Bucket*Policy')],
    [['Bucket'], ['Policy'], ['Get']],
  ],
  ['of each value the longest part', [text('event-name', 'Get*Bucket', 'List*')], [['Bucket', 'List']]],
  ['a value without a run', [text('event-name', 'ConsoleLogin', '*')], []],
  ['a negated value', [text('event-name', '!ConsoleLogin')], []],
  ['a negated value beside a plain one', [text('event-name', 'Get*', '!GetObject')], [['Get']]],
  [
    'what JSON may escape ends a run',
    [text('user-agent', 'aws-cli/2.1 "x" Python\\3.8')],
    [['aws-cli'], ['Python'], ['2.1'], ['3.8']],
  ],
  ['letters beyond ASCII end a run', [text('user-name', 'caf\u00e9-bar')], [['-bar'], ['caf']]],
  ['root', [text('user-name', 'root')], [['root', 'Root']]],
  ['maybe root', [text('user-name', 'roo*')], [['roo', 'Root']]],
  ['a service', [text('event-source', 'cloudtrail.amazonaws.com')], [['cloudtrail.amazonaws.com']]],
  ['a service in short', [text('event-source', 's3')], [['s3.amazonaws.com']]],
  ['services', [text('event-source', 'cloud*')], [['cloud']]],
  [
    'an ARN, without its beginning',
    [text('principal', 'arn:aws:iam::123456789012:role/Deploy')],
    [['Deploy']],
  ],
  [
    'an ARN that tells much from its beginning',
    [text('resource-name', 'arn:aws:sqs:eu-west-1:123456789012:jobs')],
    [['arn:aws:sqs:eu-west-1:123456789012:jobs']],
  ],
  ['derived fields', [text('account', '123456789012'), text('resource-type', 'AWS::S3::Bucket')], []],
  ['derived categories', [text('event-category', 'Management'), { kind: 'category', any: ['Data'] }], []],
  ['an address', [{ kind: 'source-ip', values: ['203.0.113.7'] }], [['203.0.113.7', '~ffff:']]],
  ['an address of the longer kind', [{ kind: 'source-ip', values: ['2001:db8::1'] }], []],
  ['a range', [{ kind: 'source-ip', values: ['203.0.113.0/24'] }], []],
  [
    'host names',
    [{ kind: 'source-ip', values: ['autoscaling.amazonaws.com'] }],
    [['autoscaling.amazonaws.com']],
  ],
  ['errors', [{ kind: 'errors' }], [['errorCode', 'errorMessage', 'Failure']]],
  ['any case', [{ kind: 'contains', values: ['ConsoleLogin'] }], [['~consolelogin']]],
  ['any case, either', [{ kind: 'contains', values: ['i-0A1', 'x/Deploy'] }], [['~i-0a1', '~deploy']]],
  ['any case, every part', [{ kind: 'contains', values: ['Not authorized'] }], [['~authorized'], ['~not']]],
  ['an address anywhere', [{ kind: 'contains', values: ['203.0.113.7'] }], [['~203.0.113.7']]],
  ['what a number may be', [{ kind: 'contains', values: ['203.0'] }], []],
  ['what a large number may be', [{ kind: 'contains', values: ['1E+2'] }], []],
  ['what a number beyond all others is', [{ kind: 'contains', values: ['Infin'] }], []],
  ['what a number below all others is', [{ kind: 'contains', values: ['-inf'] }], []],
  ['nothing anywhere', [{ kind: 'contains', values: [''] }], []],
  [
    'several clauses, longest first',
    [text('region', 'eu-west-1'), text('event-name', 'ConsoleLogin')],
    [['ConsoleLogin'], ['eu-west-1']],
  ],
  [
    'a pattern',
    [pattern('{ $.eventName = ConsoleLogin && $.errorMessage = "Failed*" }')],
    [['ConsoleLogin'], ['errorMessage'], ['Failed']],
  ],
  [
    'a value and its keys',
    [pattern('{ $.requestParameters.roleName = "service-catalog" }')],
    [['service-catalog'], ['roleName']],
  ],
  [
    'a choice',
    [pattern('{ $.eventName = ConsoleLogin || $.errorCode EXISTS }')],
    [['ConsoleLogin', 'errorCode']],
  ],
  ['a choice with a blank', [pattern('{ $.eventName = ConsoleLogin || $.errorCode NOT EXISTS }')], []],
  ['what may be a number', [pattern('{ $.latency = "1000" }')], [['latency']]],
  ['what may be a number in parts', [pattern('{ $.latency = "100*.5" }')], [['latency']]],
  [
    'what has too many points for a number',
    [pattern('{ $.latency = "10.100.*" }')],
    [['10.100.'], ['latency']],
  ],
  [
    'an inequality',
    [pattern('{ $.additionalEventData.MFAUsed != "Yes" }')],
    [['additionalEventData'], ['MFAUsed']],
  ],
]

function written(groups: readonly Alternatives[]): readonly (readonly string[])[] {
  return groups.map((group) => group.map(({ text, anyCase }) => (anyCase ? `~${text}` : text)))
}

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
    expect(written(filterLiterals(asked))).toEqual(expected)
  })

  it.each(TABLE)('%s', (_, clauses, expected) => {
    expect(written(filterLiterals(allOf(clauses)))).toEqual(expected)
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
        const holds = ({ text, anyCase }: Literal) => (anyCase ? raw.toLowerCase() : raw).includes(text)
        expect(literals.filter((any) => !any.some(holds))).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    expect(matched, 'runs that say something').toBeGreaterThan(500)
    expect(promised, 'literals tried').toBeGreaterThan(200)
  })

  it('promises only what JSON writes as it is', () => {
    fc.assert(
      fc.property(filter, (asked) => {
        for (const { text } of filterLiterals(asked).flat()) expect(text).toMatch(/^[A-Za-z0-9_.:@-]{3,}$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('knows of the letters beyond ASCII that have letters of ASCII in their lower case', () => {
    const all = Array.from({ length: 0x10ffff - 0x7f }, (_, n) => String.fromCodePoint(n + 0x80))
    const odd = all.filter((letter) => /[\x20-\x7e]/.test(letter.toLowerCase()))
    expect(odd).toEqual(['\u0130', '\u212a'])
  })
})
