import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSpan } from '../../../../src/filter/time/forms.ts'
import { UsageError } from '../../../../src/util/usage-error.ts'
import { toClock, UTC, zoneOf } from '../../../../src/util/zone.ts'

// A Sunday.
const now = new Date('2024-08-18T12:00:00.500Z')

/** What is typed is given to the second or finer; where a day is meant, its start counts here. */
const TIMES: readonly (readonly [text: string, timeZone: string | undefined, expected: string])[] = [
  ['2024-08-18T11:40:01Z', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18T11:40:01Z', 'Asia/Tokyo', '2024-08-18T11:40:01.000Z'],
  ['2024-08-18t11:40:01z', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18T11:40:01.25Z', undefined, '2024-08-18T11:40:01.250Z'],
  ['2024-08-18T11:40:01.1239999Z', undefined, '2024-08-18T11:40:01.123Z'],
  ['2024-08-18T13:40+02:00', undefined, '2024-08-18T11:40:00.000Z'],
  ['2024-08-18T13:40:01+0200', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18T09:10:01-02:30', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18T13:40:01+02', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18 11:40', undefined, '2024-08-18T11:40:00.000Z'],
  ['20240818T114001Z', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-08-18', undefined, '2024-08-18T00:00:00.000Z'],
  ['20240818', undefined, '2024-08-18T00:00:00.000Z'],
  ['2024/08/18 11:40:01', undefined, '2024-08-18T11:40:01.000Z'],
  ['2024-02-29', undefined, '2024-02-29T00:00:00.000Z'],
  ['1422317782', undefined, '2015-01-27T00:16:22.000Z'],
  ['1422317782.0', 'Asia/Tokyo', '2015-01-27T00:16:22.000Z'],
  ['1422317782.5', undefined, '2015-01-27T00:16:22.500Z'],
  ['now', 'Asia/Tokyo', '2024-08-18T12:00:00.500Z'],
  ['2024-08-18', 'Europe/Berlin', '2024-08-17T22:00:00.000Z'],
  ['2024-01-18T12:00', 'Europe/Berlin', '2024-01-18T11:00:00.000Z'],
  ['2024-08-18T12:00', 'Asia/Kathmandu', '2024-08-18T06:15:00.000Z'],
  ['2024-08-18T12:00', 'UTC', '2024-08-18T12:00:00.000Z'],
  // Clocks go from 02:00 to 03:00, and from 03:00 back to 02:00.
  ['2024-03-31T01:59:59', 'Europe/Berlin', '2024-03-31T00:59:59.000Z'],
  ['2024-03-31T02:30', 'Europe/Berlin', '2024-03-31T01:30:00.000Z'],
  ['2024-03-31T03:00', 'Europe/Berlin', '2024-03-31T01:00:00.000Z'],
  ['2024-10-27T02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
  ['2024-10-27T03:00', 'Europe/Berlin', '2024-10-27T02:00:00.000Z'],
  ['2024-11-03T01:30', 'America/New_York', '2024-11-03T05:30:00.000Z'],
]

/** Typed, zone, first moment, last moment. */
const SPANS: readonly (readonly [text: string, timeZone: string, start: string, end: string])[] = [
  ['2024-08-18', 'UTC', '2024-08-18T00:00:00.000Z', '2024-08-18T23:59:59.999Z'],
  ['2024-08', 'UTC', '2024-08-01T00:00:00.000Z', '2024-08-31T23:59:59.999Z'],
  ['2024/12', 'UTC', '2024-12-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
  ['2024', 'UTC', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
  ['2024-08-18', 'Europe/Berlin', '2024-08-17T22:00:00.000Z', '2024-08-18T21:59:59.999Z'],
  ['2024-08-18', '+09:00', '2024-08-17T15:00:00.000Z', '2024-08-18T14:59:59.999Z'],
  // Days of 23 and of 25 hours.
  ['2024-03-31', 'Europe/Berlin', '2024-03-30T23:00:00.000Z', '2024-03-31T21:59:59.999Z'],
  ['2024-10-27', 'Europe/Berlin', '2024-10-26T22:00:00.000Z', '2024-10-27T22:59:59.999Z'],
  ['2024-10', 'Europe/Berlin', '2024-09-30T22:00:00.000Z', '2024-10-31T22:59:59.999Z'],
  ['today', 'UTC', '2024-08-18T00:00:00.000Z', '2024-08-18T23:59:59.999Z'],
  ['Yesterday', 'UTC', '2024-08-17T00:00:00.000Z', '2024-08-17T23:59:59.999Z'],
  ['today', 'Pacific/Kiritimati', '2024-08-18T10:00:00.000Z', '2024-08-19T09:59:59.999Z'],
  ['monday', 'UTC', '2024-08-12T00:00:00.000Z', '2024-08-12T23:59:59.999Z'],
  ['Sat', 'UTC', '2024-08-17T00:00:00.000Z', '2024-08-17T23:59:59.999Z'],
  ['sunday', 'UTC', '2024-08-18T00:00:00.000Z', '2024-08-18T23:59:59.999Z'],
  ['last sunday', 'UTC', '2024-08-11T00:00:00.000Z', '2024-08-11T23:59:59.999Z'],
  ['last monday', 'UTC', '2024-08-12T00:00:00.000Z', '2024-08-12T23:59:59.999Z'],
  ['August 18, 2024', 'UTC', '2024-08-18T00:00:00.000Z', '2024-08-18T23:59:59.999Z'],
  ['18 Aug 2024', 'UTC', '2024-08-18T00:00:00.000Z', '2024-08-18T23:59:59.999Z'],
  ['01-27-2015', 'UTC', '2015-01-27T00:00:00.000Z', '2015-01-27T23:59:59.999Z'],
]

/** The forms that the CloudTrail user guide lists for --start-time, and others of moments. */
const MOMENTS: readonly (readonly [text: string, timeZone: string, expected: string])[] = [
  ['1422317782', 'UTC', '2015-01-27T00:16:22.000Z'],
  ['1422317782.0', 'UTC', '2015-01-27T00:16:22.000Z'],
  ['01-27-2015,01:16PM', 'UTC', '2015-01-27T13:16:00.000Z'],
  ['01-27-2015, 01:16 PM', 'UTC', '2015-01-27T13:16:00.000Z'],
  ['01/27/2015, 13:16', 'UTC', '2015-01-27T13:16:00.000Z'],
  ['2015-01-27, 01:16 PM', 'UTC', '2015-01-27T13:16:00.000Z'],
  ['2015-01-27, 12:16 AM', 'UTC', '2015-01-27T00:16:00.000Z'],
  ['2015-01-27, 12:16 pm', 'UTC', '2015-01-27T12:16:00.000Z'],
  ['2015-01-27 1pm', 'UTC', '2015-01-27T13:00:00.000Z'],
  ['1422317782123', 'UTC', '2015-01-27T00:16:22.123Z'],
  ['2024-08-18 10:00:00 UTC', 'Asia/Tokyo', '2024-08-18T10:00:00.000Z'],
  ['August 18, 2024, 11:48:43 (UTC+02:00)', 'UTC', '2024-08-18T09:48:43.000Z'],
  ['2024-08-18 9:05', 'UTC', '2024-08-18T09:05:00.000Z'],
  ['yesterday 18:00', 'UTC', '2024-08-17T18:00:00.000Z'],
  ['monday 9am', 'Europe/Berlin', '2024-08-12T07:00:00.000Z'],
  ['11:59', 'UTC', '2024-08-18T11:59:00.000Z'],
  ['12:01', 'UTC', '2024-08-17T12:01:00.000Z'],
  ['13:59', 'Europe/Berlin', '2024-08-18T11:59:00.000Z'],
  ['12:00Z', 'Asia/Tokyo', '2024-08-18T12:00:00.000Z'],
  ['-2h', 'UTC', '2024-08-18T10:00:00.500Z'],
  ['90 min ago', 'UTC', '2024-08-18T10:30:00.500Z'],
  ['-3mo', 'UTC', '2024-05-18T12:00:00.500Z'],
  ['-1y', 'UTC', '2023-08-18T12:00:00.500Z'],
]

const NO_TIMES = [
  '',
  'soon',
  '0000',
  '2024-00',
  '2024-13',
  '13-01-2024',
  '2024-08 12:00',
  '2024-08-18 13:00 PM',
  '2024-08-18 0:30 am',
  '2024-08-18 25:00',
  '2024-08-18 1:5',
  '12:60',
  'someday 12:00',
  'August 2024',
  '31 Sep 2024',
  '-2',
  '-2 fortnights',
  'last',
  '2024-13-01',
  '2024-02-30',
  '2023-02-29',
  '2024-08-18T24:00',
  '2024-0818',
  '2024-08-18T11:40:60Z',
  '2024-08-18T11',
  '2024-08-18T11:40:01+24:00',
  '2024-08-18Z',
  '12345',
  '-5',
  '1e9',
]

const startOf = (text: string, timeZone = 'UTC') => parseSpan(text, { now, zone: zoneOf(timeZone) }).start

describe('parseSpan', () => {
  it.each(TIMES)('%s in %s is %s', (text, timeZone, expected) => {
    expect(new Date(startOf(text, timeZone)).toISOString()).toBe(expected)
  })

  it.each(SPANS)('%s in %s is all of %s to %s', (text, timeZone, start, end) => {
    const span = parseSpan(text, { now, zone: zoneOf(timeZone) })
    expect([span.start, span.end].map((time) => new Date(time).toISOString())).toEqual([start, end])
  })

  it.each(MOMENTS)('%s in %s is the moment %s', (text, timeZone, expected) => {
    const span = parseSpan(text, { now, zone: zoneOf(timeZone) })
    expect(new Date(span.start).toISOString()).toBe(expected)
    expect(span.end).toBe(span.start)
  })

  it.each(NO_TIMES)('refuses %j', (text) => {
    expect(() => startOf(text)).toThrow(UsageError)
    expect(() => startOf(text)).toThrow(`'${text}'`)
  })

  it.each([
    ['12:10', '2024-07-10T12:00:00Z', '2024-07-10T12:10:00.000Z'],
    ['12:00', '2024-07-10T12:00:00Z', '2024-07-10T12:00:00.000Z'],
    ['1:00', '2024-07-10T23:00:00Z', '2024-07-11T01:00:00.000Z'],
  ])('%s, from %s on, is %s', (text, from, expected) => {
    const span = parseSpan(text, { now, zone: UTC, from: Date.parse(from) })
    expect(new Date(span.start).toISOString()).toBe(expected)
  })

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Tokyo',
    '+05:45',
    'UTC',
  )
  const times = fc
    .date({ min: new Date('1975-01-01'), max: new Date('2037-01-01'), noInvalidDate: true })
    .map((date) => date.getTime())

  it('shows in a zone what was typed for it', () => {
    fc.assert(
      fc.property(times, zones, (time, timeZone) => {
        const typed = shown(time, timeZone)
        expect(shown(startOf(typed, timeZone), timeZone)).toBe(typed)
      }),
      { numRuns: 500 },
    )
  })

  it('a date, month or year holds every moment that shows it, and no other', () => {
    fc.assert(
      fc.property(times, zones, fc.constantFrom(4, 7, 10), (time, timeZone, length) => {
        const typed = shown(time, timeZone).slice(0, length)
        const { start, end } = parseSpan(typed, { now, zone: zoneOf(timeZone) })
        expect(start).toBeLessThanOrEqual(time)
        expect(end).toBeGreaterThanOrEqual(time)
        for (const inside of [start, end]) expect(shown(inside, timeZone).startsWith(typed)).toBe(true)
        for (const outside of [start - 1, end + 1])
          expect(shown(outside, timeZone).startsWith(typed)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws anything but a UsageError, whatever is typed', () => {
    const words = fc.constantFrom(
      '2024',
      '-',
      '08',
      'T',
      ' ',
      ':',
      '12',
      'pm',
      '+',
      'Z',
      'mon',
      'ago',
      'h',
      '±',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join('')),
        ),
        (text) => {
          expect(outcome(text)).toBe('fine')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

function shown(time: number, timeZone: string): string {
  return new Date(toClock(time, zoneOf(timeZone))).toISOString().slice(0, 19)
}

function outcome(text: string): unknown {
  try {
    const { start, end } = parseSpan(text, { now, zone: UTC })
    return Number.isFinite(start) && start <= end ? 'fine' : [start, end]
  } catch (error) {
    return error instanceof UsageError ? 'fine' : error
  }
}
