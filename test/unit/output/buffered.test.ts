import { expect, test } from 'vitest'
import { memorySink } from '../../helpers/memory-sink.ts'
import { bufferSink } from '../../../src/output/buffered.ts'

test('joins small writes, keeps their order, and hands on the rest when flushed', async () => {
  const target = memorySink()
  const sink = bufferSink(target)
  for (let i = 0; i < 20_000; i++) await sink.write(i % 2 === 0 ? `${i}é\n` : Buffer.from(`${i}é\n`))
  await sink.flush()
  await sink.flush()
  expect(target.text()).toBe(Array.from({ length: 20_000 }, (_, i) => `${i}é\n`).join(''))
  for (const size of target.writes.slice(0, -1)) {
    expect(size).toBeGreaterThan(64 * 1024 - 16)
    expect(size).toBeLessThanOrEqual(64 * 1024)
  }
  expect(target.writes.length).toBe(3)
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
