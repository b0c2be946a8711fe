import { describe, expect, it } from 'vitest'
import { checkSourceIp, parseSourceIp } from '../../../src/filter/source-ip.ts'
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
  ])('refuses %s', (typed) => {
    expect(() => checkSourceIp(typed)).toThrow(UsageError)
    expect(() => checkSourceIp(typed)).toThrow(typed)
  })

  it('answers rightly for more addresses than it remembers', () => {
    const { test } = parseSourceIp('10.1.0.0/17')
    const inside = Array.from({ length: 25_000 }, (_, i) => test(`10.1.${i % 256}.${i >> 8}`))
    expect(inside.filter(Boolean)).toHaveLength(12_544)
    expect(test('10.1.127.0')).toBe(true)
    expect(test('10.1.128.0')).toBe(false)
  })
})
