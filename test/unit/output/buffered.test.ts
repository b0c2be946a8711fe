import { expect, test } from 'vitest'
import { memorySink } from '../../helpers/memory-sink.ts'
import { bufferSink } from '../../../src/output/buffered.ts'

test('joins small writes, keeps their order, and hands on the rest when flushed', async () => {
  const target = memorySink()
  const sink = bufferSink(target)
  for (let i = 0; i < 40_000; i++) await sink.write(i % 2 === 0 ? `${i}é\n` : Buffer.from(`${i}é\n`))
  await sink.flush()
  await sink.flush()
  expect(target.text()).toBe(Array.from({ length: 40_000 }, (_, i) => `${i}é\n`).join(''))
  for (const size of target.writes.slice(0, -1)) {
    expect(size).toBeGreaterThan(128 * 1024 - 16)
    expect(size).toBeLessThanOrEqual(128 * 1024)
  }
  expect(target.writes.length).toBe(3)
})

test('hands on what is large without copying it, in its place', async () => {
  const target = memorySink()
  const sink = bufferSink(target)
  await sink.write('a')
  await sink.write('b'.repeat(100_000))
  await sink.write('c')
  await sink.flush()
  expect(target.text()).toBe(`a${'b'.repeat(100_000)}c`)
  expect(target.writes).toEqual([1, 100_000, 1])
})

test('writes nothing over that the sink has not taken', async () => {
  const taken: string[] = []
  const sink = bufferSink({
    isTty: false,
    columns: 80,
    async write(data) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      taken.push(Buffer.from(data).toString())
    },
  })
  const letters = Array.from('abcdefgh')
  // Nobody waits.
  for (const letter of letters) for (let i = 0; i < 3; i++) void sink.put(letter.repeat(50_000))
  await sink.flush()
  expect(taken.join('')).toBe(letters.map((letter) => letter.repeat(150_000)).join(''))
})

test.each([
  ['small', ['a', 'b']],
  ['large', ['a', 'b'.repeat(100_000)]],
])('a failing write fails the next one that is waited for: %s', async (_, texts) => {
  const error = new Error('EPIPE')
  const sink = bufferSink({ isTty: false, columns: 80, write: () => Promise.reject(error) })
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  process.on('unhandledRejection', note)
  await expect(async () => {
    for (const text of texts) await sink.put(text)
    await sink.flush()
  }).rejects.toBe(error)
  await new Promise((resolve) => setTimeout(resolve, 5))
  process.off('unhandledRejection', note)
  expect(unhandled).toEqual([])
})

test('waits for a slow reader', async () => {
  let accept: (() => void) | undefined
  const slowWrite = () => new Promise<void>((resolve) => (accept = resolve))
  const sink = bufferSink({ isTty: false, columns: 80, write: slowWrite })
  let done = false
  const write = sink.write(Buffer.alloc(70_000)).then(() => (done = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toBe(false)
  accept?.()
  await write
  expect(done).toBe(true)
})

test('a terminal gets every write at once', async () => {
  const target = memorySink({ isTty: true })
  const sink = bufferSink(target)
  await sink.write('a')
  expect(target.text()).toBe('a')
})
