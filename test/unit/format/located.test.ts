import { expect, test } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import { locatedRow, parseLocated } from '../../../src/format/located.ts'
import { resources } from '../../../src/event/resources.ts'
import { username } from '../../../src/event/identity.ts'
import type { JsonObject } from '../../../src/util/json.ts'

test('keeps the bytes of the record and all that is beside it', () => {
  const raw = Buffer.from('{"eventID":"é","n":9007199254740993,"__proto__":{"a":1}}')
  const event = eventOf(
    JSON.parse(raw.toString()) as JsonObject,
    { file: 'a\nb.json', account: '000123456789' },
    { username: 'alice', resources: [{ type: undefined, name: 'x' }] },
  )
  const found = parseLocated(locatedRow(event, raw))
  expect(Buffer.from(found.raw)).toEqual(raw)
  expect(found.event.origin).toEqual({ file: 'a\nb.json', account: '000123456789' })
  expect(found.event.text('eventID')).toBe('é')
  expect(found.event.part('__proto__')).toEqual({ a: 1 })
  expect(username(found.event)).toBe('alice')
  expect(resources(found.event)).toEqual([{ name: 'x' }])
})

test('does not keep the batch that the row was part of', () => {
  const batch = Buffer.alloc(1 << 20)
  const size = batch.write('{"origin":{"file":"f"}}\n{}')
  expect(parseLocated(batch.subarray(0, size)).raw.buffer.byteLength).toBeLessThan(batch.length)
})
