import { describe, expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'

describe('what other programs call it', () => {
  it.each([
    [['lookup', '--asc'], '--order asc'],
    [['lookup', '--from', '2024'], '--start'],
    [['lookup', '--json'], '--output json'],
    [['lookup', '--user', 'alice'], '--user-name'],
    [['lookup', '--tz', 'UTC'], '--time-zone'],
    [['summary', '--group-by', 'role'], '--by'],
  ])('%j: did you mean %s?', async (argv, meant) => {
    const { stderr, code } = await runCli(argv)
    expect(stderr).toBe(`error: unknown option '${argv[1]}'\nhint: did you mean ${meant}?\n`)
    expect(code).toBe(2)
  })

  it('is not proposed to a command that has no such option', async () => {
    expect((await runCli(['ls', '--asc'])).stderr).not.toContain('--order')
  })
})

describe('-o', () => {
  it.each([
    ['ls', 'text'],
    ['summary', 'TEXT'],
    ['verify', 'table'],
    ['lookup', 'Text'],
  ])('of %s takes %s', async (command, name) => {
    const source = command === 'verify' ? 'samples/signed' : 'samples/logs/tutorial'
    const keys = command === 'verify' ? ['--public-keys', 'samples/public-keys.json'] : []
    const { code, stdout } = await runCli([command, source, '-o', name, ...keys])
    expect(code).toBe(0)
    expect(stdout).toContain('─')
  })

  it('of what is none is an error', async () => {
    const { stderr, code } = await runCli(['compare', 'a', 'b', '-o', 'csv'])
    expect(stderr).toBe("error: invalid value 'csv' for --output\nhint: choose one of table, json\n")
    expect(code).toBe(2)
  })
})

describe('on a terminal', () => {
  it('messages wrap between words, and paths stay whole', async () => {
    const { stderr } = await runCli(['lookup', 'samples/logs/organization', '--account', '555555555555'], {
      tty: true,
      columns: 40,
      env: { NO_COLOR: '1' },
    })
    expect(stderr).toContain('hint: other accounts were skipped; the\ntree has 000123456789, 111122223333,')
  })

  it('help has too many arguments in our words', async () => {
    const { stderr } = await runCli(['help', 'lookup', 'filters'])
    expect(stderr).toBe('error: help takes 1 argument at most\nhint: see `trail-explore help --help`\n')
  })
})

describe('a preset', () => {
  it('shows the columns of its question in a table', async () => {
    expect((await lines('--preset', 'logins'))[0]).toMatch(
      /^ID +Event time +Event name +User name +Source IP address +MFA +Account$/,
    )
    expect((await lines('--preset', 'denied'))[0]).toMatch(/ Error code /)
  })

  it('leaves the columns that are asked for, and those of two questions', async () => {
    expect((await lines('--preset', 'logins', '--columns', 'event-name'))[0]).toBe('Event name')
    expect((await lines('--preset', 'logins', '--preset', 'errors'))[0]).toMatch(/Resource name/)
  })

  it('changes nothing of the records in a pipe', async () => {
    const { stdout } = await runCli(['lookup', 'samples/logs', '--preset', 'logins', '-n', '1'])
    expect(JSON.parse(stdout)).toHaveProperty('eventVersion')
  })
})

/** Of a terminal of 140 columns. */
async function lines(...argv: readonly string[]): Promise<readonly string[]> {
  const options = { tty: true, columns: 140, env: { NO_COLOR: '1' } }
  return (await runCli(['lookup', 'samples/logs', ...argv], options)).stdout.split('\n')
}
