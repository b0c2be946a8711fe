import { describe, expect, test } from 'vitest'
import { parseSigma } from '../../../src/detect/sigma-parse.ts'
import { rules } from './rules.ts'

const HEAD = 'title: T\nlogsource: {product: aws, service: cloudtrail}\n'
const refusal = (yaml: string): string | undefined => parseSigma(yaml, 'r.yml').refused[0]?.what

test('a rule file may hold several rules, and rules for other logs are only counted', () => {
  const text = `${HEAD}detection: {s: {a: 1}, condition: s}\n---\ntitle: W\nlogsource: {product: windows}\ndetection: {s: {a: 1}, condition: s}\n---\n`
  expect(parseSigma(text, 'r.yml')).toMatchObject({
    rules: [{ title: 'T', level: 'medium' }],
    foreign: 1,
    refused: [],
  })
})

test('what stands beside the detection is kept', () => {
  const [rule] = rules(
    `${HEAD}id: 1-2\nname: short\nlevel: high\nauthor: Ann\ntags: [attack.t1078]\nfalsepositives: [none]\nreferences: [x]\ndescription: d\ndetection: {s: {a: 1}, condition: s}`,
  )
  expect(rule).toMatchObject({
    id: '1-2',
    name: 'short',
    level: 'high',
    author: 'Ann',
    tags: ['attack.t1078'],
    falsePositives: ['none'],
    references: ['x'],
    description: 'd',
    file: 'test.yml',
  })
})

describe('a rule is refused as a whole', () => {
  test.each<[string, string]>([
    [
      `${HEAD}detection: {s: {a|windash: x}, condition: s}`,
      "the modifier 'windash' of 'a|windash' is not supported",
    ],
    [
      `${HEAD}detection: {s: {a|base64offset|contains: x}, condition: s}`,
      "the modifier 'base64offset' of 'a|base64offset|contains' is not supported",
    ],
    [
      `${HEAD}detection: {s: {a: 1}, condition: t}`,
      "the condition names 't', which the rule does not define",
    ],
    [`${HEAD}detection: {s: {a: 1}, condition: (s}`, "a ')' is missing in the condition"],
    [`${HEAD}detection: {s: {a: 1}, condition: s and}`, 'the condition ends where a selection is expected'],
    [`${HEAD}detection: {s: {a: 1}, condition: s s}`, "'s' is not expected in the condition"],
    [`${HEAD}detection: {s: {a: 1}, condition: 1 of x*}`, "'1 of x*' names no selection of the rule"],
    [
      `${HEAD}detection: {s: {a: 1}, condition: "s | count() > 5"}`,
      "'|' in a condition belongs to an old form; write a correlation",
    ],
    [`${HEAD}detection: {s: {a: 1}}`, 'has no condition'],
    [`${HEAD}x: 1`, 'has no detection'],
    ['detection: {s: {a: 1}, condition: s}', 'has no title'],
    ['just text', 'is not a rule: a map with title and detection is expected'],
    [`${HEAD}detection: {s: {a|cidr: nowhere}, condition: s}`, "'a|cidr': 'nowhere' is not an address range"],
    [`${HEAD}detection: {s: {a|gt: x}, condition: s}`, "'a|gt' needs a number"],
    [`${HEAD}detection: {s: {a: {b: c}}, condition: s}`, "'a' needs a text, a number or a boolean"],
    [
      `${HEAD}correlation: {type: value_median, rules: [a]}`,
      "the correlation type 'value_median' is not supported",
    ],
    [
      `${HEAD}correlation: {type: event_count, rules: [a], timespan: soon, condition: {gte: 1}}`,
      "the timespan 'soon' is not a number and one of s, m, h, d, w",
    ],
    [
      `${HEAD}correlation: {type: value_count, rules: [a], timespan: 1m, condition: {gte: 1}}`,
      'value_count needs a field to count',
    ],
  ])('%s', (yaml, what) => {
    expect(refusal(yaml)).toBe(what)
  })
})

describe('a hostile file ends in one line', () => {
  test('aliases that would expand to gigabytes', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')
    expect(refusal(`a0: &a0 x\n${levels}`)).toBe('has YAML aliases, which are not supported')
  })
  test('ten megabytes', () => {
    expect(refusal('x'.repeat(10 << 20))).toBe('is larger than 1 MB, which no rule file is')
  })
  test('a hundred thousand levels', () => {
    expect(refusal('['.repeat(100_000))).toContain('nested too deeply')
  })
  test('a condition of a hundred thousand brackets', () => {
    expect(refusal(`${HEAD}detection: {s: {a: 1}, condition: "${'('.repeat(100_000)}s"}`)).toBe(
      'the condition is nested more than 100 levels deep',
    )
  })
  test('two keys of one name', () => {
    expect(refusal(`${HEAD}title: U`)).toMatch(/^is not YAML: /)
  })
})
