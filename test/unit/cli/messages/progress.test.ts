import { describe, expect, it } from 'vitest'
import type { Io } from '../../../../src/cli/io.ts'
import { listingText, progressText, startStatus } from '../../../../src/cli/messages/progress.ts'
import { newReport, type RunReport } from '../../../../src/query/report.ts'
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
    expect(err.text()).toBe(`\r\u001b[2K${'x'.repeat(8)}…`)
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

describe('what it says', () => {
  const KEY = 'logs/AWSLogs/123456789012/CloudTrail/eu-west-1/2024/08/18/'
  function report(walk: Partial<RunReport['walk']>, files: Partial<RunReport['files']> = {}): RunReport {
    const made = newReport()
    Object.assign(made.walk, { listing: KEY, found: 1204 }, walk)
    Object.assign(made.files, files)
    return Object.assign(made, { records: 5000, bytes: 2_000_000, inflated: 30_000_000 })
  }

  it('the folder that is listed, before anything is read', () => {
    expect(progressText(report({ found: 0 }), 1, 79)).toBe(
      'listing 123456789012/CloudTrail/eu-west-1/2024/08/18',
    )
    expect(progressText(report({}), 1, 79)).toBe(
      'listing 123456789012/CloudTrail/eu-west-1/2024/08/18, 1,204 files found',
    )
    expect(progressText(report({}), 1, 50)).toBe('listing 1234567…st-1/2024/08/18, 1,204 files found')
  })

  it('of how many, while that is not known', () => {
    expect(progressText(report({}, { read: 10, wanted: 200 }), 2, 79)).toBe(
      '10 of 200 files so far, 5,000 events scanned, 15 MB/s, 2.0 MB read',
    )
    expect(progressText(report({}, { read: 10, wanted: 200 }), 2, 119)).toContain(
      '2.0 MB read, listing 1234567…est-1/2024/08/18, 1,204 files found',
    )
  })

  it('how long it takes, once everything is listed', () => {
    expect(progressText(report({ isComplete: true }, { read: 50, wanted: 200 }), 10, 79)).toBe(
      '50 of 200 files, about 30 s left, 5,000 events scanned, 3.0 MB/s, 2.0 MB read',
    )
    expect(progressText(report({ isComplete: true }, { read: 50, wanted: 200 }), 10, 40)).toBe(
      '50 of 200 files, about 30 s left',
    )
  })

  it('names of folders harmlessly', () => {
    expect(listingText({ listing: 'a\u001b[2J/', found: 0 }, 60)).toBe('listing a\\x1b[2J')
  })
})

it('goes on by itself while nothing is reported', async () => {
  const { io, err, time } = world()
  const status = startStatus(io, {})
  status.show(() => 'listing')
  time.now += 1000
  await new Promise((resolve) => setTimeout(resolve, 400))
  await status.stop()
  expect(err.text()).toContain('listing')
})
