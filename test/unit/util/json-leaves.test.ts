import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLeaves } from '../../../src/util/json-leaves.ts'
import { objectText } from '../../helpers/json-text.ts'

test.each<[string, Record<string, string>]>([
  ['{"a":1}', { a: '1' }],
  [
    '{"a":{"b":"x","c":[true,null,{"d":1.50}]}}',
    { 'a.b': '"x"', 'a.c[0]': 'true', 'a.c[1]': 'null', 'a.c[2].d': '1.50' },
  ],
  ['{"a":{},"b":[]}', { a: '{}', b: '[]' }],
  ['{"a":[[1],[2,3]]}', { 'a[0][0]': '1', 'a[1][0]': '2', 'a[1][1]': '3' }],
  // Numbers that JSON.parse would round.
  ['{"a":9007199254740993}', { a: '9007199254740993' }],
  ['{"x.y":1,"":2,"a b":{"c":3}}', { '["x.y"]': '1', '[""]': '2', '["a b"].c': '3' }],
  ['{"\\u0061":"\\u0042"}', { a: '"B"' }],
  ['{"a":"{\\"b\\":[1,2]}"}', { a: '"{\\"b\\":[1,2]}"' }],
  [' { "a" : [ ] , "b" : 1 } ', { a: '[]', b: '1' }],
  ['5', { '': '5' }],
])('%s', (json, leaves) => {
  expect(Object.fromEntries(jsonLeaves(json))).toEqual(leaves)
})

test('names that mean something to JavaScript are names', () => {
  const leaves = jsonLeaves('{"__proto__":{"constructor":1},"toString":2}')
  expect([...leaves]).toEqual([
    ['__proto__.constructor', '1'],
    ['toString', '2'],
  ])
})

test('a hundred thousand levels are one leaf', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  const [[path, value]] = [...jsonLeaves(`{"a":${deep},"b":1}`)] as [[string, string]]
  expect(path).toMatch(/^a(?:\[0\])+$/)
  expect(path.length).toBeLessThan(200)
  expect(value.length).toBeGreaterThan(190_000)
  expect(jsonLeaves(`{"a":${deep},"b":1}`).get('b')).toBe('1')
})

test('leaves are values of the text', () => {
  fc.assert(
    fc.property(objectText(['a', 'b', '__proto__']), (text) => {
      for (const value of jsonLeaves(text).values()) expect(() => JSON.parse(value)).not.toThrow()
    }),
  )
})

test('the leaves of plain values are those that a walk through the parsed value finds', () => {
  const key = fc.stringMatching(/^[a-z_]{1,5}$/)
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value')), fc.dictionary(key, tie('value'))),
  }))
  fc.assert(
    fc.property(value, (root) => {
      expect(jsonLeaves(JSON.stringify(root))).toEqual(new Map(walk(root, '')))
    }),
  )
})

function walk(value: unknown, path: string): [string, string][] {
  const isLeaf = typeof value !== 'object' || value === null || Object.keys(value).length === 0
  if (isLeaf) return [[path, JSON.stringify(value)]]
  if (Array.isArray(value)) return value.flatMap((item, i) => walk(item, `${path}[${i}]`))
  return Object.entries(value).flatMap(([key, item]) => walk(item, path === '' ? key : `${path}.${key}`))
}
