import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventOf } from '../../../src/event/event.ts'
import { checkSourceIp, compileSourceIp, parseSourceIp } from '../../../src/filter/source-ip.ts'
import { isInRange, parseIp, rangeOf } from '../../../src/util/ip.ts'
import type { Json } from '../../../src/util/json.ts'
import { UsageError } from '../../../src/util/usage-error.ts'

const TABLE: readonly (readonly [typed: string, sourceIp: string, fits: boolean])[] = [
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.70', false],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.99/24', '203.0.113.1', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['0.0.0.0/0', '8.8.8.8', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['203.0.113.7/32', '203.0.113.7', true],
  ['203.0.113.*', '203.0.113.7', true],
  ['2001:db8::9', '2001:0DB8:0:0:0:0:0:9', true],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['203.0.113.0/24', '::ffff:203.0.113.7', true],
  ['203.0.113.0/24', 'ec2.amazonaws.com', false],
  ['0.0.0.0/0', 'AWS Internal', false],
  ['ec2.amazonaws.com', 'ec2.amazonaws.com', true],
  ['AWS Internal/3', 'AWS Internal/3', true],
  ['*.amazonaws.com', 'ec2.amazonaws.com', true],
  ['203.0.113.0/24', '203.0.113.7\0', false],
  // Only what is IPv6 comes over IPv6.
  ['::/0', '8.8.8.8', false],
  ['::/0', '2001:db8::1', true],
  ['::/0', '::ffff:8.8.8.8', false],
  ['::ffff:c000:201/64', '192.0.2.1', false],
  ['2000::/3', '2001:db8::1', true],
  ['192.0.2.1', '::ffff:c000:201', true],
  ['::ffff:192.0.2.0/120', '192.0.2.77', true],
  ['::ffff:192.0.2.0/120', '192.0.3.77', false],
  ['::ffff:0:0/96', '8.8.8.8', true],
  ['fe80::/10', 'fe80::1%eth0', true],
  ['10.128.0.0/9', '10.127.0.1', false],
  ['10.128.0.0/9', '10.128.0.1', true],
  ['private', '10.1.2.3', true],
  ['private', '172.31.0.1', true],
  ['private', '172.32.0.1', false],
  ['private', '::1', true],
  ['private', 'fd00::1', true],
  ['private', 'AWS Internal', false],
  ['internet', '203.0.113.7', true],
  ['Internet', '2001:db8::1', true],
  ['internet', '10.1.2.3', false],
  ['internet', 'ec2.amazonaws.com', false],
  ['aws', 'ec2.amazonaws.com', true],
  ['aws', 'ec2.amazonaws.com.cn', true],
  ['aws', 'AWS Internal', true],
  ['aws', 'AWS Internal/3', true],
  ['aws', 'evilamazonaws.com', false],
  ['aws', 'amazonaws.com.example', false],
  ['aws', '52.94.0.1', false],
]

const LISTS: readonly (readonly [typed: readonly string[], sourceIp: Json, fits: boolean])[] = [
  [['198.51.100.7'], '198.51.100.7, 10.1.1.1', true],
  [['198.51.100.0/24'], '10.1.1.1,198.51.100.7', true],
  [['198.51.100.7*'], '198.51.100.7, 10.1.1.1', true],
  [['198.51.100.7, 10.1.1.1'], '198.51.100.7, 10.1.1.1', true],
  [['198.51.100.7'], ['10.1.1.1', '198.51.100.7'], true],
  [['198.51.100.7'], '198.51.100.7:49152', true],
  [['2001:db8::7'], '[2001:db8::7]:443', true],
  [['2001:db8::7'], '[2001:db8::7]', true],
  [['private'], '198.51.100.7, 10.1.1.1', true],
  [['198.51.100.8'], '198.51.100.7, 10.1.1.1', false],
  // Nobody hides behind a second address.
  [['!10.0.0.0/8'], '198.51.100.7, 10.1.1.1', true],
  [['!10.0.0.0/8'], '10.1.1.1, 10.1.1.2', false],
  [['!10.0.0.0/8', '!198.51.100.7'], '198.51.100.7, 10.1.1.1', false],
  [['!private', '!aws'], '10.1.1.1, ec2.amazonaws.com', false],
  [['198.51.100.0/24', '!198.51.100.7'], '198.51.100.7, 198.51.100.8', true],
  [['198.51.100.0/24', '!198.51.100.7'], '198.51.100.7', false],
  [['!10.0.0.0/8'], null, true],
  [['10.0.0.0/8'], null, false],
  [['10.0.0.0/8'], [], false],
]

describe('parseSourceIp', () => {
  it.each(TABLE)('%s on %j: %s', (typed, sourceIp, fits) => {
    expect(parseSourceIp(typed).test(sourceIp)).toBe(fits)
    expect(parseSourceIp(typed).test(sourceIp), 'asked again').toBe(fits)
  })

  it('negates', () => {
    expect(parseSourceIp('!10.0.0.0/8')).toMatchObject({ negated: true, numeric: true })
  })

  it.each([
    '10.0.0.0/33',
    '10.0.0/8',
    '10.0.0.0/',
    '10.0.0.0/a',
    '300.1.1.1',
    '2001:db8::/129',
    '2001:::1',
    '!1.2.3',
    '',
  ])('refuses %s', (typed) => {
    expect(() => checkSourceIp(typed)).toThrow(UsageError)
    expect(() => checkSourceIp(typed)).toThrow(`'${typed}'`)
  })

  it.each(LISTS)('%j on %j: %s', (typed, sourceIPAddress, fits) => {
    expect(compileSourceIp(typed)(eventOf({ sourceIPAddress }))).toBe(fits)
  })

  it('finds an address in every range around it, however it is spelled, and beside nothing of the other family', () => {
    const address = fc.oneof(fc.ipV4(), fc.ipV6())
    fc.assert(
      fc.property(address, fc.nat(128), address, (text, length, other) => {
        const ip = parseIp(text)!
        const bits = Math.min(length, ip.length * 8)
        const range = rangeOf(text, text.includes(':') && ip.length === 4 ? bits + 96 : bits)!
        expect(isInRange(ip, range)).toBe(true)
        const flipped = ip.map((byte, i) =>
          bits > 0 && i === (bits - 1) >> 3 ? byte ^ (128 >> ((bits - 1) & 7)) : byte,
        )
        expect(isInRange(flipped, range)).toBe(bits === 0)
        const unlike = parseIp(other)!
        expect(unlike.length === ip.length || !isInRange(unlike, range)).toBe(true)
      }),
    )
  })

  it('hides nobody for an address beside their own', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.boolean(), (one, other, swapped) => {
        const list = swapped ? `${other}, ${one}` : `${one},${other}`
        const isHidden = !compileSourceIp([`!${other}/24`])(eventOf({ sourceIPAddress: list }))
        expect(isHidden).toBe(parseSourceIp(`${other}/24`).test(one))
      }),
    )
  })

  it('answers rightly for more addresses than it remembers', () => {
    const { test } = parseSourceIp('10.1.0.0/17')
    const inside = Array.from({ length: 25_000 }, (_, i) => test(`10.1.${i % 256}.${i >> 8}`))
    expect(inside.filter(Boolean)).toHaveLength(12_544)
    expect(test('10.1.127.0')).toBe(true)
    expect(test('10.1.128.0')).toBe(false)
  })
})
