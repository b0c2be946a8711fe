import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Filter } from '../../../../src/filter/clause.ts'
import { compileFilter } from '../../../../src/filter/compile.ts'
import { PatternError } from '../../../../src/filter/pattern/pattern-error.ts'
import { parsePattern } from '../../../../src/filter/pattern/parse.ts'
import { PRESETS } from '../../../../src/filter/presets.ts'
import { parseWhere } from '../../../../src/filter/where/parse.ts'
import { printWhere } from '../../../../src/filter/where/print.ts'
import { UTC } from '../../../../src/util/zone.ts'
import { printable } from '../../../../src/format/sanitize.ts'
import { filter, record } from '../arbitrary.ts'
import { event } from '../records.ts'

const TIMES = { now: new Date('2024-08-18T12:00:00Z'), zone: UTC }
const parse = (source: string): Filter => parseWhere(source, TIMES)

const text = (field: string, ...values: readonly string[]): Filter => ({ kind: 'text', field, values })
const all = (...of: readonly Filter[]): Filter => ({ kind: 'all', of })
const any = (...of: readonly Filter[]): Filter => ({ kind: 'any', of })
const not = (of: Filter): Filter => ({ kind: 'not', of })
const at = (time: string): number => Date.parse(time)

const PIECES =
  `event-name a.b = != in not and or ( ) , "x " \\ { } $.a * 10.0.0.0/8 2024-08-18 < <= \\u{110000} exists contains`.split(
    ' ',
  )

function outcome(source: string): string {
  try {
    return typeof parse(source)
  } catch (error) {
    return (error as Error).name
  }
}

describe('an expression', () => {
  it.each<readonly [string, Filter]>([
    ['event-name = ConsoleLogin', text('event-name', 'ConsoleLogin')],
    ['eventName="Delete*"', text('event-name', 'Delete*')],
    ["user-agent = 'aws \\'x\\' *'", text('user-agent', "aws 'x' *")],
    ['user-name = "CORP\\alice"', text('user-name', 'CORP\\\\alice')],
    ['user-name = "a\\*b\\u{202e}"', text('user-name', 'a\\*b\u202e')],
    ['user-name = "!x"', text('user-name', '\\!x')],
    ['event-name != Get*', text('event-name', '!Get*')],
    ['event-name in (A, "B")', text('event-name', 'A', 'B')],
    ['event-name not in (A, B)', text('event-name', '!A', '!B')],
    ['not event-name in (A)', not(text('event-name', 'A'))],
    ['requestParameters.bucketName = x', text('requestParameters.bucketName', 'x')],
    ['error-code exists', { kind: 'exists', field: 'error-code' }],
    ['error-code not exists', not({ kind: 'exists', field: 'error-code' })],
    ['resources[0].ARN exists', { kind: 'exists', field: 'resources[0].ARN' }],
    [
      'source-ip in (10.0.0.0/8, 2001:db8::/32)',
      { kind: 'source-ip', values: ['10.0.0.0/8', '2001:db8::/32'] },
    ],
    ['source-ip not in 10.0.0.0/8', { kind: 'source-ip', values: ['!10.0.0.0/8'] }],
    ['read-only = false', { kind: 'read-only', value: false }],
    ['mfa != true', not({ kind: 'mfa', value: true })],
    ['errors', { kind: 'errors' }],
    ['contains ("a*b", c)', { kind: 'contains', values: ['a*b', 'c'] }],
    ['everything', all()],
    ['nothing', any()],
    [
      'requestParameters.maxResults >= 1e2',
      { kind: 'compare', field: 'requestParameters.maxResults', operator: '>=', value: 100, of: 'number' },
    ],
    ['event-time >= 2024-08-18', { kind: 'time', start: at('2024-08-18') }],
    ['event-time > 2024-08-18', { kind: 'time', start: at('2024-08-19') }],
    ['event-time <= 2024-08-18', { kind: 'time', end: at('2024-08-19') - 1 }],
    ['event-time < 2024-08-18T11:40:00Z', { kind: 'time', end: at('2024-08-18T11:40:00Z') - 1 }],
    [
      'event-time = "2024-08-18 11:40:00"',
      { kind: 'time', start: at('2024-08-18T11:40:00Z'), end: at('2024-08-18T11:40:00.999Z') },
    ],
    ['event-time >= -2h', { kind: 'time', start: at('2024-08-18T10:00:00Z') }],
    [
      'userIdentity.sessionContext.attributes.creationDate < 2024-08-18T00:00:00Z',
      {
        kind: 'compare',
        field: 'userIdentity.sessionContext.attributes.creationDate',
        operator: '<=',
        value: at('2024-08-18') - 1,
        of: 'time',
      },
    ],
    [
      '{ $.eventName = "A B" && $.x EXISTS } or errors',
      any({ kind: 'pattern', node: parsePattern('{$.eventName="A B"&&$.x EXISTS}') }, { kind: 'errors' }),
    ],
    [
      'event-name = "Delete*" and not user-name in ("ci", "deploy") or source-ip in 10.0.0.0/8',
      any(all(text('event-name', 'Delete*'), not(text('user-name', 'ci', 'deploy'))), {
        kind: 'source-ip',
        values: ['10.0.0.0/8'],
      }),
    ],
    [
      'errors AND (errors Or errors) and errors',
      all({ kind: 'errors' }, any({ kind: 'errors' }, { kind: 'errors' }), { kind: 'errors' }),
    ],
    ['((errors))', { kind: 'errors' }],
  ])('%s', (source, expected) => {
    expect(parse(source)).toEqual(expected)
  })

  it.each<readonly [string, RegExp, number]>([
    ['', /expected a field, but the expression ends/, 0],
    ['event-nmae = x', /unknown column 'event-nmae'/, 0],
    ['event-name', /expected an operator, but the expression ends/, 10],
    ['event-name == x', /expected an operator, found `==`/, 11],
    ['event-name = ', /expected a value/, 13],
    ['event-name = and', /expected a value, found `and`/, 13],
    ['event-name = ""', /an empty text is no value/, 13],
    ['event-name = "x', /this quote is never closed/, 13],
    ['event-name = x errors', /expected `and`, `or` or the end, found `errors`/, 15],
    ['event-name = x && errors', /found `&&`/, 15],
    ['(errors', /expected `and`, `or` or `\)`/, 7],
    ['errors)', /found `\)`/, 6],
    ['event-name in (a b)', /expected `,` or `\)`, found `b`/, 17],
    ['event-name < x', /'x' is not a time/, 13],
    ['event-time = soon', /'soon' is not a time/, 13],
    ['read-only = maybe', /read-only is true or false/, 12],
    ['mfa in (true, false)', /mfa is true or false/, 8],
    ['source-ip = 10.0.0.0/40', /needs a prefix length/, 12],
    ['{ $.a = }', /expected a value/, 8],
    ['errors }', /`}` has no meaning here/, 7],
    [`${'('.repeat(200)}errors`, /nested more than 100 deep/, 101],
    [`${'not '.repeat(5000)}errors`, /nested more than 100 deep/, 404],
  ])('%s is a mistake with a place', (source, message, position) => {
    let caught: unknown
    try {
      parse(source)
    } catch (error) {
      caught = error
    }
    expect(caught).toBeInstanceOf(PatternError)
    const { message: said, position: where, frame } = caught as PatternError
    expect(said).toMatch(message)
    expect(said).toMatch(/^(?:--where|filter pattern): /)
    expect(where).toBe(position)
    expect(frame[1]).toMatch(/^ *\^$/)
  })

  it('reads long ones in no more than linear time', () => {
    const long = `event-name in (${Array.from({ length: 50_000 }, (_, n) => `Name${n}`).join(', ')})`
    expect(parse(long)).toMatchObject({ kind: 'text' })
    const wide = Array.from({ length: 20_000 }, () => 'errors').join(' or ')
    expect(parse(wide)).toMatchObject({ kind: 'any' })
  })

  it('throws nothing but its own error, whatever it reads', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 }))), (pieces) => {
        expect(['object', 'PatternError']).toContain(outcome(pieces.join(' ')))
      }),
      { numRuns: 3000, examples: [[['event-name = "\\']], [['event-name = "x\\']], [['{ $.a = "x\\']]] },
    )
  })
})

describe('a filter written as an expression', () => {
  it('reads back as what it says, and is written the same again', () => {
    fc.assert(
      fc.property(filter, (original) => {
        const written = printWhere(original)
        const again = parse(written)
        expect(printWhere(again)).toBe(written)
        expect(parse(printWhere(again))).toEqual(again)
      }),
      { numRuns: 3000 },
    )
  })

  it('means the same', () => {
    fc.assert(
      fc.property(filter, fc.array(record, { minLength: 1, maxLength: 5 }), (original, records) => {
        const one = compileFilter(original)
        const other = compileFilter(parse(printWhere(original)))
        for (const candidate of records) expect(other(event(candidate))).toBe(one(event(candidate)))
      }),
      { numRuns: 3000 },
    )
  })

  it('holds nothing that a terminal would act on, so that it is shown as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        const asked: Filter = { kind: 'contains', values: [value] }
        expect(printable(printWhere(asked))).toBe(printWhere(asked))
        expect(parse(printWhere(asked))).toEqual(asked)
      }),
    )
  })

  it.each(PRESETS)('$name', ({ filter: preset }) => {
    expect(printWhere(parse(printWhere(preset)))).toBe(printWhere(preset))
  })
})
