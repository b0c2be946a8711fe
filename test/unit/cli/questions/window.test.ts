// Windows of time as a person meets them: what they hold, and that nothing is left out of them in silence.

import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const event = (eventTime: unknown, eventName: string) => ({
  eventVersion: '1.08',
  eventTime,
  eventName,
  eventID: eventName,
  readOnly: false,
})
const file = logs.write('times.json', [
  event('2024-08-18T10:00:00Z', 'Plain'),
  event('2024-08-18 10:00:00.000 UTC', 'Athena'),
  event('2024-08-18T10:00Z', 'Minutes'),
  event('last sunday', 'Words'),
  event(null, 'Null'),
  event('2024-08-19T00:00:00Z', 'NextDay'),
])
const lookup = (...argv: readonly string[]) =>
  runCli(['lookup', file, '-o', 'tsv', '--columns', 'event-name', '--order', 'asc', ...argv])
const names = (stdout: string) => stdout.trim().split('\n').slice(1).sort()

describe('a window of time', () => {
  it('counts what passes the rest of the filter and has no time that can be read', async () => {
    const { stdout, stderr, code } = await lookup('--start', '2024-08-18', '--end', '2024-08-18')
    expect(names(stdout)).toEqual(['Athena', 'Minutes', 'Plain'])
    expect(stderr).toContain(`left out: ${file}: 2 events whose time cannot be read\n`)
    expect(stderr).toContain('hint: without a time range such events are shown, last\n')
    expect(code).toBe(1)
  })

  it('does so for quiet people, and in a summary', async () => {
    for (const argv of [['lookup', '-o', 'jsonl'], ['summary']] as const) {
      const { stderr, code } = await runCli([...argv, file, '--last', '1d', '-q'])
      expect(stderr).toContain('2 events whose time cannot be read')
      expect(code).toBe(1)
    }
  })

  it('does so for a window in an expression', async () => {
    const { stderr, code } = await lookup('--where', 'event-time >= 2024-08-18 and event-name exists')
    expect(stderr).toContain('2 events whose time cannot be read')
    expect(code).toBe(1)
  })

  it('does not count what the rest of the filter rejects', async () => {
    const { stderr, code } = await lookup('--last', '1d', '--event-name', 'Words')
    expect(stderr).toContain('1 event whose time cannot be read')
    expect(code).toBe(1)
    expect((await lookup('--last', '1d', '--event-name', 'Plain')).code).toBe(0)
  })

  it('shows them where no time is asked for', async () => {
    const { stdout, stderr, code } = await lookup()
    expect(names(stdout)).toHaveLength(6)
    expect(stderr).toContain('2 events without a usable time, shown last')
    expect(code).toBe(0)
  })

  it('is told as it was understood', async () => {
    const { stderr } = await lookup('--since', '2024-08', '--until', 'yesterday', '--time-zone', '+02:00')
    expect(stderr).toContain(
      'event-time >= 2024-08-01T00:00:00+02:00 and event-time <= 2024-08-18T23:59:59+02:00',
    )
  })

  it.each([
    ['ls', 'samples/logs', '--start', '2024-08-18', '--end', '2024-08-18', '-o', 'csv'],
    ['ls', 'samples/logs', '--since', '2024-08-18', '--until', '2024-08-18', '-o', 'csv'],
    ['ls', 'samples/logs', '--start-time', '2024-08-18', '--end-time', '2024-08-18', '-o', 'csv'],
  ])('%s takes the same times', async (...argv) => {
    const { stdout, code } = await runCli(argv)
    expect(stdout).toContain('444455556666')
    expect(code).toBe(0)
  })

  it('holds the digests of its last day', async () => {
    const keys = ['--public-keys', 'samples/public-keys.json']
    const { code } = await runCli(['verify', 'samples/signed', ...keys, '--end', '2024-08-18'])
    expect(code).toBe(0)
  })
})
