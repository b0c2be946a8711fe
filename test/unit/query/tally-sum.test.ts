import { expect, test } from 'vitest'
import { TallyBuilder, type TallySpec } from '../../../src/decode/tally.ts'
import { accountOf } from '../../../src/event/identity.ts'
import { eventId } from '../../../src/event/names.ts'
import { QUARTER, TallySum } from '../../../src/query/tally-sum.ts'
import { eventFrom } from '../event/records.ts'

const SPEC: TallySpec = {
  columns: ['event-name', 'requestParameters.__proto__'],
  lists: [{ name: 'all', filter: { clauses: [] }, columns: ['event-id'], limit: 2 }],
}

/** Sums parts of events, each part as one thread would make it. */
function sum(parts: readonly (readonly object[])[], keepDuplicates = false): TallySum {
  const tally = new TallySum(SPEC, keepDuplicates)
  for (const records of parts) {
    const builder = new TallyBuilder(SPEC)
    for (const record of records) {
      const event = eventFrom(record)
      builder.add(event, eventId(event) ?? '', accountOf(event) ?? '', Buffer.from(JSON.stringify(record)))
    }
    tally.add(builder.finish())
  }
  return tally
}

const a = { eventID: 'a', eventName: 'X', eventTime: '2024-08-18T11:00:00Z' }
const b = { eventID: 'b', eventName: 'Y', eventTime: '2024-08-18T11:14:59Z' }
const c = { eventID: 'c', eventName: 'X', eventTime: '2024-08-18T11:15:00Z' }

test('counts by value and by quarters of an hour, over all parts', () => {
  const tally = sum([[a, b], [c]])
  expect(tally.count).toBe(3)
  expect(tally.columns.map((column) => [...column])).toEqual([
    [
      ['X', 2],
      ['Y', 1],
    ],
    [['', 3]],
  ])
  const first = Date.parse('2024-08-18T11:00:00Z') / QUARTER
  expect([...tally.quarters]).toEqual([
    [first, 2],
    [first + 1, 1],
  ])
  expect([tally.oldest, tally.newest]).toEqual([Date.parse(a.eventTime), Date.parse(c.eventTime)])
  expect(tally.lists[0]!.map(({ cells }) => cells)).toEqual([['c'], ['b']])
})

test('counts copies once, in whichever part they are, and every copy when asked to', () => {
  expect(
    sum([
      [a, b],
      [b, a],
    ]),
  ).toMatchObject({ count: 2, duplicates: 2, conflicts: 0 })
  expect(
    sum([
      [a, b],
      [b, a],
    ]).lists[0],
  ).toHaveLength(2)
  expect(
    sum(
      [
        [a, b],
        [b, a],
      ],
      true,
    ),
  ).toMatchObject({ count: 4 })
})

test('counts the same ID with different content twice, and says so', () => {
  expect(sum([[a], [{ ...a, eventName: 'Z' }]])).toMatchObject({ count: 2, duplicates: 0, conflicts: 1 })
})

test('counts the same ID in two accounts, and events without ID or time', () => {
  const other = { ...a, recipientAccountId: '000123456789' }
  const bare = { eventName: 'X' }
  expect(sum([[a, other, bare, bare]])).toMatchObject({ count: 4, duplicates: 0, untimed: 2 })
})
