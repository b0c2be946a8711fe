// Two texts have one hash when they are one value, and only then: held against a comparison that parses.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scanner } from '../../../../src/decode/json/scan.ts'

const scanner = new Scanner()

function hash(text: string): string {
  scanner.load(Buffer.from(text))
  scanner.hashValue(0)
  return `${scanner.hashWord(0)} ${scanner.hashWord(1)}`
}

describe('the hash of a value', () => {
  it.each([
    ['{"a":1,"b":2}', '{"b":2,"a":1}'],
    [
      '{"a":{"x":[1,{"p":1,"q":2}]},"b":2}',
      ' { "b" : 2 ,\n"a" :\t{ "x" : [ 1 , { "q" : 2 , "p" : 1 } ] } } ',
    ],
    ['"a<b"', '"a\\u003cb"'],
    ['"\\u00e9\\n\\"\\\\\\/"', '"é\\u000a\\u0022\\u005c/"'],
    ['"😀"', '"\\ud83d\\ude00"'],
    ['"\\uD83D\\uDE00"', '"\\ud83d\\ude00"'],
    ['{"\\u0061":1}', '{"a":1}'],
    ['1.50', '1.5'],
    ['1.0', '1'],
    ['{}', '{ }'],
    ['[]', '[ ]'],
    ['"long enough to take more than a word \\u002d"', '"long enough to take more than a word -"'],
  ])('%s is %s', (a, b) => {
    expect(hash(a)).toBe(hash(b))
  })

  it.each([
    ['{"a":1,"b":2}', '{"a":2,"b":1}'],
    ['[1,2]', '[2,1]'],
    ['[[1],2]', '[1,[2]]'],
    ['{"a":{"b":1}}', '{"a":[{"b":1}]}'],
    ['{}', '[]'],
    ['""', 'null'],
    ['"1"', '1'],
    ['"true"', 'true'],
    ['9007199254740993', '9007199254740992'],
    ['100', '1'],
    ['10.0', '1'],
    ['{"a":"b"}', '{"b":"a"}'],
    ['[{"a":1},{"b":2}]', '[{"b":2},{"a":1}]'],
    ['"\\ud83d"', '"\\ude00"'],
    ['[[],[[]]]', '[[[]],[]]'],
  ])('%s is not %s', (a, b) => {
    expect(hash(a)).not.toBe(hash(b))
  })

  it('is the same for any spelling of a value, and another for any other value', () => {
    const json = fc.jsonValue({ maxDepth: 5 })
    fc.assert(
      fc.property(json, json, fc.infiniteStream(fc.nat(7)), (value, other, choices) => {
        const text = JSON.stringify(value)
        expect(hash(respelled(JSON.parse(text), choices))).toBe(hash(text))
        expect(hash(JSON.stringify(other)) === hash(text)).toBe(canonical(other) === canonical(value))
      }),
      { numRuns: 3000 },
    )
  })

  it('does not mind how deep a value is', () => {
    expect(hash(deep(100_000))).not.toBe(hash(deep(99_999)))
    expect(hash(`{"a":1,"b":${deep(1000)}}`)).toBe(hash(`{"b":${deep(1000)},"a":1}`))
  })
})

function deep(n: number): string {
  return `${'['.repeat(n)}1${']'.repeat(n)}`
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)
  return `{${members.sort().join(',')}}`
}

/** Members in another order, white space between tokens, letters as escapes. */
function respelled(value: unknown, choices: Iterator<number>): string {
  const choose = (): number => choices.next().value as number
  const space = (): string => [' ', '\n', '\t', ''][choose() & 3]!
  if (typeof value === 'string') {
    const units = Array.from({ length: value.length }, (_, i) => {
      const plain = JSON.stringify(value[i]).slice(1, -1)
      if (choose() > 1) return plain
      return `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`
    })
    // JSON.stringify keeps whole characters: their halves may be escaped only together.
    return /[\ud800-\udfff]/.test(value) ? JSON.stringify(value) : `"${units.join('')}"`
  }
  if (Array.isArray(value)) {
    return `[${space()}${value.map((child) => respelled(child, choices) + space()).join(`,${space()}`)}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  if (choose() & 1) entries.reverse()
  const members = entries.map(
    ([key, child]) => `${respelled(key, choices)}${space()}:${space()}${respelled(child, choices)}`,
  )
  return `{${space()}${members.join(`${space()},${space()}`)}${space()}}`
}
