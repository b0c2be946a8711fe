import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitWidths } from '../../../src/output/fit.ts'

const shape = fc.record({
  min: fc.nat(20),
  weight: fc.integer({ min: 1, max: 9 }),
})

test('takes all the room and no more; no column gets more than it wants or less than its minimum', () => {
  const column = fc.tuple(fc.integer({ min: 1, max: 200 }), shape)
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 1, max: 400 }),
      (columns, room) => {
        const natural = columns.map(([wanted]) => wanted)
        const minima = columns.map(([wanted, s]) => Math.min(wanted, s.min))
        const widths = fitWidths(
          columns.map(([wanted, s]) => ({ wanted, ...s })),
          room,
        )
        widths.forEach((width, i) => {
          expect(width).toBeGreaterThanOrEqual(minima[i] ?? 0)
          expect(width).toBeLessThanOrEqual(natural[i] ?? 0)
        })
        expect(sum(widths)).toBe(Math.max(sum(minima), Math.min(sum(natural), room)))
      },
    ),
  )
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
