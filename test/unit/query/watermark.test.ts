import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Watermark } from '../../../src/query/watermark.ts'

it('is the latest moment of a file not yet decoded', () => {
  const watermark = new Watermark()
  expect(watermark.bound).toBe(Infinity)
  const [a, b] = [watermark.add(undefined), watermark.add(20)]
  watermark.laterNotAfter = 10
  expect(watermark.bound).toBe(Infinity)
  watermark.finish(a)
  expect(watermark.bound).toBe(20)
  watermark.finish(b)
  expect(watermark.bound).toBe(10)
  watermark.laterNotAfter = -Infinity
  expect(watermark.bound).toBe(-Infinity)
})

// Stray files break the order in which files should come.
it('is never too low, in whatever order files come and are finished', () => {
  const files = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(100)), { maxLength: 60 })
  fc.assert(
    fc.property(files, fc.integer({ min: 0, max: 50 }), (files, later) => {
      const watermark = new Watermark()
      const open = new Map(files.map(([time]) => [watermark.add(time), time]))
      watermark.laterNotAfter = later
      for (const [, pick] of files) {
        const number = [...open.keys()][pick % open.size]!
        watermark.finish(number)
        open.delete(number)
        expect(watermark.bound).toBeGreaterThanOrEqual(Math.max(later, ...open.values()))
      }
      expect(watermark.bound).toBe(later)
    }),
  )
})

it('forgets what is finished', () => {
  const watermark = new Watermark()
  watermark.laterNotAfter = 0
  for (let n = 20_000; n > 0; n--) watermark.finish(watermark.add(n))
  const last = watermark.add(7)
  expect(watermark.bound).toBe(7)
  watermark.finish(last)
  expect(watermark.bound).toBe(0)
})
