import { expect, it } from 'vitest'
import { Handoff } from '../../../src/util/handoff.ts'

it('gives one thing at a time, and the giver waits for the taker', async () => {
  const handoff = new Handoff<number>()
  const log: string[] = []
  const giving = (async () => {
    for (const n of [1, 2, 3]) {
      await handoff.give(n)
      log.push(`given ${n}`)
    }
    handoff.end()
  })()
  for await (const n of handoff) {
    log.push(`taken ${n}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await giving
  expect(log).toEqual(['taken 1', 'given 1', 'taken 2', 'given 2', 'taken 3', 'given 3'])
})

it('lets a giver go on when nothing is taken any more', async () => {
  const handoff = new Handoff<number>()
  const giving = Promise.resolve(handoff.give(1))
  handoff.end()
  await giving
  expect(handoff.give(2)).toBeUndefined()
})

it('still hands over what was given before the end', async () => {
  const handoff = new Handoff<number>()
  void handoff.give(7)
  handoff.end()
  const taken: number[] = []
  for await (const n of handoff) taken.push(n)
  expect(taken).toEqual([7])
})
