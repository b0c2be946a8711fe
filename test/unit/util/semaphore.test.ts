import { describe, expect, it } from 'vitest'
import { Semaphore } from '../../../src/util/semaphore.ts'

describe('a semaphore', () => {
  it('lets in what fits, and the rest in order as others leave', async () => {
    const semaphore = new Semaphore(10)
    const log: string[] = []
    const enter = (name: string, weight: number): void => {
      const wait = semaphore.acquire(weight)
      if (wait) void wait.then(() => log.push(name))
      else log.push(name)
    }
    enter('a', 6)
    enter('b', 5)
    enter('c', 1) // would fit, but b came first
    expect(log).toEqual(['a'])
    semaphore.release(6)
    await turn()
    expect(log).toEqual(['a', 'b', 'c'])
  })

  it('lets something heavier than its limit through, alone', async () => {
    const semaphore = new Semaphore(10)
    expect(semaphore.acquire(1)).toBeUndefined()
    const heavy = semaphore.acquire(100)
    semaphore.release(1)
    await heavy
    let passed = false
    void semaphore.acquire(1)?.then(() => (passed = true))
    await turn()
    expect(passed).toBe(false)
    semaphore.release(100)
    await turn()
    expect(passed).toBe(true)
  })

  it('is drained when nobody is inside or waits, also by those who enter meanwhile', async () => {
    const semaphore = new Semaphore(1)
    await semaphore.drained()
    void semaphore.acquire()
    const second = semaphore.acquire()
    let drained = false
    const all = semaphore.drained().then(() => (drained = true))
    semaphore.release()
    await second
    await turn()
    expect(drained).toBe(false)
    expect(semaphore.isEmpty).toBe(false)
    semaphore.release()
    await all
    expect(semaphore.isEmpty).toBe(true)
  })
})

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
