// The store answers filters as the compiler does on the records, without having them.

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Found } from '../../../../src/commands/browse/data/found.ts'
import { clausesOfRecords, maskOf } from '../../../../src/commands/browse/data/mask.ts'
import { EventStore, KEPT } from '../../../../src/commands/browse/data/store.ts'
import { eventOf } from '../../../../src/event/event.ts'
import type { Filter } from '../../../../src/filter/clause.ts'
import { compileFilter } from '../../../../src/filter/compile.ts'
import { compilePacked } from '../../../../src/format/packed.ts'
import type { Json } from '../../../../src/util/json.ts'

function storeOf(records: readonly { readonly [key: string]: Json }[]): EventStore {
  const store = new EventStore()
  const row = compilePacked(KEPT)
  for (const record of records) {
    const bytes = row(eventOf(record), new Uint8Array()) as Uint8Array
    store.add({ count: 1, bytes, row: () => bytes })
  }
  return store
}

const text = fc.constantFrom(
  'alice',
  'bob',
  '10.0.0.1',
  '203.0.113.7',
  'ec2.amazonaws.com',
  'AccessDenied',
  'a*b',
  '!x',
  '\u001b[2J',
  '',
)
const record = fc.record(
  {
    eventTime: fc.constantFrom('2024-08-17T22:52:19Z', '2024-08-18T00:00:00Z', 'never'),
    eventName: text,
    eventSource: text,
    awsRegion: text,
    sourceIPAddress: text,
    errorCode: text,
    errorMessage: text,
    readOnly: fc.boolean(),
    recipientAccountId: text,
    userIdentity: fc.record(
      { type: fc.constantFrom('IAMUser', 'Root', 'AssumedRole'), userName: text, accessKeyId: text },
      { requiredKeys: [] },
    ),
    additionalEventData: fc.record({ MFAUsed: fc.constantFrom('Yes', 'No') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
const value = fc.constantFrom(
  'alice',
  '!alice',
  'a*',
  'ec2',
  '!ec2',
  '*',
  '!*',
  'AccessDenied',
  'user alice',
  'root',
  '\\!x',
)
const clause: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom(
      'event-name',
      'event-source',
      'user-name',
      'identity',
      'region',
      'error-code',
      'account',
      'access-key-id',
    ),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('exists' as const),
    field: fc.constantFrom('error-code', 'user-name', 'account'),
  }),
  fc.record({
    kind: fc.constant('source-ip' as const),
    values: fc.constantFrom(['10.0.0.0/8'], ['!private'], ['203.0.113.7']),
  }),
  fc.record({
    kind: fc.constant('time' as const),
    start: fc.constantFrom(Date.parse('2024-08-17T23:00:00Z'), 0),
  }),
  fc.constant({ kind: 'errors' } as const),
  fc.record({ kind: fc.constant('read-only' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('mfa' as const), value: fc.boolean() }),
)
const filter = fc.oneof(
  clause,
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(clause, { maxLength: 3 }),
  }),
  clause.map((of): Filter => ({ kind: 'not', of })),
)

it('lets through what the compiled filter does', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), filter, (records, asked) => {
      expect(clausesOfRecords(asked)).toEqual([])
      const test = compileFilter(asked)
      const expected = records.map((one) => Number(test(eventOf(one))))
      const part = { store: storeOf(records), sets: new Map(), start: 0, end: records.length }
      expect([...maskOf(asked, part)]).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

it('counts the values of a facet as they are', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), (records) => {
      const found = new Found({ kind: 'all', of: [] }, storeOf(records), new Map())
      found.countAll(['event-name'])
      const counts = new Map<string, number>()
      for (const { eventName = '' } of records) counts.set(eventName, (counts.get(eventName) ?? 0) + 1)
      expect(new Map(found.top('event-name').values.map((one) => [one.text, one.count]))).toEqual(counts)
    }),
  )
})
