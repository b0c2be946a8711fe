// The pieces of JSON are together what JSON.stringify writes.

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { summaryJson } from '../../../../src/commands/summary/export.ts'
import { ValueCounts } from '../../../../src/query/value-counts.ts'
import type { Summary } from '../../../../src/summary/summary.ts'

const text = fc.oneof(
  fc.stringMatching(/^[a-z-]{0,12}$/),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '"',
    '\\',
    '\u007f',
    '\u00e9',
    '\ud800',
    '__proto__',
    'x'.repeat(3000),
    '\n'.repeat(1500),
  ),
)
const counted = fc.array(fc.tuple(text, fc.nat(3)), { maxLength: 60 })

function plain(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

it('whatever the values are', () => {
  const fields = fc.uniqueArray(fc.constantFrom('event-name', 'user-name', '__proto__', 'a.b', '7'), {
    maxLength: 3,
  })
  fc.assert(
    fc.property(
      fields,
      fc.array(counted, { minLength: 3, maxLength: 3 }),
      fc.option(fc.nat(9)),
      (names, all, top) => {
        const known = names.map(() => new Map<string, number>())
        const counts = names.map((field, n) => {
          const values = new ValueCounts()
          for (const [value, events] of all[n]!) {
            values.add(value, events + 1)
            known[n]!.set(value, (known[n]!.get(value) ?? 0) + events + 1)
          }
          return { field, title: field, omitsNone: false, values: values.ranked() }
        })
        const summary: Summary = {
          events: 3,
          oldest: undefined,
          newest: undefined,
          timeline: undefined,
          counts,
          lists: [],
        }
        const json = Array.from(summaryJson(summary, top ?? undefined), (piece) =>
          Buffer.from(piece).toString(),
        )
        const keys = { 'event-name': 'eventName', 'user-name': 'userName' } as Record<string, string>
        const expected = {
          events: 3,
          oldest: null,
          newest: null,
          counts: Object.fromEntries(
            names.map((name, n) => [
              Object.hasOwn(keys, name) ? keys[name]! : name,
              plain(known[n]!)
                .slice(0, top ?? undefined)
                .map(([value, events]) => ({ value: value === '' ? null : value, events })),
            ]),
          ),
        }
        expect(json.join('')).toBe(`${JSON.stringify(expected, undefined, 2)}\n`)
      },
    ),
  )
})

it('a hundred thousand of them', () => {
  const values = new ValueCounts()
  for (let n = 0; n < 100_000; n++) values.add(`${n % 7 === 0 ? '\u0142' : 'i-'}${n}`, 1 + (n % 3))
  const counts = [{ field: 'user-name', title: '', omitsNone: false, values: values.ranked() }]
  const summary = { events: 1, oldest: 'a', newest: 'b', timeline: undefined, counts, lists: [] }
  const json = Array.from(summaryJson(summary, undefined), (piece) => Buffer.from(piece).toString()).join('')
  const parsed = JSON.parse(json) as { counts: { userName: { value: string; events: number }[] } }
  expect(parsed.counts.userName).toEqual(plain(new Map(values)).map(([value, events]) => ({ value, events })))
})
