import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY, inOrderOfTime, TimeIndex, type Span } from '../../../src/trace/time-index.ts'

const DAY = 86_400_000
const time = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: -DAY, max: DAY }),
  fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) }),
  fc.constant(Number.NaN),
)
// Too far apart for two of them to be told in one number with their places.
const anyTime = fc.oneof(
  { weight: 9, arbitrary: time },
  { weight: 1, arbitrary: fc.constantFrom(-8.64e15, 8.64e15) },
)

test('items are in the order of their times, those of one time in the order in which they were', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(time, { maxLength: 50 }), fc.array(anyTime, { maxLength: 50 })), (all) => {
      const times = Float64Array.from(all)
      const items = Uint32Array.from(all.keys()).reverse()
      const expected = [...items]
        .filter((item) => !Number.isNaN(times[item]!))
        .sort((a, b) => times[a]! - times[b]!)
      expect([...inOrderOfTime(items, times)]).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('a span of time has the items of a key within it', () => {
  const item = fc.record({ key: fc.nat(3), time })
  const end = time.filter((at) => !Number.isNaN(at))
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.nat(4), end, end, (all, key, from, to) => {
      const times = Float64Array.from(all, (one) => one.time)
      const items = inOrderOfTime(Uint32Array.from(all.keys()), times)
      const index = new TimeIndex(
        items,
        Uint32Array.from(all, (one) => one.key),
        4,
        times,
      )
      const of = [...items].filter((i) => key !== 0 && all[i]!.key === key)
      const within = of.filter((i) => times[i]! >= from && times[i]! <= to)
      expect(index.all(key)).toEqual(span(of))
      expect(index.within(key, from, to)).toEqual(span(within))
    }),
  )
})

function span(found: number[]): Span {
  return found.length === 0 ? EMPTY : { first: found[0]!, last: found.at(-1)!, count: found.length }
}
