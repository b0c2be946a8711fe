import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HashNumbers } from '../../../src/util/hash-numbers.ts'

const word = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(256, 512, -(2 ** 31), 2 ** 31 - 1))

test('finds the number of each pair of words, and of no other', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, fc.nat(9)), { maxLength: 80 }), word, word, (all, a, b) => {
      const numbers = new HashNumbers(8)
      for (let turn = 0; turn < 2; turn++) {
        const known = new Map<string, number>()
        for (const [x, y, number] of all) {
          expect(numbers.find(x, y)).toBe(known.get(`${x} ${y}`) ?? -1)
          if (known.has(`${x} ${y}`)) continue
          known.set(`${x} ${y}`, number)
          numbers.add(x, y, number)
        }
        expect(numbers.size).toBe(known.size)
        for (const [x, y] of all) expect(numbers.find(x, y)).toBe(known.get(`${x} ${y}`))
        expect(numbers.find(a, b)).toBe(known.get(`${a} ${b}`) ?? -1)
        numbers.clear()
      }
    }),
  )
})
