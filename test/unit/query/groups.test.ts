import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { GroupBuilder, type GroupSpec } from '../../../src/decode/groups.ts'
import { distinctValues, GroupSum } from '../../../src/query/groups.ts'
import { eventFrom } from '../event/records.ts'

interface Made {
  readonly eventName: string
  readonly awsRegion: string
  readonly sourceIPAddress: string
  readonly minute: number
  readonly bytes: number
}
const made = fc.record<Made>({
  eventName: fc.constantFrom('A', 'B', '["A"]', 'A","B', '\0'),
  awsRegion: fc.constantFrom('r1', 'r2', ''),
  sourceIPAddress: fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3'),
  minute: fc.nat(59),
  bytes: fc.nat(1000),
})
const spec: GroupSpec = {
  by: ['event-name', 'region'],
  tests: [{ kind: 'text', field: 'source-ip', values: ['192.0.2.1'] }],
  distinct: ['source-ip'],
  sums: ['additionalEventData.bytes'],
  facts: 'event',
}

/** As a run counts them: in parts, whatever their order. */
function sumOf(parts: readonly (readonly Made[])[], most?: number): GroupSum {
  const sum = new GroupSum(spec, most)
  for (const part of parts) {
    const events = part.map(({ minute, bytes, ...rest }, n) =>
      eventFrom({
        ...rest,
        eventID: `e${minute}-${n}`,
        eventTime: `2024-08-18T10:${String(minute).padStart(2, '0')}:00Z`,
        additionalEventData: { bytes },
      }),
    )
    const builder = new GroupBuilder(spec)
    for (const event of events) builder.add(event)
    const count = sum.take(
      builder.finish(),
      Float64Array.from(events, ({ time }) => time),
    )
    events.forEach((_, n) => count(n))
  }
  return sum
}

test('groups are those that a plain count finds, however the events were divided among threads', () => {
  fc.assert(
    fc.property(fc.array(fc.array(made, { maxLength: 8 }), { maxLength: 5 }), (parts) => {
      const all = parts.flat()
      const { groups } = sumOf(parts)
      expect([...groups.values()].reduce((n, { count }) => n + count, 0)).toBe(all.length)
      for (const group of groups.values()) {
        const mine = all.filter((one) => one.eventName === group.cells[0] && one.awsRegion === group.cells[1])
        expect(group.count).toBe(mine.length)
        expect(group.passed).toEqual([mine.filter((one) => one.sourceIPAddress === '192.0.2.1').length])
        expect(distinctValues(group, 0)).toEqual([...new Set(mine.map((one) => one.sourceIPAddress))].sort())
        expect(group.sums[0]).toEqual({
          total: mine.reduce((n, one) => n + one.bytes, 0),
          events: mine.length,
        })
        const first = Math.min(...mine.map((one) => one.minute))
        expect(new Date(group.first).getUTCMinutes()).toBe(first)
        expect(JSON.parse(group.facts)).toMatchObject({
          eventId: expect.stringMatching(new RegExp(`^e${first}-`)) as string,
        })
      }
    }),
  )
})

test('groups beyond those that fit are counted together', () => {
  const one = { awsRegion: 'r1', sourceIPAddress: '192.0.2.1', minute: 1, bytes: 1 }
  const sum = sumOf(
    [
      [
        { ...one, eventName: 'A' },
        { ...one, eventName: 'B' },
        { ...one, eventName: 'A' },
      ],
    ],
    1,
  )
  expect(sum.groups.size).toBe(1)
  expect(sum.uncounted).toBe(1)
})
