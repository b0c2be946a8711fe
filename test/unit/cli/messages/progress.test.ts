import { describe, expect, it } from 'vitest'
import type { Io } from '../../../../src/cli/io.ts'
import { startStatus } from '../../../../src/cli/messages/progress.ts'
import { memorySink } from '../../../helpers/memory-sink.ts'

function world(options: { tty?: boolean; columns?: number; env?: Io['env'] } = {}) {
  const { tty = true, columns = 80, env = {} } = options
  const err = memorySink({ isTty: tty, columns })
  const time = { now: 1_000_000 }
  const io = { err, env, clock: () => time.now } as unknown as Io
  return { io, err, time }
}

describe('the progress line', () => {
  it('comes after 0.4 s, then at most every 0.15 s, and is erased at the end', async () => {
    const { io, err, time } = world()
    const status = startStatus(io, {})
    for (const [at, text] of [
      [399, 'early'],
      [400, 'first'],
      [549, 'too soon'],
      [550, 'second'],
    ] as const) {
      time.now = 1_000_000 + at
      status.show((seconds) => `${text} ${seconds}`)
    }
    await status.stop()
    expect(err.text()).toBe('\r\u001b[2Kfirst 0.4\r\u001b[2Ksecond 0.55\r\u001b[2K')
  })

  it('writes nothing at all for what ends at once', async () => {
    const { io, err } = world()
    const status = startStatus(io, {})
    status.show(() => 'early')
    await status.stop()
    expect(err.text()).toBe('')
  })

  it('leaves the last column free, where a terminal would wrap', () => {
    const { io, err, time } = world({ columns: 10 })
    const status = startStatus(io, {})
    time.now += 400
    status.show((_, columns) => 'x'.repeat(columns + 5))
    expect(err.text()).toBe(`\r\u001b[2K${'x'.repeat(9)}`)
  })

  it.each([
    ['into a pipe', world({ tty: false }), {}],
    ['on a dumb terminal', world({ env: { TERM: 'dumb' } }), {}],
    ['with --quiet', world(), { quiet: true }],
  ] as const)('is not shown %s', async (_, { io, err, time }, flags) => {
    const status = startStatus(io, flags)
    time.now += 10_000
    status.show(() => 'text')
    await status.stop()
    expect(err.text()).toBe('')
  })
})
