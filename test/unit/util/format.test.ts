import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { thousands } from '../../../src/util/format.ts'

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
  [-1234, '-1,234'],
])('%d is %s', (n, text) => {
  expect(thousands(n)).toBe(text)
})

it('agrees with toLocaleString on every whole number', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (n) => {
      expect(thousands(n)).toBe(n.toLocaleString('en-US'))
    }),
  )
})
