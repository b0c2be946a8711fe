// The page of the console: the newest 50 changes, in a table on a terminal and nowhere else.

import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const logs = tempLogs()
const file = logs.write(
  'many.json',
  Array.from({ length: 140 }, (_, n) => ({
    eventVersion: '1.08',
    eventTime: new Date(Date.UTC(2024, 7, 18, 0, 0, n)).toISOString(),
    eventName: n % 2 === 0 ? 'CreateUser' : 'ListUsers',
    eventID: `event-${n}`,
    readOnly: n % 2 === 1,
  })),
)
const shown = (stderr: string) => /(?:the newest )?(\d+) events (?:shown|written)/.exec(stderr)?.[1]

describe('lookup without a filter', () => {
  it('is a page for a table on a terminal', async () => {
    const { stderr } = await runCli(['lookup', file], { tty: true })
    expect(shown(stderr)).toBe('50')
    expect(stderr.replace(/\u001b\[\d+m/g, '')).toContain('filter: read-only=false (the default')
  })

  it.each([
    ['a pipe', [], false],
    ['a table in a pipe', ['-o', 'table'], false],
    ['CSV on a terminal', ['-o', 'csv'], true],
    ['JSON on a terminal', ['-o', 'jsonl'], true],
    ['a file', ['--output-file', '/dev/null/x'], true],
  ] as const)('is everything in %s', async (_, argv, tty) => {
    const target = argv[0] === '--output-file' ? ['--output-file', `${logs.folder}/out.jsonl`] : argv
    const { stderr } = await runCli(['lookup', file, ...target], { tty })
    expect(shown(stderr)).toBe('140')
    expect(stderr).not.toContain('the default')
  })

  it.each([
    ['--read-only', 'any', '140'],
    ['--event-name', 'ListUsers', '70'],
    ['--read-only', 'TRUE', '70'],
  ])('%s %s lifts it', async (option, value, events) => {
    const { stderr } = await runCli(['lookup', file, option, value, '-n', '1000'], { tty: true })
    expect(shown(stderr)).toBe(events)
  })
})

describe('words that cannot be meant', () => {
  it.each([
    [['--contains', ''], "--contains '' is empty"],
    [['--source-ip', ''], "--source-ip '' is empty"],
    [['--user-name', ''], "--user-name '' is empty"],
    [['--identity', ''], "--identity '' is empty"],
    [['--identity-type', 'Iamuser'], 'did you mean IAMUser?'],
    [['--identity-type', '!root'], 'did you mean Root?'],
    [['--event-type', 'AwsApicall'], 'did you mean AwsApiCall?'],
    [['--event-category', 'Managment'], 'did you mean Management?'],
    [['--mfa', 'maybe'], "invalid value 'maybe' for --mfa"],
    [['--mfa', 'true', '--mfa', 'false'], "--mfa is given twice: 'true' and 'false'"],
    [['--read-only', 'any', '--read-only', 'true'], '--read-only is given twice'],
  ])('%j', async (argv, message) => {
    const { stderr, code } = await runCli(['lookup', file, ...argv])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('a wildcard asks for a type that is not known yet', async () => {
    expect((await runCli(['lookup', file, '--identity-type', 'Quantum*'])).code).toBe(0)
  })
})
