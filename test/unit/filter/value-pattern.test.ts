import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeValue, parseValue } from '../../../src/filter/value-pattern.ts'

const TABLE: readonly (readonly [typed: string, text: string, fits: boolean, negated: boolean])[] = [
  ['ConsoleLogin', 'ConsoleLogin', true, false],
  ['ConsoleLogin', 'consolelogin', false, false],
  ['Console', 'ConsoleLogin', false, false],
  ['Get*', 'GetObject', true, false],
  ['Get*', 'BatchGet', false, false],
  ['*', '', true, false],
  ['!Get*', 'GetObject', true, true],
  [String.raw`\!x`, '!x', true, false],
  [String.raw`!\!x`, '!x', true, true],
  [String.raw`a\*b`, 'a*b', true, false],
  [String.raw`a\*b`, 'axb', false, false],
  [String.raw`CORP\alice`, String.raw`CORP\alice`, true, false],
]

describe('parseValue', () => {
  it.each(TABLE)('%j on %j: %s, negated: %s', (typed, text, fits, negated) => {
    const value = parseValue(typed)
    expect([value.test(text), value.negated]).toEqual([fits, negated])
  })

  it('knows whether a value is exact', () => {
    expect(parseValue(String.raw`!a\*`).exact).toBe('a*')
    expect(parseValue('a*').exact).toBeUndefined()
  })

  it('reads an escaped text as exactly that text', () => {
    const any = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('!', '*', '\\', 'a') }))
    fc.assert(
      fc.property(any, (text) => {
        expect(parseValue(escapeValue(text))).toMatchObject({ negated: false, exact: text })
      }),
    )
  })
})
