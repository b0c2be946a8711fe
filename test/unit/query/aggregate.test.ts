import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventKey, RecordContent } from '../../../src/decode/records/event-key.ts'
import { type AggregatePart, AggregateBuilder, type AggregateSpec } from '../../../src/decode/aggregate.ts'
import { NewestList } from '../../../src/decode/newest-list.ts'
import { eventOf } from '../../../src/event/event.ts'
import { accountOf } from '../../../src/event/identity.ts'
import { eventId } from '../../../src/event/names.ts'
import { AggregateSum } from '../../../src/query/aggregate.ts'
import { loaded } from '../../helpers/loaded.ts'
import type { JsonObject } from '../../../src/util/json.ts'

const SPEC: AggregateSpec = {
  columns: ['event-name', 'user-name'],
  lists: [
    {
      name: 'logins',
      filter: { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] },
      columns: ['event-name', 'user-name'],
      limit: 3,
    },
  ],
}

const record = fc.record({
  eventID: fc.constantFrom('', '1', '2', '3', '4', '5', '6'),
  recipientAccountId: fc.constantFrom('123456789012', '000000000001'),
  eventName: fc.constantFrom('ConsoleLogin', 'GetObject', '__proto__'),
  eventTime: fc.constantFrom('2024-08-18T11:40:00Z', '2024-08-18T12:10:00Z', '2024-08-19T00:00:00Z', 'never'),
  userIdentity: fc.constantFrom({ userName: 'alice' }, { userName: 'constructor' }, null),
})

function partOf(records: readonly JsonObject[]): AggregatePart {
  const builder = new AggregateBuilder(
    SPEC,
    SPEC.lists.map((list) => new NewestList(list)),
  )
  const key = new EventKey()
  const content = new RecordContent()
  const scanner = loaded('')
  for (const record of records) {
    const event = eventOf(record)
    key.ofTexts(scanner, eventId(event) ?? '', accountOf(event) ?? '')
    content.ofText(Buffer.from(JSON.stringify(record)))
    builder.add(event, key, content)
  }
  return builder.finish()
}

function countBy(records: readonly JsonObject[], key: (record: JsonObject) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of records) counts.set(key(record), (counts.get(key(record)) ?? 0) + 1)
  return counts
}

const nameOf = (record: JsonObject): string => record['eventName'] as string
const userOf = ({ userIdentity }: JsonObject): string =>
  (userIdentity as { userName: string } | null)?.userName ?? ''
const timeOf = (record: JsonObject): number => Date.parse(record['eventTime'] as string)

describe('an aggregate', () => {
  it('counts as one would by hand, whatever files copies are in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 6 }),
        fc.boolean(),
        (files, keep) => {
          const sum = new AggregateSum(SPEC, keep)
          for (const records of files) sum.add(partOf(records))
          const all: JsonObject[] = files.flat()
          const texts = new Set<string>()
          const distinct = all.filter((record) => {
            const text = JSON.stringify(record)
            const isNew = record['eventID'] === '' || !texts.has(text)
            texts.add(text)
            return isNew
          })
          const counted = keep ? all : distinct
          const times = counted.map(timeOf).filter((time) => !Number.isNaN(time))
          const withId = distinct.filter(({ eventID }) => eventID !== '')
          expect(sum.count).toBe(counted.length)
          expect(sum.duplicates).toBe(all.length - distinct.length)
          expect(sum.conflicts).toBe(
            withId.length -
              new Set(withId.map((r) => `${r['eventID'] as string} ${r['recipientAccountId'] as string}`))
                .size,
          )
          expect(sum.untimed).toBe(counted.length - times.length)
          expect(sum.columns.map((column) => new Map(column))).toEqual([
            countBy(counted, nameOf),
            countBy(counted, userOf),
          ])
          expect(sum.oldest).toBe(times.length === 0 ? Number.NaN : Math.min(...times))
          expect(sum.newest).toBe(times.length === 0 ? Number.NaN : Math.max(...times))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('lists the newest, each once, in whatever order files come', () => {
    const files = fc.array(fc.array(record, { maxLength: 8 }), { maxLength: 6 })
    fc.assert(
      fc.property(files, fc.boolean(), (files, turned) => {
        const sum = new AggregateSum(SPEC, false)
        for (const records of turned ? files.toReversed() : files) sum.add(partOf(records))
        const logins = files.flat().filter((record) => record.eventName === 'ConsoleLogin')
        const lines = logins.map((r) =>
          [Number.isNaN(timeOf(r)) ? -1 : timeOf(r), r.eventID, r.recipientAccountId, userOf(r)].join(' '),
        )
        const distinct = lines.filter((line, n) => logins[n]!.eventID === '' || lines.indexOf(line) === n)
        const expected = distinct
          .map((line) => line.split(' '))
          .toSorted((a, b) => Number(b[0]) - Number(a[0]) || compare(a, b))
          .slice(0, 3)
        const listed = sum.lists[0]!.map((entry) => [
          String(Number.isNaN(entry.time) ? -1 : entry.time),
          entry.eventId,
          entry.account,
          entry.cells[1],
        ])
        expect(listed).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })
})

function compare(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [a.slice(1).join('\0'), b.slice(1).join('\0')]
  return x < y ? -1 : x > y ? 1 : 0
}

it('keeps so many values of a column, and counts the events of the others', () => {
  const names = ['a', 'b', 'a', 'c', 'd', 'a', 'c']
  const records = names.map((eventName, n) => ({
    eventID: `${n}`,
    recipientAccountId: '1',
    eventName,
    eventTime: 'x',
  }))
  const sum = new AggregateSum(SPEC, false, 2)
  sum.add(partOf(records))
  expect([...sum.columns[0]!]).toEqual([
    ['a', 3],
    ['b', 1],
  ])
  expect(sum.columns.map(({ uncounted }) => uncounted)).toEqual([3, 0])
  expect(sum.count).toBe(7)
})
