import { describe, expect, it } from 'vitest'
import { resolveWindow } from '../../../../src/filter/time/window.ts'
import { UsageError } from '../../../../src/util/usage-error.ts'

const now = new Date('2024-08-18T12:00:00.500Z')

function at(text: string): number {
  return Date.parse(text)
}

describe('resolveWindow', () => {
  it('is open where nothing is said', () => {
    expect(resolveWindow({}, now)).toEqual({})
    expect(resolveWindow({ start: '2024-08-18' }, now)).toEqual({ start: at('2024-08-18') })
  })

  it('includes all of the last second, day, month or year', () => {
    expect(resolveWindow({ end: '2024-08-18' }, now)).toEqual({ end: at('2024-08-18T23:59:59.999Z') })
    expect(resolveWindow({ end: '2024-08' }, now)).toEqual({ end: at('2024-08-31T23:59:59.999Z') })
    expect(resolveWindow({ end: '2024' }, now)).toEqual({ end: at('2024-12-31T23:59:59.999Z') })
    expect(resolveWindow({ end: '2024-08-18T01:00' }, now)).toEqual({ end: at('2024-08-18T01:00:00.999Z') })
    expect(resolveWindow({ end: '2024-08-18T01:00:00.250Z' }, now)).toEqual({
      end: at('2024-08-18T01:00:00.250Z'),
    })
  })

  it('takes one day, and one second', () => {
    const day = resolveWindow({ start: '2024-08-18', end: '2024-08-18' }, now)
    expect(day).toEqual({ start: at('2024-08-18'), end: at('2024-08-18T23:59:59.999Z') })
    const second = resolveWindow({ start: '2024-08-18T01:00Z', end: '2024-08-18T01:00Z' }, now)
    expect(second).toEqual({ start: at('2024-08-18T01:00:00Z'), end: at('2024-08-18T01:00:00.999Z') })
  })

  it('takes a clock time for the end to be the next one after the start', () => {
    expect(resolveWindow({ start: '2023-07-10 12:00', end: '12:10' }, now)).toEqual({
      start: at('2023-07-10T12:00:00Z'),
      end: at('2023-07-10T12:10:00.999Z'),
    })
    expect(resolveWindow({ start: '23:00', end: '1:00' }, now)).toEqual({
      start: at('2024-08-17T23:00:00Z'),
      end: at('2024-08-18T01:00:00.999Z'),
    })
    // Later today, rather than yesterday, which would leave out what is asked for.
    expect(resolveWindow({ end: '18:00' }, now)).toEqual({ end: at('2024-08-18T18:00:00.999Z') })
  })

  it.each([
    ['2024-08-18T11:40:00Z', '2024-08-18T11:35:00.000Z', '2024-08-18T11:45:00.999Z'],
    ['2024-08-18T11:40:00Z ±1h', '2024-08-18T10:40:00.000Z', '2024-08-18T12:40:00.999Z'],
    ['11:40+-30s', '2024-08-18T11:39:30.000Z', '2024-08-18T11:40:30.999Z'],
    ['11:40 +/- 10 min', '2024-08-18T11:30:00.000Z', '2024-08-18T11:50:00.999Z'],
    ['2024-08-18', '2024-08-17T23:55:00.000Z', '2024-08-19T00:04:59.999Z'],
    ['2024-08-18T13:40+02:00', '2024-08-18T11:35:00.000Z', '2024-08-18T11:45:00.999Z'],
  ])('around %s is %s to %s', (around, start, end) => {
    expect(resolveWindow({ around }, now)).toEqual({ start: at(start), end: at(end) })
  })

  it('counts --last back from now, or from the end', () => {
    expect(resolveWindow({ last: '12h' }, now)).toEqual({ start: now.getTime() - 43_200_000 })
    expect(resolveWindow({ last: '1d', end: '2024-08-10' }, now)).toEqual({
      start: at('2024-08-10'),
      end: at('2024-08-10T23:59:59.999Z'),
    })
    expect(resolveWindow({ last: '1d', end: '2024-08-10T12:00' }, now)).toEqual({
      start: at('2024-08-09T12:00'),
      end: at('2024-08-10T12:00:00.999Z'),
    })
    expect(resolveWindow({ last: '3mo' }, now)).toEqual({ start: at('2024-05-18T12:00:00.500Z') })
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
    [{ around: '12:00', last: '1d' }, '1d'],
    [{ around: '12:00', end: '13:00' }, '13:00'],
    [{ around: 'soon' }, 'soon'],
    [{ around: '12:00 ±' }, "''"],
  ])('refuses %j', (typed, quoted) => {
    expect(() => resolveWindow(typed, now)).toThrow(UsageError)
    expect(() => resolveWindow(typed, now)).toThrow(quoted)
  })
})
