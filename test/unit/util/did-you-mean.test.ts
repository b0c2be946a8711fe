import { expect, test } from 'vitest'
import { didYouMean } from '../../../src/util/did-you-mean.ts'

const KNOWN = ['event-name', 'event-time', 'user-name', 'mfa', 'role', 'requestParameters']

test.each<[string, string | undefined]>([
  ['event-nme', 'event-name'],
  ['evenTtime', 'event-time'],
  ['username', 'user-name'],
  ['mfaa', 'mfa'],
  ['rol', 'role'],
  ['REQUEST_PARAMETERS', 'requestParameters'],
  ['zzz', undefined],
  ['colour', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s → %s', (typed, expected) => {
  expect(didYouMean(typed, KNOWN)).toBe(expected)
})
