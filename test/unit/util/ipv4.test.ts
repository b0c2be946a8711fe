import { isIPv4 } from 'node:net'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ipv4Of, ipv4Text } from '../../../src/util/ipv4.ts'

test('every address has a number of its own', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(isIPv4(text)).toBe(true)
      expect(ipv4Text(ipv4Of(text))).toBe(text)
    }),
  )
  expect([ipv4Of('0.0.0.0'), ipv4Of('255.255.255.255')]).toEqual([0, 2 ** 32 - 1])
})

test('no other text has one', () => {
  const odd = [
    '',
    '.',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.',
    '.1.2.3',
    '1..2.3',
    '1.2.3.4 ',
    '00.0.0.0',
    '::1',
    'x',
  ]
  for (const text of odd) expect([text, ipv4Of(text)]).toEqual([text, -1])
  fc.assert(
    fc.property(fc.stringMatching(/^[\d.x]{0,16}$/), (text) => {
      const number = ipv4Of(text)
      expect(number < 0 || ipv4Text(number) === text).toBe(true)
    }),
  )
})

// The last byte of each of these characters is a digit.
test('a character that ends like a digit is none', () => {
  expect(ipv4Of('\u0131.2.3.4')).toBe(-1)
})
