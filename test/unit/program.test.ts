// run() as a whole: what main.ts relies on.

import { expect, it } from 'vitest'
import { createProgram } from '../../src/program.ts'
import { VERSION } from '../../src/cli/version.ts'
import { runCli } from '../helpers/run-cli.ts'

it('prints its version', async () => {
  expect(await runCli(['--version'])).toEqual({ stdout: `${VERSION}\n`, stderr: '', code: 0 })
})

it.each([
  ['lookup', ['lookup']],
  ['--version', []],
])('declares for %s no more than %j', (first, names) => {
  const program = createProgram({ io: undefined as never, exitCode: 0 }, () => {}, first)
  expect(program.commands.map((command) => command.name())).toEqual(names)
})

it.each(['help', 'completion', 'lokup', '--help', 'constructor'])(
  'declares for %s every command',
  (first) => {
    const context = { io: undefined as never, exitCode: 0 } as const
    const whole = createProgram(context, () => {})
    expect(whole.commands.length).toBeGreaterThan(9)
    expect(createProgram(context, () => {}, first).commands).toHaveLength(whole.commands.length)
  },
)

it('looks events up, with data on stdout and words on stderr', async () => {
  const { stdout, stderr, code } = await runCli([
    'lookup',
    'samples/logs/tutorial',
    '--event-name',
    'ConsoleLogin',
  ])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ userIdentity: { userName: 'Mary_Major' } })
  expect(stderr).toMatch(/^1 event shown · /)
})

it('takes several attributes in one go, as the AWS CLI does', async () => {
  const words = [
    'AttributeKey=EventName,AttributeValue=ConsoleLogin',
    'AttributeKey=Username,AttributeValue=Mary_Major',
  ]
  const { code, stdout } = await runCli(['lookup', '--lookup-attributes', ...words, 'samples/logs/tutorial'])
  expect(code).toBe(0)
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

it('refuses an empty value, which would match nothing', async () => {
  const { code, stderr } = await runCli(['lookup', 'samples/logs/tutorial', '--event-name', ''])
  expect(code).toBe(2)
  expect(stderr).toBe(
    "error: --event-name '' is empty\nhint: leave it out, or write '!*' for events without one\n",
  )
})

// A new section is a decision about its place.
const SECTIONS = [
  'Arguments',
  'Watching',
  'Notifications',
  'Source',
  'Rules',
  'Filters',
  'More filters',
  'Where to look',
  'Which files, by their names',
  'What to verify',
  'Public keys',
  'A new trail',
  'Instead of reading',
  'Athena',
  'Where, as in the AWS CLI',
  'Time',
  'Output',
  'Evidence',
  'S3 and Event history, as in the AWS CLI',
  'Running',
  'Options',
  'Examples of queries for the usual questions, for DuckDB and Trino',
  'Examples',
]

const NAMES = createProgram({ io: undefined as never, exitCode: 0 }, () => {}).commands.map((command) =>
  command.name(),
)

// `help` lists its topics.
it.each(NAMES.filter((name) => name !== 'help'))(
  'has the sections of other pages in their order on the help page of %s, and ends it with examples',
  async (name) => {
    const { stdout } = await runCli([name, '--help'])
    const headings = [...stdout.matchAll(/^([A-Z].*?)(?: \(.*\))?:$/gm)].map(([, text]) => text!)
    expect(headings).toEqual(SECTIONS.filter((heading) => headings.includes(heading)))
    expect(stdout.split('\nExamples:\n').at(-1)).not.toMatch(/^\S/m)
  },
)
