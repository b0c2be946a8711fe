import { expect, it } from 'vitest'
import { Queue } from '../../../src/util/queue.ts'

async function drain(queue: Queue<number>, into: number[]): Promise<void> {
  for (let item = await queue.take(); item !== undefined; item = await queue.take()) {
    into.push(item)
    if (item % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

it('gives every item to exactly one taker, and never holds more than its limit', async () => {
  const queue = new Queue<number>(10)
  const taken: number[] = []
  const takers = Array.from({ length: 4 }, () => drain(queue, taken))
  for (let i = 1; i <= 5000; i++) {
    await queue.push(i)
    expect(i - taken.length).toBeLessThanOrEqual(10 + 4)
  }
  queue.end()
  await Promise.all(takers)
  expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 5000 }, (_, i) => i + 1))
})

it('makes a fast maker wait', async () => {
  const queue = new Queue<number>(2)
  await queue.push(1)
  await queue.push(2)
  let third = false
  const pushing = queue.push(3).then(() => {
    third = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(third).toBe(false)
  expect(await queue.take()).toBe(1)
  await pushing
  expect(third).toBe(true)
})

it('lets everyone go when it is closed', async () => {
  const full = new Queue<number>(1)
  await full.push(1)
  const pushing = full.push(2)
  full.close()
  await pushing
  expect(await full.take()).toBe(undefined)
  const empty = new Queue<number>(1)
  const takers = [empty.take(), empty.take()]
  empty.close()
  expect(await Promise.all(takers)).toEqual([undefined, undefined])
})
