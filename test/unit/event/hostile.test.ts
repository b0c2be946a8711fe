import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../../src/event/event.ts'
import { eventOf } from '../../../src/event/event.ts'
import { isError } from '../../../src/event/failure.ts'
import { RECORD_FIELDS } from '../../../src/event/field-table.ts'
import { FIELDS, columnOf } from '../../../src/event/fields.ts'
import { principals } from '../../../src/event/identity.ts'
import type { JsonObject } from '../../../src/util/json.ts'
import { ALL } from './records.ts'

/** Every derivation there is; each may say "none", none may throw. */
function derive(event: Event): (string | undefined)[] {
  const cells = [...FIELDS.map(({ name }) => name), ...RECORD_FIELDS].map((name) => columnOf(name).get(event))
  return [...cells, String(isError(event)), principals(event).join()]
}

const isCell = (cell: unknown) => cell === undefined || typeof cell === 'string'
const parse = (text: string) => eventOf(JSON.parse(text) as JsonObject)

test.each(['eventTime', 'eventName', 'userIdentity', 'requestParameters', 'responseElements', 'resources'])(
  '%s of any shape',
  (field) => {
    const shapes = [
      'null',
      '""',
      '"text"',
      '0',
      '1e400',
      'true',
      '[]',
      '[[]]',
      '[null]',
      '{}',
      '{"items":[{}]}',
    ]
    for (const record of Object.values(ALL)) {
      for (const shape of shapes) {
        const event = parse(JSON.stringify(record).replace(/\}$/, `,${JSON.stringify(field)}:${shape}}`))
        expect(derive(event).every(isCell)).toBe(true)
      }
    }
  },
)

test.each(['[', '{"items":', '{"vpcId":', '{"requestParameters":', '{"userIdentity":'])(
  '10,000 times %s',
  (open) => {
    const deep = open.repeat(10_000) + '"vpc-deep"' + (open === '[' ? ']' : '}').repeat(10_000)
    const fields = [
      'userIdentity',
      'requestParameters',
      'responseElements',
      'resources',
      'additionalEventData',
    ]
    const body = fields.map((field) => `"${field}":${deep}`).join()
    const event = parse(`{"eventSource":"ec2.amazonaws.com","eventName":"CreateVpc",${body}}`)
    const [name] = derive(event)
    expect(name).toBe('CreateVpc')
    expect(columnOf('resource-name').get(event)).toBeUndefined()
  },
)

test('keys of Object.prototype find nothing that the record does not hold', () => {
  const event = parse('{"__proto__":{"eventName":"Trap","userIdentity":{"type":"Root"}},"constructor":"x"}')
  expect(columnOf('event-name').get(event)).toBeUndefined()
  expect(columnOf('user-name').get(event)).toBeUndefined()
  expect(columnOf('userIdentity.constructor').get(event)).toBeUndefined()
  expect(columnOf('__proto__.eventName').get(event)).toBe('Trap')
})

test('any record at all', () => {
  const keys = fc.constantFrom(...Object.keys(ALL.deniedBucketPolicy), ...RECORD_FIELDS, '__proto__')
  const record = fc.array(fc.tuple(keys, fc.jsonValue()), { maxLength: 12 }).map(Object.fromEntries)
  fc.assert(
    fc.property(record, (record) => {
      expect(derive(eventOf(record as JsonObject)).every(isCell)).toBe(true)
    }),
  )
})
