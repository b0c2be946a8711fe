import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRegex } from '../../../../src/filter/pattern/regex.ts'

function compile(source: string): (text: string) => boolean {
  return compileRegex(source, (what, offset) => {
    throw new Error(`${offset}: ${what}`)
  })
}

// The documentation's own examples first.
const TABLE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['^[hc]at', ['hat', 'cats'], ['that', 'bat']],
  ['[hc]at$', ['that', 'cat'], ['cats']],
  ['colou?r', ['color', 'colour'], ['colouur']],
  ['[abcx-z]', ['y', 'c'], ['d', 'w']],
  ['a{3,5}', ['aaa', 'aaaaa', 'aaaaaaa'], ['aa']],
  ['^a{3,5}$', ['aaa', 'aaaaa'], ['aa', 'aaaaaa']],
  ['gra|ey', ['gray', 'grey'], ['gruy']],
  ['^starting|^initializing|^shutting down', ['starting x', 'shutting down'], ['skipping initializing']],
  ['abcc|ab[^c]$', ['abcc x', 'aba'], ['aac', 'abc', 'abax']],
  [String.raw`\[.\]`, ['[a]', '[]]', '[ ]'], ['[]', '[ab]']],
  [String.raw`10\.10\.0\.1`, ['10.10.0.1'], ['10010,051']],
  ['10.10.0.1', ['10010,051'], ['10.10.0']],
  ['ab*c', ['ac', 'abc', 'abbbc'], ['abb']],
  ['ab+c', ['abc', 'abbc'], ['ac']],
  [String.raw`^\d\D\s\S\w\W$`, ['1a b_-', '1\t\n!a '], ['aa b_-', '1a bbb']],
  [String.raw`\x3A\x28`, [':('], ['3A28']],
  ['.at', ['#at', ' at', '\u00e9at', '\nat'], ['at']],
  [String.raw`[^\d]`, ['1a', '\u00e9'], ['123']],
  ['[]a]', [']', 'a'], ['b']],
  ['[a-]', ['-', 'a'], ['b']],
  ['[.*]', ['.', '*'], ['a']],
  ['a{2}', ['baab'], ['aba']],
  ['^a{,2}$', ['', 'aa'], ['aaa']],
  ['^a{2,}$', ['aa', 'aaaaaa'], ['a']],
  ['', ['', 'x'], []],
  ['a|', ['', 'x'], []],
  ['^$', [''], ['x']],
]

const REFUSED: readonly (readonly [string, number])[] = [
  ['a(b)', 1],
  ['something!', 9],
  ['*a', 0],
  ['a**', 2],
  ['a+?', 2],
  ['a|+', 2],
  ['a{', 1],
  ['a{}', 1],
  ['a{,}', 1],
  ['a{3,2}', 1],
  ['a{9999}', 0],
  ['[abc', 0],
  ['[z-a]', 1],
  ['a$b', 1],
  ['a^b', 1],
  ['a]', 1],
  ['a\\', 1],
  [String.raw`\q`, 0],
  [String.raw`\xF0`, 0],
  ['\u00e9', 0],
]

describe('compileRegex', () => {
  it.each(TABLE)('%s finds %j and not %j', (source, found, missed) => {
    const test = compile(source)
    expect(found.filter((text) => !test(text))).toEqual([])
    expect(missed.filter((text) => test(text))).toEqual([])
  })

  it.each(REFUSED)('refuses %j at %i', (source, offset) => {
    expect(() => compile(source)).toThrow(new RegExp(`^${offset}: `))
  })

  it('agrees with the engine of JavaScript', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', String.raw`\d`, String.raw`\W`, '1')
    const count = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{2,}')
    const items = fc.array(
      fc.tuple(atom, count).map((pair) => pair.join('')),
      { maxLength: 5 },
    )
    const alternative = fc
      .tuple(fc.constantFrom('', '^'), items, fc.constantFrom('', '$'))
      .map(([start, middle, end]) => start + middle.join('') + end)
    const source = fc.array(alternative, { minLength: 1, maxLength: 3 }).map((all) => all.join('|'))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '\n'), maxLength: 10 })
    fc.assert(
      fc.property(source, text, (expression, value) => {
        expect(compile(expression)(value)).toBe(new RegExp(expression, 's').test(value))
      }),
      { numRuns: 3000 },
    )
  })

  it('does not slow down on text made to make it', () => {
    const test = compile(`${'a*'.repeat(15)}b$`)
    expect(test('a'.repeat(100_000))).toBe(false)
  })
})
