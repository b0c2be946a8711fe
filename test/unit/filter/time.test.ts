import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTimeZone, parseDuration, parseTime, resolveWindow } from '../../../src/filter/time.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const now = new Date('2024-08-18T12:00:00.500Z')

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

const NO_TIMES = [
  '',
  'yesterday',
  '2024',
  '2024-08',
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

describe('parseTime', () => {
  it.each(TIMES)('%s in %s is %s', (text, timeZone, expected) => {
    expect(new Date(parseTime(text, { now, timeZone })).toISOString()).toBe(expected)
  })

  it.each(NO_TIMES)('refuses %j', (text) => {
    expect(() => parseTime(text, { now })).toThrow(UsageError)
    expect(() => parseTime(text, { now })).toThrow(`'${text}'`)
  })

  it('shows in a zone what was typed for it', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Tokyo',
      'UTC',
    )
    const times = fc.date({ min: new Date('1972-01-01'), max: new Date('2037-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(times, zones, (date, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
        const typed = shown.format(date)
        expect(shown.format(parseTime(typed, { now, timeZone }))).toBe(typed)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(() => parseTime('2024-08-18', { now, timeZone: 'Mars/Base' })).toThrow(
      "--time-zone 'Mars/Base' is not a time zone",
    )
    expect(() => checkTimeZone('Mars/Base')).toThrow(UsageError)
    expect(() => checkTimeZone('Europe/Berlin')).not.toThrow()
  })
})

describe('parseDuration', () => {
  it.each([
    ['30m', 1_800_000],
    ['12h', 43_200_000],
    ['90d', 7_776_000_000],
    ['2w', 1_209_600_000],
  ])('%s is %i ms', (text, expected) => {
    expect(parseDuration(text)).toBe(expected)
  })

  it.each(['', '0d', '12', 'h', '1.5h', '-1d', '1y', '1 h', '1H', '999999d'])('refuses %j', (text) => {
    expect(() => parseDuration(text)).toThrow(UsageError)
  })
})

function at(text: string): number {
  return Date.parse(text)
}

describe('resolveWindow', () => {
  it('is open where nothing is said', () => {
    expect(resolveWindow({}, now)).toEqual({})
    expect(resolveWindow({ start: '2024-08-18' }, now)).toEqual({ start: at('2024-08-18') })
  })

  it('includes the whole last second', () => {
    expect(resolveWindow({ end: '2024-08-18' }, now)).toEqual({ end: at('2024-08-18T00:00:00.999Z') })
    expect(resolveWindow({ end: '2024-08-18T01:00:00.250Z' }, now)).toEqual({
      end: at('2024-08-18T01:00:00.250Z'),
    })
  })

  it('allows one second', () => {
    const window = resolveWindow({ start: '2024-08-18', end: '2024-08-18' }, now)
    expect(window).toEqual({ start: at('2024-08-18'), end: at('2024-08-18') + 999 })
  })

  it('counts --last back from now, or from the end', () => {
    expect(resolveWindow({ last: '12h' }, now)).toEqual({ start: now.getTime() - 43_200_000 })
    expect(resolveWindow({ last: '1d', end: '2024-08-10' }, now)).toEqual({
      start: at('2024-08-09'),
      end: at('2024-08-10T00:00:00.999Z'),
    })
  })

  it('uses the zone', () => {
    expect(resolveWindow({ start: '2024-08-18' }, now, 'Europe/Berlin')).toEqual({
      start: at('2024-08-17T22:00:00Z'),
    })
  })

  it.each([
    [{ start: '2024-08-19', end: '2024-08-18' }, '2024-08-19'],
    [{ start: '2024-08-18', last: '1d' }, '1d'],
    [{ start: 'soon' }, 'soon'],
    [{ last: 'long' }, 'long'],
  ])('refuses %j', (typed, quoted) => {
    expect(() => resolveWindow(typed, now)).toThrow(UsageError)
    expect(() => resolveWindow(typed, now)).toThrow(quoted)
  })
})
