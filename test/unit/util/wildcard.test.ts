import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesWildcards } from '../../../src/util/wildcard.ts'

test('says what a regular expression says', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '*', '?', '\n'), { maxLength: 8 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, text, (pattern, subject) => {
      const source = pattern.replace(/[*?]/g, (sign) => (sign === '*' ? '.*' : '.'))
      expect(matchesWildcards(pattern, subject)).toBe(new RegExp(`^${source}$`, 's').test(subject))
    }),
    { numRuns: 2000 },
  )
})
