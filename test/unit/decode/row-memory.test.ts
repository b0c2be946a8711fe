import { expect, it } from 'vitest'
import { returnRowMemory, rowMemory, spareRowMemory } from '../../../src/decode/row-memory.ts'

const LENGTH = 100_000

it('memory is used again for rows that fit, once', () => {
  const first = rowMemory(LENGTH)
  returnRowMemory(first)
  const larger = rowMemory(LENGTH + 1)
  const again = rowMemory(LENGTH - 1)
  expect(larger.buffer).not.toBe(first.buffer)
  expect(again.buffer).toBe(first.buffer)
  expect(again.length).toBe(LENGTH - 1)
  expect(rowMemory(LENGTH).buffer).not.toBe(first.buffer)
})

it('neither little nor very much is kept, and no more than a few pieces', () => {
  for (const length of [1000, 8 << 20]) {
    const memory = rowMemory(length)
    returnRowMemory(memory)
    expect(rowMemory(length).buffer).not.toBe(memory.buffer)
  }
  const all = Array.from({ length: 20 }, () => rowMemory(LENGTH))
  for (const memory of all) returnRowMemory(memory)
  const buffers = new Set(all.map(({ buffer }) => buffer))
  const again = Array.from({ length: 20 }, () => rowMemory(LENGTH))
  expect(again.filter(({ buffer }) => buffers.has(buffer)).length).toBe(8)
})

it('another thread gets what this one can spare', () => {
  while (spareRowMemory().length > 0) rowMemory(LENGTH)
  rowMemory(LENGTH)
  const [first, second] = [rowMemory(LENGTH), rowMemory(LENGTH)]
  returnRowMemory(first)
  expect(spareRowMemory()).toEqual([])
  returnRowMemory(second)
  expect(spareRowMemory()).toEqual([first.buffer])
  expect(rowMemory(LENGTH).buffer).toBe(second.buffer)
})
