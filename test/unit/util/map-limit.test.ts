import { expect, it } from 'vitest'
import { mapLimit } from '../../../src/util/map-limit.ts'

it('keeps the order of the items and no more than so many under way', async () => {
  let now = 0
  let most = 0
  const result = await mapLimit([5, 1, 3, 2, 4], 2, async (ms) => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setTimeout(resolve, ms))
    now--
    return ms * 10
  })
  expect(result).toEqual([50, 10, 30, 20, 40])
  expect(most).toBe(2)
  expect(await mapLimit([], 2, () => Promise.reject(new Error('never asked')))).toEqual([])
})

it('begins nothing more after a rejection', async () => {
  const begun: number[] = []
  const result = mapLimit([1, 2, 3, 4, 5, 6], 2, async (n) => {
    begun.push(n)
    await new Promise((resolve) => setTimeout(resolve, n))
    if (n === 2) throw new Error('no')
  })
  await expect(result).rejects.toThrow('no')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(begun).toEqual([1, 2, 3])
})
