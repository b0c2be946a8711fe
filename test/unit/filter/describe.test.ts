import { describe, expect, it } from 'vitest'
import { allOf, type Clause, EVERYTHING, type Filter } from '../../../src/filter/clause.ts'
import { explainFilter } from '../../../src/filter/describe.ts'
import { printWhere } from '../../../src/filter/where/print.ts'
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
    'event-name in (Get*, List*) and event-name!=GetObject',
    'event name is "Get*" or "List*" and is not "GetObject"',
  ],
  [
    { kind: 'text', field: 'user-name', values: ['!root', '!alice'] },
    'user-name not in (root, alice)',
    'user name is not "root" or "alice" (an event without it matches too)',
  ],
  [
    { kind: 'time', start, end },
    'event-time >= 2024-08-18T00:00:00Z and event-time <= 2024-08-19T00:00:00Z',
    'event time is from 2024-08-18T00:00:00Z up to and including 2024-08-19T00:00:00Z',
  ],
  [{ kind: 'time', start }, 'event-time >= 2024-08-18T00:00:00Z', 'event time is from 2024-08-18T00:00:00Z'],
  [{ kind: 'time' }, 'everything', 'event time is any'],
  [
    { kind: 'source-ip', values: ['!10.0.0.0/8'] },
    'source-ip!=10.0.0.0/8',
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
    'event-category in (Data, Insight)',
    'event category is Data or Insight',
  ],
  [
    { kind: 'contains', values: ['a', 'b'] },
    'contains ("a", "b")',
    'the record contains, in any case, "a" or "b"',
  ],
  [
    { kind: 'pattern', node: parsePattern(' {$.a =\n  b}') },
    '{ $.a = "b" }',
    'the record matches the filter pattern { $.a = "b" }',
  ],
]

describe('printWhere', () => {
  it.each(TABLE)('%j', (clause, short) => {
    expect(printWhere(clause)).toBe(short)
  })

  it('puts clauses in a row', () => {
    const clauses: readonly Clause[] = [
      { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
      { kind: 'read-only', value: false },
    ]
    expect(printWhere(allOf(clauses))).toBe('event-name=ConsoleLogin and read-only=false')
    expect(printWhere(EVERYTHING)).toBe('everything')
  })
})

describe('explainFilter', () => {
  it.each(TABLE)('%j', (clause, short, long) => {
    expect(explainFilter(clause)).toBe(
      `An event matches when all of this holds:\n- ${long}\nAs an expression: --where '${short}'`,
    )
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
      "As an expression: --where '(errors or not event-name=ConsoleLogin) and read-only=false'",
    ])
  })
})
