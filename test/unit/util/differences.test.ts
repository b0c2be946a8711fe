import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '../../../src/util/differences.ts'

test.each<[string, string[], Record<string, (string | undefined)[]>]>([
  ['nothing', ['{"a":1}', '{"a":1}'], {}],
  ['a value', ['{"a":1,"b":2}', '{"a":1,"b":3}'], { b: ['2', '3'] }],
  ['a type', ['{"a":1}', '{"a":"1"}'], { a: ['1', '"1"'] }],
  ['null and nothing', ['{"a":null,"b":1}', '{"b":1}'], {}],
  ['nothing and a value', ['{"a":{"b":1}}', '{"a":null}'], { 'a.b': ['1', undefined] }],
  ['empty and null', ['{"a":{}}', '{"a":null}'], { a: ['{}', undefined] }],
  ['an element', ['{"a":[1,2]}', '{"a":[1]}'], { 'a[1]': ['2', undefined] }],
  [
    'digits that a float has not',
    ['{"a":9007199254740993}', '{"a":9007199254740992}'],
    { a: ['9007199254740993', '9007199254740992'] },
  ],
  ['spelling alone', ['{ "a": "\\u0041" }', '{"a":"A"}'], {}],
  ['order alone', ['{"a":1,"b":2}', '{"b":2,"a":1}'], {}],
  ['three records', ['{"a":1}', '{"a":1}', '{"a":2}'], { a: ['1', '1', '2'] }],
])('%s', (_, records, paths) => {
  expect(Object.fromEntries(differences(records).map(({ path, values }) => [path, values]))).toEqual(paths)
})

test('a record differs from itself nowhere, and from another at the same paths both ways round', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (a, b) => {
      expect(differences([a, a])).toEqual([])
      const there = differences([a, b]).map(({ path, values }) => [path, [...values].reverse()])
      const back = differences([b, a]).map(({ path, values }) => [path, [...values]])
      expect(new Map(there as [string, unknown][])).toEqual(new Map(back as [string, unknown][]))
    }),
  )
})
