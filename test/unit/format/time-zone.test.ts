import { expect, test } from 'vitest'
import { timeFormatter } from '../../../src/format/time-zone.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const summer = Date.UTC(2024, 7, 18, 11, 48, 43)
const winter = Date.UTC(2024, 0, 18, 11, 48, 43)

test.each([
  [undefined, summer, '2024-08-18T11:48:43Z'],
  ['UTC', summer, '2024-08-18T11:48:43Z'],
  ['utc', summer, '2024-08-18T11:48:43Z'],
  ['Europe/Berlin', summer, '2024-08-18T13:48:43+02:00'],
  ['Europe/Berlin', winter, '2024-01-18T12:48:43+01:00'],
  ['Europe/London', winter, '2024-01-18T11:48:43+00:00'],
  ['America/New_York', summer, '2024-08-18T07:48:43-04:00'],
  ['America/St_Johns', winter, '2024-01-18T08:18:43-03:30'],
  ['Asia/Kathmandu', summer, '2024-08-18T17:33:43+05:45'],
  ['Pacific/Kiritimati', summer, '2024-08-19T01:48:43+14:00'],
  // The hour that summer time repeats: told apart by the offset alone.
  ['Europe/Berlin', Date.UTC(2024, 9, 27, 0, 59, 59), '2024-10-27T02:59:59+02:00'],
  ['Europe/Berlin', Date.UTC(2024, 9, 27, 1, 0, 0), '2024-10-27T02:00:00+01:00'],
  ['Asia/Tokyo', summer + 120, '2024-08-18T20:48:43.120+09:00'],
  ['Asia/Tokyo', Number.NaN, ''],
  ['+09:00', summer, '2024-08-18T20:48:43+09:00'],
  ['-03:30', winter, '2024-01-18T08:18:43-03:30'],
])('%s', (zone, time, text) => {
  const format = timeFormatter(zone)
  expect(format(time)).toBe(text)
  expect(format(time)).toBe(text)
})

test('local is the zone of the machine', () => {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(Date.parse(timeFormatter('local')(summer))).toBe(summer)
  expect(timeFormatter('local')(winter).slice(0, 19)).toBe(timeFormatter(here)(winter).slice(0, 19))
})

test('an unknown zone is refused', () => {
  expect(() => timeFormatter('Mars/Base')).toThrow(UsageError)
})
