import { describe, expect, it } from 'vitest'
import { Gate } from '../../../src/util/gate.ts'

describe('a gate', () => {
  it('lets in what fits, and the rest in order as others leave', async () => {
    const gate = new Gate(10)
    const log: string[] = []
    const enter = (name: string, weight: number): void => {
      const wait = gate.enter(weight)
      if (wait) void wait.then(() => log.push(name))
      else log.push(name)
    }
    enter('a', 6)
    enter('b', 5)
    enter('c', 1) // would fit, but b came first
    expect(log).toEqual(['a'])
    gate.leave(6)
    await turn()
    expect(log).toEqual(['a', 'b', 'c'])
  })

  it('lets something heavier than its limit through, alone', async () => {
    const gate = new Gate(10)
    expect(gate.enter(1)).toBeUndefined()
    const heavy = gate.enter(100)
    gate.leave(1)
    await heavy
    let passed = false
    void gate.enter(1)?.then(() => (passed = true))
    await turn()
    expect(passed).toBe(false)
    gate.leave(100)
    await turn()
    expect(passed).toBe(true)
  })

  it('is drained when nobody is inside or waits, also by those who enter meanwhile', async () => {
    const gate = new Gate(1)
    await gate.drained()
    void gate.enter()
    const second = gate.enter()
    let drained = false
    const all = gate.drained().then(() => (drained = true))
    gate.leave()
    await second
    await turn()
    expect(drained).toBe(false)
    expect(gate.isEmpty).toBe(false)
    gate.leave()
    await all
    expect(gate.isEmpty).toBe(true)
  })
})

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
