import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PatternNode } from '../../../../src/filter/pattern/ast.ts'
import { parsePattern } from '../../../../src/filter/pattern/parse.ts'
import { PatternError } from '../../../../src/filter/pattern/pattern-error.ts'
import { printPattern } from '../../../../src/filter/pattern/print.ts'
import { UsageError } from '../../../../src/util/usage-error.ts'
import { patternNode } from './arbitrary.ts'

const key = (name: string) => ({ kind: 'key', name }) as const
const is = (name: string, ...pieces: readonly string[]): PatternNode => ({
  kind: 'compare',
  selector: [key(name)],
  operator: '=',
  value: { kind: 'text', pieces },
})

const PARSED: readonly (readonly [string, PatternNode])[] = [
  ['{$.a=b}', is('a', 'b')],
  ['  { $.a = "b c" }\n', is('a', 'b c')],
  ['{ $.a = b* }', is('a', 'b', '')],
  [String.raw`{ $.a = "\"x\"\*" }`, is('a', '"x"*')],
  ['{ $.a = 123.123.* }', is('a', '123.123.', '')],
  ['{ $.a = * }', is('a', '', '')],
  ['{ $.a = kms.amazonaws.com }', is('a', 'kms.amazonaws.com')],
  [
    '{ $.a = b || $.c = d && $.e = f }',
    { kind: 'or', nodes: [is('a', 'b'), { kind: 'and', nodes: [is('c', 'd'), is('e', 'f')] }] },
  ],
  [
    '{ ($.a = b || $.c = d) && ($.e = f) }',
    { kind: 'and', nodes: [{ kind: 'or', nodes: [is('a', 'b'), is('c', 'd')] }, is('e', 'f')] },
  ],
  ['{ (($.a = b)) }', is('a', 'b')],
  ['{ $.a IS NULL }', { kind: 'is', selector: [key('a')], what: 'NULL' }],
  ['{ $.a is true }', { kind: 'is', selector: [key('a')], what: 'TRUE' }],
  ['{ $.a NOT EXISTS }', { kind: 'exists', selector: [key('a')], exists: false }],
  ['{ $.a EXISTS }', { kind: 'exists', selector: [key('a')], exists: true }],
  [
    `{ $.a[0].b[*].*.['c.d']["e"][12] >= -1.5e+3 }`,
    {
      kind: 'compare',
      selector: [
        key('a'),
        { kind: 'index', index: 0 },
        key('b'),
        { kind: 'any-element' },
        { kind: 'any-field' },
        key('c.d'),
        key('e'),
        { kind: 'index', index: 12 },
      ],
      operator: '>=',
      value: { kind: 'number', source: '-1.5e+3' },
    },
  ],
  [
    String.raw`{ $.* = %111\.1[0-9]{1,2}% }`,
    {
      kind: 'compare',
      selector: [{ kind: 'any-field' }],
      operator: '=',
      value: { kind: 'regex', source: String.raw`111\.1[0-9]{1,2}` },
    },
  ],
]

// The caret stands under the place where reading stopped.
const REFUSED: readonly (readonly [string, number, string])[] = [
  ['', 0, 'starts with `{`'],
  ['ERROR', 0, 'starts with `{`'],
  ['{ }', 2, 'expected a selector'],
  ['{ $.a = b', 9, 'the pattern ends'],
  ['{ $.a = b } x', 12, 'text follows'],
  ['{ eventName = b }', 2, 'expected a selector'],
  ['{ $ = b }', 3, 'field name'],
  ['{ $. = b }', 4, 'expected a field name'],
  ['{ $.a == b }', 7, 'single `=`'],
  ['{ $.a ~ b }', 6, 'expected an operator'],
  ['{ $.a = }', 8, 'expected a value'],
  ['{ $.a = "b }', 8, 'quote is never closed'],
  ['{ $.a = %b }', 8, 'never ends'],
  ['{ $.a = %b(c)% }', 10, 'parentheses'],
  ['{ $.a = %a{5,3}% }', 10, 'wrong way round'],
  ['{ $.a > b }', 8, 'compares with a number'],
  ['{ $.a = b & $.c = d }', 10, 'found `&`'],
  ['{ $.a = b AND $.c = d }', 10, 'found `A`'],
  ['{ ($.a = b }', 11, 'or `)`'],
  ['{ $.a = b) }', 9, 'found `)`'],
  ['{ $.a[b] = c }', 5, 'in brackets stands'],
  ["{ $.['a = c }", 5, 'quote is never closed'],
  ['{ $.a[1 = c }', 7, 'expected `]`'],
  ['{ $.a[12345678901] = c }', 5, 'in brackets stands'],
  ['{ $.a NOT NULL }', 6, 'NOT can only'],
  ['{ $.a IS b }', 9, 'IS can only'],
  ['{ $.a = \u{1F600}\u{1F600} && }', 16, 'expected a selector'],
]

function refusal(source: string): unknown {
  try {
    return parsePattern(source)
  } catch (error) {
    return error
  }
}

function nested(depth: number): string {
  return `{ ${'('.repeat(depth)}$.a = b${')'.repeat(depth)} }`
}

describe('parsePattern', () => {
  it.each(PARSED)('reads %s', (source, expected) => {
    expect(parsePattern(source)).toEqual(expected)
  })

  it.each(REFUSED)('refuses %j at %i: %s', (source, position, what) => {
    const error = refusal(source)
    expect(error).toBeInstanceOf(PatternError)
    expect(error).toBeInstanceOf(UsageError)
    expect(error).toMatchObject({ position, message: expect.stringContaining(what) as string })
  })

  it('puts a caret under the place', () => {
    expect(refusal('{ $.a == b }')).toMatchObject({ frame: ['{ $.a == b }', '       ^'] })
    const long = `{ ${'$.aaaa = b || '.repeat(20)}$.a == b${' || $.c = d'.repeat(20)} }`
    const { frame, position } = refusal(long) as PatternError
    expect(frame[0].length).toBeLessThanOrEqual(74)
    expect(frame[0].at(frame[1].indexOf('^'))).toBe(long[position])
    expect(long[position]).toBe('=')
  })

  it('hints at the right word for "and" and "or"', () => {
    expect(refusal('{ $.a = b AND $.c = d }')).toMatchObject({ hint: 'write && for "and"' })
    expect(refusal('{ $.a = b | $.c = d }')).toMatchObject({ hint: 'write || for "or"' })
  })

  it('takes parentheses up to a limit, and says so beyond', () => {
    expect(parsePattern(nested(100))).toEqual(is('a', 'b'))
    expect(refusal(nested(101))).toMatchObject({
      position: 102,
      message: expect.stringContaining('100 deep') as string,
    })
    expect(refusal(`{ ${'('.repeat(1_000_000)}`)).toBeInstanceOf(PatternError)
    expect(refusal(`{ $${'.a'.repeat(1_000_000)} = b }`)).toBeInstanceOf(PatternError)
  })

  it('reads long chains', () => {
    const node = parsePattern(`{ ${Array.from({ length: 50_000 }, (_, i) => `$.a = b${i}`).join(' || ')} }`)
    expect(node.kind === 'or' && node.nodes.length).toBe(50_000)
  })

  it('reads what printPattern writes', () => {
    fc.assert(
      fc.property(patternNode, (node) => {
        expect(parsePattern(printPattern(node))).toEqual(node)
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['{ $.a = "x\\', '{ $["a\\', "{ $['a\\", '{ $.a = %x\\', '{ $.a = "\\', '"\\'])(
    'comes to its end where a backslash does: %s',
    (text) => expect(() => parsePattern(text)).toThrow(/never closed|pattern|expected/),
  )

  it('throws nothing but its own error, whatever it reads', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '$',
      '.',
      '$.a',
      '*',
      '=',
      '!=',
      '<',
      '"',
      '%',
      "'",
      '\\',
      '&&',
      '||',
      '&',
      'IS',
      'NOT',
      'EXISTS',
      'NULL',
      'TRUE',
      ' ',
      '1',
      '1e',
      'x',
      '\n',
      '\0',
      '\ud800',
      '\u{1F600}',
      '{1,2}',
      '^',
    )
    const tokens = fc.array(token, { maxLength: 30 }).map((list) => list.join(''))
    const mutated = fc.tuple(patternNode, fc.nat(), fc.nat(5), tokens).map(([node, at, removed, added]) => {
      const text = printPattern(node)
      const place = at % (text.length + 1)
      return text.slice(0, place) + added + text.slice(place + removed)
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          tokens,
          tokens.map((list) => `{${list}}`),
          mutated,
        ),
        (source) => {
          const result = refusal(source)
          if (!(result instanceof Error)) return
          expect(result).toBeInstanceOf(PatternError)
          const { position, frame } = result as PatternError
          expect(position).toBeLessThanOrEqual(source.length)
          expect(frame[1].trimStart()).toBe('^')
        },
      ),
      { numRuns: 5000 },
    )
  })
})
