import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LazyEvent } from '../../../../src/decode/records/lazy-event.ts'
import { eventOf } from '../../../../src/event/event.ts'
import type { JsonObject } from '../../../../src/util/json.ts'
import { loaded } from '../../../helpers/loaded.ts'

const SLOTS = [
  'eventName',
  'eventSource',
  'readOnly',
  'userIdentity',
  'requestParameters',
  'responseElements',
  // Not in the table of slots, whatever every object has.
  'constructor',
  'toString',
  'hasOwnProperty',
]
const NAMES = ['type', 'arn', 'userName', 'user', 'a"b', '__proto__', 'constructor', 'name']

/** JSON text, with spaces, escaped keys and keys given twice, as no serialiser would write it. */
const texts = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.json({ maxDepth: 0 }),
    string(fc.string()),
    tie('object'),
    tie('array'),
  ),
  object: objectOf(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value')),
  array: fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(' , ')}]`),
}))

test('says of a record what JSON.parse says', () => {
  const record = objectOf(fc.constantFrom(...SLOTS, 'other'), texts.value)
  const asked = fc.array(fc.tuple(fc.constantFrom(...SLOTS, 'other'), fc.constantFrom(...NAMES)), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 3 }), asked, fc.boolean(), (records, questions, partsFirst) => {
      // Several records, because what one of them said must not be said of the next.
      for (const text of records) {
        const plain = eventOf(JSON.parse(text) as JsonObject)
        const lazy = lazyEvent(text)
        for (const [key, name] of questions) {
          if (partsFirst) lazy.part(key)
          expect(lazy.text(key)).toBe(plain.text(key))
          expect(lazy.textIn(key, name)).toBe(plain.textIn(key, name))
          expect(lazy.valuesIn(key, name)).toEqual(plain.valuesIn(key, name))
          expect(lazy.part(key)).toEqual(plain.part(key))
        }
        expect(lazy.record).toEqual(plain.record)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['{"eventName":"Run\\u0041"}', 'RunA'],
  ['{"eventName":"RunA"}', 'RunA'],
  ['{"eventName":["RA"]}', undefined],
  ['{"eventName":"runa"}', 'runa'],
  ['{"eventName":"Rüün"}', 'Rüün'],
  ['{"eventName":""}', undefined],
])('reads the name of %s', (text, name) => {
  expect(lazyEvent('{"eventName":"RunA"}').text('eventName')).toBe('RunA')
  expect(lazyEvent(text).text('eventName')).toBe(name)
})

function lazyEvent(text: string): LazyEvent {
  const scanner = loaded(text)
  const { bytes } = scanner
  const end = scanner.object(0)
  expect(end).toBe(bytes.length)
  return new LazyEvent({ bytes, start: 0, end, scanner, lookup: undefined }, { file: '' })
}

function objectOf(key: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const space = fc.constantFrom('', ' ', '\n\t')
  const member = fc.tuple(space, string(key), space, value).map(([a, k, b, v]) => `${a}${k}${b}:${a}${v}${b}`)
  return fc.array(member, { maxLength: 6 }).map((members) => `{${members.join(',')}}`)
}

/** A JSON string, its characters escaped or not. */
function string(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.boolean()).map(([plain, escape]) => {
    if (!escape) return JSON.stringify(plain)
    const units = plain.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    return `"${units.join('')}"`
  })
}
