import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Frontier } from '../../../src/query/frontier.ts'

it('is the latest moment of a file not yet decoded', () => {
  const frontier = new Frontier()
  expect(frontier.bound).toBe(Infinity)
  const [a, b] = [frontier.add(undefined), frontier.add(20)]
  frontier.laterNotAfter = 10
  expect(frontier.bound).toBe(Infinity)
  frontier.finish(a)
  expect(frontier.bound).toBe(20)
  frontier.finish(b)
  expect(frontier.bound).toBe(10)
  frontier.laterNotAfter = -Infinity
  expect(frontier.bound).toBe(-Infinity)
})

// Stray files break the order in which files should come.
it('is never too low, in whatever order files come and are finished', () => {
  const files = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(100)), { maxLength: 60 })
  fc.assert(
    fc.property(files, fc.integer({ min: 0, max: 50 }), (files, later) => {
      const frontier = new Frontier()
      const open = new Map(files.map(([time]) => [frontier.add(time), time]))
      frontier.laterNotAfter = later
      for (const [, pick] of files) {
        const number = [...open.keys()][pick % open.size]!
        frontier.finish(number)
        open.delete(number)
        expect(frontier.bound).toBeGreaterThanOrEqual(Math.max(later, ...open.values()))
      }
      expect(frontier.bound).toBe(later)
    }),
  )
})

it('forgets what is finished', () => {
  const frontier = new Frontier()
  frontier.laterNotAfter = 0
  for (let n = 20_000; n > 0; n--) frontier.finish(frontier.add(n))
  const last = frontier.add(7)
  expect(frontier.bound).toBe(7)
  frontier.finish(last)
  expect(frontier.bound).toBe(0)
})
