import { describe, expect, it } from 'vitest'
import { allOf, type Clause, EVERYTHING, type Filter } from '../../../src/filter/clause.ts'
import { describeFilter, explainFilter } from '../../../src/filter/describe.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'

const start = Date.parse('2024-08-18T00:00:00Z')
const end = Date.parse('2024-08-19T00:00:00.999Z')

const TABLE: readonly (readonly [clause: Clause, short: string, long: string])[] = [
  [
    { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
    'event-name=ConsoleLogin',
    'event name is "ConsoleLogin"',
  ],
  [
    { kind: 'text', field: 'event-name', values: ['Get*', '!GetObject', 'List*'] },
    'event-name=Get*|!GetObject|List*',
    'event name is "Get*" or "List*" and is not "GetObject"',
  ],
  [
    { kind: 'text', field: 'user-name', values: ['!root', '!alice'] },
    'user-name=!root|!alice',
    'user name is not "root" or "alice" (an event without it matches too)',
  ],
  [
    { kind: 'time', start, end },
    'time=2024-08-18T00:00:00Z..2024-08-19T00:00:00Z',
    'event time is from 2024-08-18T00:00:00Z up to and including 2024-08-19T00:00:00Z',
  ],
  [{ kind: 'time', start }, 'time=2024-08-18T00:00:00Z..', 'event time is from 2024-08-18T00:00:00Z'],
  [{ kind: 'time' }, 'time=..', 'event time is any'],
  [
    { kind: 'source-ip', values: ['!10.0.0.0/8'] },
    'source-ip=!10.0.0.0/8',
    'source ip is not "10.0.0.0/8" (an event without it matches too)',
  ],
  [
    { kind: 'read-only', value: false },
    'read-only=false',
    'read-only is false (where a record does not say, the name of the call decides)',
  ],
  [{ kind: 'mfa', value: false }, 'mfa=false', 'the event says that MFA was not used'],
  [
    { kind: 'errors' },
    'errors',
    'it failed: it has an error code or an error message, or is a sign-in that failed',
  ],
  [
    { kind: 'category', any: ['Data', 'Insight'] },
    'category=Data|Insight',
    'event category is Data or Insight',
  ],
  [
    { kind: 'contains', values: ['a', 'b'] },
    'contains=a|b',
    'somewhere in the record, in any case, stands "a" or "b"',
  ],
  [
    { kind: 'pattern', node: parsePattern(' {$.a =\n  b}') },
    'filter-pattern={ $.a = "b" }',
    'the record matches the filter pattern { $.a = "b" }',
  ],
]

describe('describeFilter', () => {
  it.each(TABLE)('%j', (clause, short) => {
    expect(describeFilter(clause)).toBe(short)
  })

  it('puts clauses in a row', () => {
    const clauses: readonly Clause[] = [
      { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
      { kind: 'read-only', value: false },
    ]
    expect(describeFilter(allOf(clauses))).toBe('event-name=ConsoleLogin, read-only=false')
    expect(describeFilter(EVERYTHING)).toBe('')
  })
})

describe('explainFilter', () => {
  it.each(TABLE)('%j', (clause, _, long) => {
    expect(explainFilter(clause)).toBe(`An event matches when all of this holds:\n- ${long}`)
  })

  it('says that there is no filter', () => {
    expect(explainFilter(EVERYTHING)).toBe('Every event matches: there is no filter.')
  })

  it('sets what belongs together apart', () => {
    const login: Filter = { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] }
    const asked = allOf([
      { kind: 'any', of: [{ kind: 'errors' }, { kind: 'not', of: login }] },
      { kind: 'read-only', value: false },
    ])
    expect(explainFilter(asked).split('\n')).toEqual([
      'An event matches when all of this holds:',
      '- any of this holds:',
      '  - it failed: it has an error code or an error message, or is a sign-in that failed',
      '  - this does not hold:',
      '    - event name is "ConsoleLogin"',
      '- read-only is false (where a record does not say, the name of the call decides)',
    ])
  })
})
