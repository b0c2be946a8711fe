import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { colorFor } from '../../../src/cli/color.ts'
import { prettyRecord } from '../../../src/output/json-pretty.ts'

const pretty = (text: string) => prettyRecord(Buffer.from(text))

test('lays out like JSON.stringify with two spaces, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(pretty(JSON.stringify(value))).toBe(JSON.stringify(value, undefined, 2))
    }),
  )
})

describe('what is delivered stays', () => {
  test.each([
    ['numbers beyond 2^53', '{"n":12345678901234567890}', '{\n  "n": 12345678901234567890\n}'],
    ['forms of numbers', '[1.0,1E+2,-0]', '[\n  1.0,\n  1E+2,\n  -0\n]'],
    ['key order, and keys given twice', '{"2":0,"1":0,"2":1}', '{\n  "2": 0,\n  "1": 0,\n  "2": 1\n}'],
    ['escapes', '"\\u00e9\\/\\u001b[2J\\"{"', '"\\u00e9\\/\\u001b[2J\\"{"'],
    ['white space inside strings only', ' { "a b" :\r\n[ ] ,\t"c":{ } } ', '{\n  "a b": [],\n  "c": {}\n}'],
    ['letters of any script', '"山é"', '"山é"'],
  ])('%s', (_what, text, shown) => {
    expect(pretty(text)).toBe(shown)
  })
})

test('characters that act on a terminal become JSON escapes', () => {
  expect(pretty('{"\u202ekey":"\u009b2J\u007f"}')).toBe('{\n  "\\u202ekey": "\\u009b2J\\u007f"\n}')
})

test('colours keys, strings, numbers and null apart', async () => {
  const color = await colorFor({ isTty: false }, {}, 'always')
  expect(prettyRecord(Buffer.from('{"k":["s",1,true,null]}'), color)).toBe(
    `{\n  ${color.cyan('"k"')}: [\n    ${color.green('"s"')},\n    ${color.yellow('1')},\n    ${color.yellow('true')},\n    ${color.dim('null')}\n  ]\n}`,
  )
})

describe('hostile shapes', () => {
  test('nesting of 100,000 levels does not make the output explode', () => {
    const depth = 100_000
    const shown = pretty('['.repeat(depth) + ']'.repeat(depth))
    expect(shown.length).toBeLessThan(depth * 3)
    expect(shown.replace(/\s/g, '')).toBe('['.repeat(depth) + ']'.repeat(depth))
  })

  test('anything goes in, nothing is thrown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}[\],:"\\a1 \n]*$/), (text) => {
        expect(typeof pretty(text)).toBe('string')
      }),
    )
  })
})
