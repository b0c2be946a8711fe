import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NumberLists } from '../../../src/util/number-lists.ts'

test('keeps the different numbers of each row, up to so many', () => {
  // Some lists are long, and these together have more numbers than there is room for at first.
  const row = fc.oneof(fc.nat(2000), fc.nat(60), fc.nat(3))
  const entries = fc.array(fc.tuple(row, fc.nat(60)), { maxLength: 5000 })
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 70 }), (all, most) => {
      const lists = new NumberLists(most)
      const expected = new Map<number, Set<number>>()
      for (const [row, value] of all) {
        lists.add(row, value)
        const known = expected.get(row) ?? new Set()
        if (known.size < most) known.add(value)
        expected.set(row, known)
      }
      for (let row = 0; row <= 2001; row++)
        expect(new Set(lists.of(row))).toEqual(expected.get(row) ?? new Set())
      expect(lists.size).toBe([...expected.values()].reduce((sum, { size }) => sum + size, 0))
    }),
  )
})
