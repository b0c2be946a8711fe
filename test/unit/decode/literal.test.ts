import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LiteralTest } from '../../../src/decode/literal.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { filterLiterals } from '../../../src/filter/literals.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { filter, record } from '../filter/arbitrary.ts'
import { event } from '../filter/records.ts'

const scanner = new Scanner()
const login = new LiteralTest(scanner, [
  [{ text: 'ConsoleLogin' }, { text: 'SwitchRole' }],
  [{ text: 'alice' }],
])

describe('bytes may match', () => {
  it.each([
    ['with a literal of every group', 'ConsoleLogin alice', true],
    ['with another of a group', 'SwitchRole alice', true],
    ['not without one group', 'ConsoleLogin', false],
    ['not in another case', 'consolelogin alice', false],
    ['with a letter in disguise', 'x "\\u0043onsoleLogin"', true],
    ['with a digit in disguise', 'x "\\u0030"', true],
    ['with a lower-case letter in disguise', 'x "\\u007A"', true],
    ['with another character in disguise', '"\\u002d"', true],
    ['with the backslash of a disguise in disguise', 'x "\\u005cu0043onsoleLogin"', true],
    ['not with what CloudTrail escapes', '"\\u003c \\u003e \\u0026 \\u0027 \\u00e9"', false],
    ['not with a letter whose lower case is ASCII', '\u212a\u0130 \\u212a', false],
    ['not with half an escape at the end', '\\u004', false],
    ['not when empty', '', false],
  ])('%s', (_, text, expected) => {
    scanner.load(Buffer.from(text))
    expect(login.mayMatch()).toBe(expected)
  })
})

describe('bytes may match in any case', () => {
  const other = new Scanner()
  const anyCase = new LiteralTest(other, [[{ text: 'kiwi-1', anyCase: true }]])
  it.each([
    ['as typed', '"kiwi-1"', true],
    ['in capitals', '"KIWI-1"', true],
    ['mixed', '"aKiWi-1"', true],
    ['not another word', '"kawi-1"', false],
    ['with the sign of Kelvin', '"\u212aiwi-1"', true],
    ['with a dotted I', '"K\u0130wi-1"', true],
    ['with the sign of Kelvin in disguise', '"\\u212Aiwi-1"', true],
    ['with a dotted I in disguise', '"K\\u0130wi-1"', true],
    ['with a letter in disguise', '"\\u004biwi-1"', true],
    ['not with their neighbours', '"\u0131 \u012f \u212b \u2129 \\u212b"', false],
  ])('%s', (_, text, expected) => {
    other.load(Buffer.from(text))
    expect(anyCase.mayMatch()).toBe(expected)
  })
})

describe('single records', () => {
  it.each([
    ['of plain text', '{alice}', true],
    ['of text in disguise', '\\u0043', false],
  ])('%s', (_, text, exact) => {
    scanner.load(Buffer.from(text))
    expect(login.isExact()).toBe(exact)
  })

  it('are not tested without literals, nor with too many', () => {
    const other = new Scanner()
    other.load(Buffer.from('{alice}'))
    expect(new LiteralTest(other, []).isExact()).toBe(false)
    const many = Array.from({ length: 17 }, (_, n) => ({ text: `word${n}` }))
    expect(new LiteralTest(other, [many]).isExact()).toBe(false)
    expect(new LiteralTest(other, [many, [{ text: 'bob' }]]).mayMatch()).toBe(false)
  })
})

describe('whatever a filter asks for and however a record is written', () => {
  it('a record that matches is not passed over', () => {
    const odd = new Scanner()
    let tested = 0
    fc.assert(
      fc.property(record, filter, fc.func(fc.nat(9)), (candidate, asked, choose) => {
        const text = `{"Records":[${disguised(candidate, choose)}]}`
        const test = new LiteralTest(odd, filterLiterals(asked))
        odd.load(Buffer.from(text))
        const written = (JSON.parse(text) as { Records: JsonObject[] }).Records[0]!
        if (!compileFilter(asked)(event(written))) return
        tested += Number(!test.isEmpty)
        expect(test.mayMatch()).toBe(true)
        expect(!test.isExact() || odd.mayMatch(12, Buffer.byteLength(text) - 2)).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(tested).toBeGreaterThan(100)
  })
})

// Some letters as escapes, and some in another case or as one of the letters that only become them.
function disguised(value: JsonObject, choose: (letter: string, at: number) => number): string {
  if (choose('', 0) > 4) return JSON.stringify(value)
  const other = (letter: string, at: number): string => {
    const choice = choose(letter, at % 7)
    if (choice === 0) return `\\u00${letter.charCodeAt(0).toString(16)}`
    if (choice === 1 && /k/i.test(letter)) return '\u212a'
    if (choice === 1 && /i/i.test(letter)) return '\u0130'
    return choice === 2 ? letter.toUpperCase() : letter
  }
  return JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
    text.replace(/(?<!\\)[A-Za-z.-]/g, other),
  )
}
