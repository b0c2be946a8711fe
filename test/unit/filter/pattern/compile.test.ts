import { describe, expect, it } from 'vitest'
import { compilePattern } from '../../../../src/filter/pattern/compile.ts'
import { parsePattern } from '../../../../src/filter/pattern/parse.ts'
import type { JsonObject } from '../../../../src/util/json.ts'

const record = JSON.parse(`{
  "eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"],
  "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}], "SomeObject": null, "ThisFlag": true, "NotFlag": false,
  "cluster.name": "c", "latency": 404, "big": 1e999, "account": "000123456789", "status": "true",
  "user": {"id": 1, "email": "John.Stiles@example.com"},
  "users": [{"id": 2, "email": "John.Doe@example.com"}, {"id": 3, "email": "Jane.Doe@example.com"}],
  "actions": ["GET", "PUT", "DELETE"], "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]],
  "__proto__": {"own": "yes"}
}`) as JsonObject

const TABLE: readonly (readonly [string, boolean])[] = [
  // The documentation's examples.
  ['{ $.eventType = "UpdateTrail" }', true],
  ['{ $.sourceIPAddress != 123.123.* }', true],
  ['{ $.arrayKey[0] = "value" }', true],
  ['{ $.eventType = %Trail% }', true],
  ['{ $.arrayKey[*] = %val.{2}% }', true],
  [String.raw`{ $.* = %111\.111\.111\.1[0-9]{1,2}% }`, true],
  ['{ $.[\'cluster.name\'] = "c" }', true],
  ['{ $.SomeObject IS NULL }', true],
  ['{ $.SomeOtherObject NOT EXISTS }', true],
  ['{ $.ThisFlag IS TRUE }', true],
  ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', true],
  [
    '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch" && $.actions[2] = "nonmatch" }',
    true,
  ],
  [
    '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }',
    false,
  ],
  ['{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', false],
  ['{ $.objectList[1].id = 2 }', true],
  // An object, an array, null or nothing fits no comparison.
  ['{ $.users = 1 }', false],
  ['{ $.users != 1 }', false],
  ['{ $.user != x }', false],
  ['{ $.SomeObject != x }', false],
  ['{ $.missing != x }', false],
  ['{ $.missing = * }', false],
  ['{ $.eventType.deeper != x }', false],
  ['{ $.SomeObject NOT EXISTS }', false],
  ['{ $.SomeObject EXISTS }', true],
  ['{ $.missing IS NULL }', false],
  ['{ $.NotFlag IS FALSE }', true],
  ['{ $.NotFlag IS TRUE }', false],
  ['{ $.status IS TRUE }', false],
  // Numbers and texts.
  ['{ $.latency = 404 }', true],
  ['{ $.latency = 4.04e2 }', true],
  ['{ $.latency = "404" }', true],
  ['{ $.latency = 4* }', true],
  ['{ $.latency >= 404 }', true],
  ['{ $.latency > 404 }', false],
  ['{ $.latency < +1000 }', true],
  ['{ $.latency <= 10e-3 }', false],
  ['{ $.latency != 500 }', true],
  ['{ $.account = 000123456789 }', true],
  ['{ $.account = 123456789 }', false],
  ['{ $.account > 5 }', false],
  ['{ $.big = * }', false],
  ['{ $.ThisFlag = true }', true],
  ['{ $.status = true }', true],
  ['{ $.eventType = updatetrail }', false],
  // Selectors.
  ['{ $.objectList[*].name = b }', true],
  ['{ $.objectList[*].name != b }', true],
  ['{ $.objectList[*].name = c }', false],
  ['{ $.objectList[7].name NOT EXISTS }', true],
  ['{ $.coordinates[*][2] = 9 }', true],
  ['{ $.user.* = 1 }', true],
  ['{ $.arrayKey.* = value }', false],
  ['{ $.user[*] = 1 }', false],
  ['{ $.arrayKey.length EXISTS }', false],
  ['{ $.__proto__.own = yes }', true],
  ['{ $.constructor EXISTS }', false],
  ['{ $.user.__proto__ EXISTS }', false],
]

describe('compilePattern', () => {
  it.each(TABLE)('%s: %s', (source, expected) => {
    expect(compilePattern(parsePattern(source))(record)).toBe(expected)
  })
})
