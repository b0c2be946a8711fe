// The documentation against the live program: nothing is left out, nothing is stale, and every command that it shows
// does what it shows.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT_MEANINGS } from '../src/cli/exit-codes.ts'
import { createProgram } from '../src/program.ts'
import { TOPICS } from '../src/commands/help/topic-names.ts'
import { FIELDS, RECORD_FIELDS } from '../src/event/fields.ts'
import { PRESETS } from '../src/filter/presets.ts'
import { shellWords, withoutTimes } from './helpers/case-file.ts'
import { runProgram, runShell } from './helpers/program.ts'
import { commandsIn, differsFrom, type DocumentedCommand, isOurs } from './helpers/readme.ts'
import { ROOT } from './helpers/root.ts'
import { runCli } from './helpers/run-cli.ts'

const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const help = async (...argv: readonly string[]) => (await runCli(argv, { tty: true, columns: 200 })).stdout
const liveProgram = () => createProgram({ io: undefined as never, exitCode: 0 }, () => {})
const commands = liveProgram().commands.map((command) => command.name())

describe('nothing is left out', () => {
  it('every command is in the README, and in help', async () => {
    const page = await help('help')
    for (const name of commands) {
      expect(page).toMatch(new RegExp(`^  ${name} `, 'm'))
      expect(README).toMatch(new RegExp(`\\b${name}\\b`))
    }
  })

  it.each(commands)('every option of %s is in its help, which says what it does', async (name) => {
    const page = await help(name, '--help')
    const command = liveProgram().commands.find((known) => known.name() === name)!
    for (const option of command.options) {
      const line = page.split('\n').find((text) => text.trimStart().startsWith(option.flags))
      expect([option.flags, line?.trimStart().slice(option.flags.length).trim() ?? '']).not.toContain('')
    }
    expect(command.description()).not.toBe('')
    expect(command.summary()).not.toBe('')
  })

  it.each(commands)('the help of %s keeps to the width of the terminal', async (name) => {
    const { stdout } = await runCli([name, '--help'], { tty: true, columns: 70 })
    const [rules = ''] = stdout.split('\nExamples:')
    expect(rules.split('\n').filter((line) => line.length > 70 && line.trim().includes(' '))).toEqual([])
  })

  it('every column, preset and exit code is in its page of help', async () => {
    const [columns, presets, codes] = [
      await help('help', 'columns'),
      await help('help', 'presets'),
      await help('help', 'exit-codes'),
    ]
    for (const { name } of FIELDS) expect(columns).toMatch(new RegExp(`^  ${name}  `, 'm'))
    for (const name of RECORD_FIELDS) expect(columns).toContain(name)
    for (const { name } of PRESETS) expect(presets).toMatch(new RegExp(`^  ${name}  `, 'm'))
    for (const [code] of EXIT_MEANINGS) expect(codes).toMatch(new RegExp(`^  ${code}  `, 'm'))
  })
})

describe('nothing is stale', () => {
  const known = new Set(
    [liveProgram(), ...liveProgram().commands].flatMap((command) => [
      '--help',
      ...command.options.flatMap((option) => option.long ?? []),
    ]),
  )

  it('every option that the README names is one', () => {
    const named = [...README.matchAll(/`(--[a-z][a-z-]*)/g)].map(([, option]) => option!)
    expect(named.filter((option) => !known.has(option))).toEqual([])
  })

  it.each(TOPICS.map(([name]) => name))('every option that `help %s` names is one', async (topic) => {
    const page = (await help('help', topic)).replace(/^ *aws .*$/gm, '')
    const named = [...page.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option)
    expect(named.filter((option) => !known.has(option))).toEqual([])
  })

  it.each([...commands, ...TOPICS.map(([name]) => name)])(
    'the examples in the help of %s are understood',
    async (name) => {
      const lines = (await help('help', name))
        .split('\n')
        .filter((line) => /^ {2}(?:\S.* \| )?trail-explore /.test(line))
      for (const line of lines)
        await expect(parse(line.trim().replace(/ {2,}.*/, ''))).resolves.toBeUndefined()
    },
  )
})

describe('the commands of the README', () => {
  const documented = commandsIn(README)
  let folder = ''
  // The repository, where commands may leave files behind.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trail-explore-readme-'))
    for (const name of readdirSync(ROOT)) symlinkSync(join(ROOT, name), join(folder, name))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('begin with the two that set it up', () => {
    expect(documented.slice(0, 2).map(({ command }) => command)).toEqual([
      'npm ci && npx trail-explore lookup',
      'npm ci && npm test',
    ])
  })

  it.each(documented.filter(isOurs))('$command', async (one) => {
    if (/s3:\/\/|--endpoint-url|aws /.test(one.command)) return parse(one.command)
    const { code, stdout, stderr } = await execute(one, folder)
    expect(stderr).not.toContain('unexpected:')
    expect({ code, stderr }).toEqual({ code: one.code, stderr })
    if (one.shown === undefined) return undefined
    // The words about a run may be left out of what is shown, the data may not.
    const [data, all] = [stdout, stdout + stderr].map((text) => differsFrom(one.shown!, withoutTimes(text)))
    const shown = one.shown.join('\n')
    expect(data === undefined || all === undefined ? shown : all).toBe(shown)
    return undefined
  })
})

/** As a terminal of 100 columns shows it; what is piped or redirected, by a real shell. */
async function execute({ command }: DocumentedCommand, cwd: string) {
  if (!/[|>;&`]|\$\(/.test(command.replace(/'[^']*'/g, ''))) {
    const argv = shellWords(command.replace(/^npx /, '')).slice(1)
    return runCli(argv, { cwd, tty: true, columns: 100, env: { NO_COLOR: '1' } })
  }
  return runShell(`set -o pipefail; ${hasJq ? command : command.replace(/ \| jq .*/, ' > /dev/null')}`, {
    cwd,
  })
}

const hasJq = (() => {
  try {
    return execFileSync('jq', ['--version'], { stdio: 'pipe' }).length > 0
  } catch {
    return false
  }
})()

/** Only reads the command line: throws what commander throws. */
async function parse(line: string): Promise<void> {
  const ours =
    line.split(/ (?:&&|\|\||\||>) /).find((part) => /^(?:npx |source <\()?trail-explore /.test(part)) ?? ''
  const [, ...argv] = shellWords(ours.replace(/^npx /, ''))
  const program = liveProgram()
  for (const command of program.commands) command.action(() => {})
  if (argv.length > 0 && !argv.includes('--help')) await program.parseAsync(argv, { from: 'user' })
}

describe('completion', () => {
  it.each([
    ['lookup --ord', ['--order']],
    ['lookup --order ', ['desc', 'asc']],
    ['lookup --preset no', ['no-mfa']],
    ['lookup -o js', ['json', 'jsonl']],
    ['lookup --columns event-id,source', ['event-id,source-ip']],
    ['look', ['lookup']],
    ['help exit', ['exit-codes']],
    ['completion ', ['bash', 'zsh', 'fish']],
  ])('bash: trail-explore %s', async (typed, expected) => {
    const words = ['trail-explore', ...typed.split(' ')]
    const quoted = words.map((word) => `'${word}'`).join(' ')
    const script = `source <(trail-explore completion bash); COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _trail_explore; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = await runShell(script)
    expect(stderr).toBe('')
    expect(stdout.trimEnd().split('\n')).toEqual(expected)
  })

  it.each(['bash', 'zsh', 'fish'])('%s: knows every command and option', async (shell) => {
    const { stdout } = await runProgram(['completion', shell])
    const dashes = shell === 'fish' ? '-l ' : '--'
    for (const command of liveProgram().commands) {
      expect(stdout).toContain(command.name())
      for (const { long } of command.options) expect(stdout).toContain(dashes + long?.slice(2))
    }
  })
})
