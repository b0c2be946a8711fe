import { describe, expect, it } from 'vitest'
import { LiteralTest } from '../../../src/decode/literal.ts'
import { Scanner } from '../../../src/decode/scan.ts'

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

describe('records of one buffer', () => {
  const texts = [
    '{ConsoleLogin alice}',
    '{alice}',
    '{ConsoleLogin}',
    '{alice SwitchRole}',
    '{ConsoleLog',
    'in alice}',
  ]
  const starts = texts.map((_, n) => texts.slice(0, n).join('').length)

  it('are tested each for itself', () => {
    scanner.load(Buffer.from(texts.join('')))
    const test = login.forRecords()!
    const found = texts.map((text, n) => test.mayMatch(starts[n]!, starts[n]! + text.length))
    expect(found).toEqual([true, false, false, true, false, false])
  })

  it('are not tested where a test would tell nothing', () => {
    scanner.load(Buffer.from('\\u0043'))
    expect(login.forRecords()).toBeUndefined()
    scanner.load(Buffer.from('{alice}'))
    expect(new LiteralTest(scanner, []).forRecords()).toBeUndefined()
  })
})
