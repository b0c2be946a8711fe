import { describe, expect, it } from 'vitest'
import { LiteralTest } from '../../../src/decode/literal.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'

const scanner = new Scanner()
const login = new LiteralTest(scanner, [['ConsoleLogin', 'SwitchRole'], ['alice']])

describe('bytes may match', () => {
  it.each([
    ['with a literal of every group', 'ConsoleLogin alice', true],
    ['with another of a group', 'SwitchRole alice', true],
    ['not without one group', 'ConsoleLogin', false],
    ['not in another case', 'consolelogin alice', false],
    ['with a letter in disguise', 'x "\\u0043onsoleLogin"', true],
    ['with a digit in disguise', 'x "\\u0030"', true],
    ['with a lower-case letter in disguise', 'x "\\u007A"', true],
    ['with the backslash of a disguise in disguise', 'x "\\u005cu0043onsoleLogin"', true],
    ['not with what CloudTrail escapes', '"\\u003c \\u003e \\u0026 \\u0027 \\u00e9"', false],
    ['not when empty', '', false],
  ])('%s', (_, text, expected) => {
    scanner.load(Buffer.from(text))
    expect(login.mayMatch()).toBe(expected)
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
    const many = Array.from({ length: 17 }, (_, n) => `word${n}`)
    expect(new LiteralTest(other, [many]).isExact()).toBe(false)
    expect(new LiteralTest(other, [many, ['bob']]).mayMatch()).toBe(false)
  })
})
