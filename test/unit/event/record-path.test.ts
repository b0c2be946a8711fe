import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePath, textAt } from '../../../src/event/record-path.ts'
import type { Json } from '../../../src/util/json.ts'

const RECORD = JSON.parse(`{
  "a": {"b": [{"c": "x"}, {"c": "y"}, {"d": [1, 2]}, 7], "e": null, "f": "", "n": 12.5, "t": true},
  "aws:key": "colon", "dash-ed": {"i": "z"},
  "__proto__": {"own": "yes"}, "list": [["p", "q"], ["r"]], "none": []
}`) as Json

function at(text: string): string | undefined {
  const path = parsePath(text)
  if (path === undefined) throw new Error(`not a path: ${text}`)
  return textAt(RECORD, path)
}

test.each<[string, string | undefined]>([
  ['a.b[0].c', 'x'],
  ['a.b[].c', 'x, y'],
  ['a.b.c', 'x, y'],
  ['a.b[2].d', '[1,2]'],
  ['a.b[].d', '[1,2]'],
  ['a.b[].d[]', '1, 2'],
  ['a.b[9].c', undefined],
  ['a.b[0]', '{"c":"x"}'],
  ['a.e', 'null'],
  ['a.f', ''],
  ['a.n', '12.5'],
  ['a.t', 'true'],
  ['$.a.n', '12.5'],
  ['aws:key', 'colon'],
  ['dash-ed.i', 'z'],
  ['list[][0]', 'p, r'],
  ['list[1][0]', 'r'],
  ['none', '[]'],
  ['none[]', undefined],
  ['a.n.x', undefined],
  ['a[]', undefined],
  ['a.b.length', undefined],
  ['aws:key.length', undefined],
  ['a.toString', undefined],
  ['a.constructor.name', undefined],
  ['a.__proto__', undefined],
  ['__proto__.own', 'yes'],
])('%s → %j', (path, expected) => {
  expect(at(path)).toBe(expected)
})

test.each(['', '.', 'a.', '.a', 'a..b', 'a[', 'a]', 'a[x]', 'a[-1]', 'a[0]b', '[0]', 'a b', '$.', ' a'])(
  'not a path: %j',
  (text) => {
    expect(parsePath(text)).toBeUndefined()
  },
)

test('a path finds what it was built to find', () => {
  const key = fc.stringMatching(/^[A-Za-z_][\w:-]{0,8}$/)
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 6 }), fc.string(), (keys, text) => {
      const nested = keys.reduceRight<string>(
        (inner, key) => `{${JSON.stringify(key)}:${inner}}`,
        JSON.stringify(text),
      )
      const path = parsePath(keys.join('.'))
      expect(path && textAt(JSON.parse(nested) as Json, path)).toBe(text)
    }),
  )
})
