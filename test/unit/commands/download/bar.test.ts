import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { barText } from '../../../../src/commands/download/bar.ts'
import { newProgress, type DownloadProgress } from '../../../../src/commands/download/progress.ts'

const progress = (part: Partial<DownloadProgress>): DownloadProgress => ({
  ...newProgress(),
  listing: false,
  ...part,
})

it('has a bar, counts, rate and time left', () => {
  const half = progress({ wanted: 100, wantedBytes: 20_000_000, fetched: 50, fetchedBytes: 10_000_000 })
  expect(barText(half, 10, 90)).toBe(
    `[${'█'.repeat(19)}${' '.repeat(19)}] 50 %  50 of 100 files, 10 MB, 1.0 MB/s, 10 s left`,
  )
  expect(barText(half, 10, 50)).toBe('50 %  50 of 100 files, 10 MB, 1.0 MB/s, 10 s left')
})

it('promises nothing while the listing goes on', () => {
  const early = progress({ listing: true, wanted: 1200, wantedBytes: 5e6, fetched: 3, fetchedBytes: 2e6 })
  expect(barText(early, 2, 100)).toBe('3 files (2.0 MB), 1,200 found so far, 1.0 MB/s')
})

it('counts what failed as done', () => {
  const done = progress({
    wanted: 2,
    wantedBytes: 200,
    fetched: 1,
    fetchedBytes: 100,
    failed: 1,
    failedBytes: 100,
  })
  expect(barText(done, 1, 100)).toContain('] 100 %  2 of 2 files, 100 B, 100 B/s, 0.00 s left')
})

it('fits any terminal at any time', () => {
  const n = fc.nat(1_000_000_000)
  fc.assert(
    fc.property(
      fc.record({ wanted: n, wantedBytes: n, fetched: n, fetchedBytes: n, failed: n, listing: fc.boolean() }),
      fc.double({ min: 0, max: 1e7, noNaN: true }),
      fc.integer({ min: 1, max: 300 }),
      (part, seconds, columns) => {
        const text = barText(progress(part), seconds, columns)
        expect(text.length).toBeLessThanOrEqual(columns)
        expect(text).not.toMatch(/NaN|Infinity/)
      },
    ),
  )
})
