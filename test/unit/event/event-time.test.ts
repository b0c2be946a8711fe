import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTime, parseEventTime } from '../../../src/event/event-time.ts'

test.each<[number, string]>([
  [Date.UTC(2024, 7, 18, 11, 48, 43), '2024-08-18T11:48:43Z'],
  [Date.UTC(2024, 7, 18, 11, 48, 43, 120), '2024-08-18T11:48:43.120Z'],
  [Number.NaN, ''],
  // The end of JavaScript's time, and a zone's offset beyond it.
  [8.64e15, '+275760-09-13T00:00:00Z'],
  [8.64e15 + 7_200_000, ''],
])('formats %d', (time, text) => {
  expect(formatTime(time)).toBe(text)
})

test.each<[unknown, number]>([
  ['2024-08-18T11:48:43Z', Date.UTC(2024, 7, 18, 11, 48, 43)],
  ['20240818T114843Z', Date.UTC(2024, 7, 18, 11, 48, 43)],
  ['2024-08-18T13:48:43+02:00', Date.UTC(2024, 7, 18, 11, 48, 43)],
  [1_724_000_000, 1_724_000_000_000],
  ['2024-08-18 11:48:43 UTC', Date.UTC(2024, 7, 18, 11, 48, 43)],
  ['2024-08-18 11:48:43.120 UTC', Date.UTC(2024, 7, 18, 11, 48, 43, 120)],
  ['2024-08-18T11:48Z', Date.UTC(2024, 7, 18, 11, 48)],
  ['2024-08-18t11:48:43,5z', Date.UTC(2024, 7, 18, 11, 48, 43, 500)],
  ['1724000000', 1_724_000_000_000],
  ['1724000000123', 1_724_000_000_123],
  ['2024-08-18', Number.NaN],
  ['yesterday', Number.NaN],
  [1e300, Number.NaN],
  [null, Number.NaN],
])('parses %j', (value, time) => {
  expect(parseEventTime(value)).toBe(time)
})

test('formats as a Date does', () => {
  const time = fc.oneof(
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.integer({ min: -8.64e12, max: 8.64e12 }).map((seconds) => seconds * 1000),
    fc.integer({ min: 0, max: 2e9 }).map((seconds) => seconds * 1000),
  )
  fc.assert(
    fc.property(fc.array(time), (times) => {
      for (const one of times) {
        expect(formatTime(one)).toBe(new Date(one).toISOString().replace('.000Z', 'Z'))
      }
    }),
  )
})
