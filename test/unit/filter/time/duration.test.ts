import { describe, expect, it } from 'vitest'
import { parseDuration, shift } from '../../../../src/filter/time/duration.ts'
import { UsageError } from '../../../../src/util/usage-error.ts'
import { UTC, zoneOf } from '../../../../src/util/zone.ts'

describe('parseDuration', () => {
  it.each([
    ['45s', 45_000],
    ['30m', 1_800_000],
    ['90 min', 5_400_000],
    ['12h', 43_200_000],
    ['90d', 7_776_000_000],
    ['5days', 432_000_000],
    ['2w', 1_209_600_000],
  ])('%s is %i ms', (text, milliseconds) => {
    expect(parseDuration(text)).toEqual({ months: 0, milliseconds })
  })

  it.each([
    ['3mo', 3],
    ['3 months', 3],
    ['1y', 12],
    ['2 years', 24],
  ])('%s is %i months', (text, months) => {
    expect(parseDuration(text)).toEqual({ months, milliseconds: 0 })
  })

  it.each(['', '0d', '12', 'h', '1.5h', '-1d', '1H', '1M', '999999d', '1 fortnight'])(
    'refuses %j',
    (text) => {
      expect(() => parseDuration(text)).toThrow(UsageError)
    },
  )
})

describe('shift', () => {
  it.each([
    ['2024-03-31T10:00:00Z', '1mo', -1, 'UTC', '2024-02-29T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', '1mo', 1, 'UTC', '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T10:00:00Z', '1y', -1, 'UTC', '2023-02-28T10:00:00.000Z'],
    ['2024-03-31T10:00:00Z', '1d', -1, 'UTC', '2024-03-30T10:00:00.000Z'],
    // The same time of day by the clock, though there is an hour less between.
    ['2024-04-15T10:00:00Z', '1mo', -1, 'Europe/Berlin', '2024-03-15T11:00:00.000Z'],
  ] as const)('%s and %s (%i) in %s is %s', (time, length, sign, zone, expected) => {
    const moved = shift(Date.parse(time), parseDuration(length), sign, zone === 'UTC' ? UTC : zoneOf(zone))
    expect(new Date(moved).toISOString()).toBe(expected)
  })
})
