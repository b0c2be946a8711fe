// The newest events of all batches, each told once.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ListEntry, NewestList, newestFirst, withoutCopies } from '../../../src/decode/newest-list.ts'
import { eventOf } from '../../../src/event/event.ts'
import { EVERYTHING } from '../../../src/filter/clause.ts'

const LIMIT = 3
const record = fc.record(
  {
    eventTime: fc.constantFrom('2024-08-18T11:00:00Z', '2024-08-18T11:00:01Z', '2024-08-18T11:00:02Z', 'odd'),
    eventID: fc.constantFrom('a', 'b', 'c', 'd'),
    eventName: fc.constantFrom('One', 'Two'),
  },
  { requiredKeys: ['eventTime'] },
)

function firstOf(entries: readonly ListEntry[]): readonly ListEntry[] {
  return withoutCopies([...entries].sort(newestFirst)).slice(0, LIMIT)
}

function listOf(batches: readonly (readonly object[])[]): readonly (readonly ListEntry[])[] {
  const list = new NewestList({ name: 'l', filter: EVERYTHING, columns: ['event-name'], limit: LIMIT })
  return batches.map((batch) => {
    for (const one of batch) {
      const event = eventOf(one as never)
      if (list.isNewEnough(event.time)) list.add(event)
    }
    return list.take()
  })
}

describe('the newest events of a thread', () => {
  it('are those of all its events, however they come in batches', () => {
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 5 }), (batches) => {
        const every = batches.flat().map((one) => listOf([[one]])[0]![0]!)
        expect(firstOf(listOf(batches).flat())).toEqual(firstOf(every))
      }),
    )
  })

  it('are told once, and those that are older are not looked at', () => {
    const [old, newer] = ['2024-08-18T11:00:00Z', '2024-08-18T12:00:00Z']
    const batch = ['a', 'b', 'c'].map((eventID) => ({ eventTime: newer, eventID }))
    const [first, second, third] = listOf([batch, batch, [{ eventTime: newer, eventID: 'A' }]])
    expect(first).toHaveLength(3)
    expect(second).toEqual([])
    expect(third!.map(({ eventId }) => eventId)).toEqual(['A'])
    const list = new NewestList({ name: 'l', filter: EVERYTHING, columns: [], limit: 3 })
    for (const one of batch) list.add(eventOf(one))
    expect(list.isNewEnough(Date.parse(old))).toBe(false)
    expect(list.isNewEnough(Date.parse(newer))).toBe(true)
  })
})
