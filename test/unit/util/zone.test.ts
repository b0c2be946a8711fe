import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/util/usage-error.ts'
import { zoneOf } from '../../../src/util/zone.ts'

const HOUR = 3_600_000
const summer = Date.UTC(2024, 7, 18)
const winter = Date.UTC(2024, 0, 18)

describe('zoneOf', () => {
  it.each([
    ['Europe/Berlin', summer, 2],
    ['Europe/Berlin', winter, 1],
    ['europe/berlin', winter, 1],
    ['America/St_Johns', winter, -3.5],
    ['Asia/Kathmandu', winter, 5.75],
    ['+09:00', summer, 9],
    ['-0330', summer, -3.5],
    ['+9', summer, 9],
    ['UTC+2', summer, 2],
    ['UTC', summer, 0],
    ['Z', summer, 0],
    ['+00:00', summer, 0],
  ])('%s at %i is %d hours east', (name, time, hours) => {
    expect(zoneOf(name).offsetAt(time)).toBe(hours * HOUR)
  })

  it('knows what is UTC under another name', () => {
    for (const name of ['UTC', 'utc', 'Etc/UTC', 'GMT', 'z', '+0'])
      expect([name, zoneOf(name).isUtc]).toEqual([name, true])
    for (const name of ['Europe/London', '+01:00']) expect([name, zoneOf(name).isUtc]).toEqual([name, false])
  })

  it('knows zones that were seconds away from UTC', () => {
    expect(zoneOf('Africa/Monrovia').offsetAt(Date.UTC(1971, 0, 1))).toBe(-(44 * 60 + 30) * 1000)
  })

  it.each([
    ['Mars/Base', 'use an IANA name'],
    ['Europe/Seoul', 'did you mean Asia/Seoul?'],
    ['Europe/Berlim', 'did you mean Europe/Berlin?'],
    ['+25:00', 'use an IANA name'],
    ['', 'use an IANA name'],
  ])('refuses %s', (name, hint) => {
    expect(() => zoneOf(name)).toThrow(UsageError)
    expect(() => zoneOf(name)).toThrow(
      expect.objectContaining({
        message: `--time-zone '${name}' is not a time zone`,
        hint: expect.stringContaining(hint) as string,
      }),
    )
  })
})
