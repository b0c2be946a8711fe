import { describe, expect, it } from 'vitest'
import { LiteralTest } from '../../../src/decode/literal.ts'

const login = new LiteralTest([['ConsoleLogin', 'SwitchRole'], ['alice']])

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
    expect(login.mayMatch(Buffer.from(text))).toBe(expected)
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
  const bytes = Buffer.from(texts.join(''))
  const starts = texts.map((_, n) => texts.slice(0, n).join('').length)

  it('are tested each for itself', () => {
    const test = login.forRecords(bytes)!
    const found = texts.map((text, n) => test.mayMatch(starts[n]!, starts[n]! + text.length))
    expect(found).toEqual([true, false, false, true, false, false])
  })

  it('are not tested where a test would tell nothing', () => {
    expect(login.forRecords(Buffer.from('\\u0043'))).toBeUndefined()
    expect(new LiteralTest([]).forRecords(bytes)).toBeUndefined()
  })
})
