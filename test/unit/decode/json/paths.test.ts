import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { keyPath, MAX_KEY_PATHS } from '../../../../src/decode/json/paths.ts'
import { parsePath, valuesAt } from '../../../../src/event/record-path.ts'
import type { Json } from '../../../../src/util/json.ts'
import { objectText } from '../../../helpers/json-text.ts'
import { loaded } from '../../../helpers/loaded.ts'

const LONG = 'k'.repeat(32)
const ALMOST = `${'k'.repeat(31)}x`
const PATHS = [
  'requestParameters',
  'requestParameters.a',
  'requestParameters.a.a',
  `requestParameters.a.${LONG}`,
  `requestParameters.${ALMOST}.a`,
  `requestParameters.${LONG}`,
  'userIdentity.requestParameters.a',
  'userIdentity.a.a.a.a',
  'userIdentity',
  'errorCode',
]

function longKey(n: number): string {
  return String(n).padEnd(32, 'k')
}

describe('values at paths', () => {
  it('are those that a parsed record has, or in a list or behind an escaped key', () => {
    let whole = 0
    let others = 0
    fc.assert(
      fc.property(objectText(['requestParameters', 'userIdentity', 'a', LONG, ALMOST]), (json) => {
        const scanner = loaded(json)
        scanner.setPaths(PATHS.map((path) => keyPath(path)!))
        const parsed = JSON.parse(json) as Json
        for (const [index, path] of PATHS.entries()) {
          const { start, end, isWhole } = scanner.pathIn(0, index)
          const found = start < 0 ? [] : [JSON.parse(scanner.bytes.toString('utf8', start, end)) as Json]
          const steps = parsePath(path)!
          // What each part of the path leads to.
          const parts = steps.map((_, n) => valuesAt(parsed, steps.slice(0, n)))
          expect(isWhole ? [valuesAt(parsed, steps)] : parts).toContainEqual(found)
          expect(isWhole || Array.isArray(found[0]) || json.includes('\\')).toBe(true)
          whole += isWhole ? found.length : 0
          others += isWhole ? 0 : 1
        }
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(whole, others)).toBeGreaterThan(200)
  })

  it('are found again in another text, and nothing of the text before', () => {
    const scanner = loaded('{"requestParameters":{"a":{"a":1}}}')
    scanner.setPaths(PATHS.map((path) => keyPath(path)!))
    expect(scanner.pathIn(0, 2).start).toBeGreaterThan(0)
    scanner.load(Buffer.from('{"requestParameters":{"a":1,"a":null}}'))
    expect(scanner.pathIn(0, 2)).toEqual({ start: -1, end: -1, isWhole: true })
    expect(scanner.pathIn(0, 1)).toEqual({ start: 32, end: 36, isWhole: true })
  })

  it('are found of as many paths as there may be, of the longest kind', () => {
    const paths = Array.from({ length: MAX_KEY_PATHS }, (_, n) =>
      ['requestParameters', ...[1, 2, 3, 4].map((level) => longKey(n * 10 + level))].join('.'),
    )
    const record = paths.map((path, n) =>
      path
        .split('.')
        .slice(1)
        .reduceRight<Json>((value, name) => ({ [name]: value }), n),
    )
    const scanner = loaded(JSON.stringify({ requestParameters: Object.assign({}, ...record) as Json }))
    scanner.setPaths(paths.map((path) => keyPath(path)!))
    const found = paths.map((_, n) => {
      const { start, end } = scanner.pathIn(0, n)
      return scanner.bytes.toString('latin1', start, end)
    })
    expect(found).toEqual(paths.map((_, n) => String(n)))
  })
})

test.each([
  ['errorCode', ['errorCode']],
  ['userIdentity.sessionContext.sessionIssuer.userName', 4],
  ['requestParameters.x-amz-acl', 2],
  ['requestParameters.a/b@c:d', 2],
  ['$.errorCode', undefined],
  ['other.a', undefined],
  ['__proto__.a', undefined],
  ['requestParameters.a[0].b', undefined],
  ['requestParameters.a[]', undefined],
  ['requestParameters.', undefined],
  ['requestParameters.josé', undefined],
  ['requestParameters.a"b', undefined],
  ['requestParameters.a\\b', undefined],
  [`requestParameters.${'k'.repeat(33)}`, undefined],
  ['requestParameters.a.b.c.d.e', undefined],
])('the keys of %s are %j', (path, keys) => {
  const found = keyPath(path)
  expect(typeof keys === 'number' ? found?.length : found).toEqual(keys)
})
