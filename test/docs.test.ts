// The documentation against the live program: nothing is left out, nothing is stale, and every command that it shows
// prints what it shows. `npm run docs` writes what the commands print now, and the pictures: look at the difference.

import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT_MEANINGS } from '../src/cli/exit-codes.ts'
import { createProgram } from '../src/program.ts'
import { TOPICS } from '../src/commands/help/topic-names.ts'
import { RECORD_FIELDS } from '../src/event/field-table.ts'
import { FIELDS } from '../src/event/fields.ts'
import { PRESETS } from '../src/filter/presets.ts'
import { shellWords, withoutTimes } from './helpers/case-file.ts'
import { DOCUMENTS, openPlayground, type Playground, type Ran, textOf } from './helpers/documents.ts'
import { commandsIn, isOurs, withOutputs } from './helpers/markdown.ts'
import { runProgram, runShell } from './helpers/program.ts'
import { ROOT } from './helpers/root.ts'
import { runCli } from './helpers/run-cli.ts'
import { screenshot } from './helpers/screenshot.ts'

const README = textOf('README.md')
const help = async (...argv: readonly string[]) => (await runCli(argv, { tty: true, columns: 200 })).stdout
const liveProgram = () => createProgram({ io: undefined as never, exitCode: 0 }, () => {})
const commands = liveProgram().commands.map((command) => command.name())

describe('nothing is left out', () => {
  it.each(commands)(
    '%s is in help, has a row in the README, and its help is in docs/commands.md',
    async (name) => {
      expect(await help('help')).toMatch(new RegExp(`^  ${name} `, 'm'))
      expect(README).toMatch(new RegExp(`^\\| \\[\`${name}\`\\]\\(docs/.*\\) \\| \\S`, 'm'))
      expect(headingsIn(textOf('docs/commands.md'))).toContain(name)
      expect(commandsIn(textOf('docs/commands.md')).map(({ command }) => command)).toContain(
        `trail-explore ${name} --help`,
      )
    },
  )

  it.each(TOPICS.map(([name]) => name))('help %s is in docs/commands.md', (topic) => {
    expect(headingsIn(textOf('docs/commands.md'))).toContain(`help ${topic}`)
    expect(commandsIn(textOf('docs/commands.md')).map(({ command }) => command)).toContain(
      `trail-explore help ${topic}`,
    )
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
    const { stdout } = await runCli([name, '--help'], {
      tty: true,
      columns: 70,
      env: { NO_COLOR: '1' },
    })
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
      ...command.options.flatMap(({ flags }) => flags.match(/--[\w-]+/g) ?? []),
    ]),
  )

  it.each(DOCUMENTS)('every option that %s names is one', (document) => {
    const named = [...textOf(document).matchAll(/`(--[a-z][a-z-]*)/g)].map(([, option]) => option!)
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

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document)
  const documented = commandsIn(text).filter(isOurs)
  const outputs = new Map<string, Ran>()
  let playground: Playground
  beforeAll(async () => {
    playground = await openPlayground()
  })
  afterAll(() => playground.close())

  for (const one of documented.filter(({ picture }) => picture === undefined)) {
    it(`runs ${one.command}`, async () => {
      const ran = await playground.run(one)
      expect(ran.stderr).not.toContain('unexpected:')
      expect(ran).toMatchObject({ code: one.code })
      if (ran.whole) outputs.set(one.command, ran)
    })
  }

  for (const one of documented.filter(({ picture }) => picture !== undefined)) {
    it(`${one.picture} is a picture of ${one.command}`, async () => {
      const { stdout, stderr } = await playground.picture(one)
      expect(stderr).not.toContain('unexpected:')
      const shown = withoutTimes(stderr === '' ? stdout : `${stdout}${stderr}`)
      const file = join(ROOT, dirname(document), one.picture!)
      await expect(screenshot(shown, { columns: 100, command: one.command })).toMatchFileSnapshot(file)
    })
  }

  // Last, when all of them have run. `npm run docs` writes it.
  it('shows what its commands print', async () => {
    const current = withOutputs(text, ({ command }, { stdoutOnly }) => {
      const ran = outputs.get(command)
      return ran && withoutTimes(stdoutOnly ? ran.stdout : ran.stdout + ran.stderr)
    })
    await expect(current).toMatchFileSnapshot(join(ROOT, document))
  })

  it('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!)
    expect(links.filter((target) => !isThere(target, document))).toEqual([])
  })

  it('names modules that are there', () => {
    const named = [...text.matchAll(/`([\w-]+(?:\/[\w-]+)+\.(?:ts|js))`/g)].map(([, path]) => path!)
    const roots = ['', 'src/', 'test/'].map((folder) => join(ROOT, folder))
    expect(
      named.filter(
        (path) => !path.startsWith('dist/') && !roots.some((root) => existsSync(join(root, path))),
      ),
    ).toEqual([])
  })
})

it('the README begins with the two commands that set it up', () => {
  expect(
    commandsIn(README)
      .slice(0, 2)
      .map(({ command }) => command),
  ).toEqual(['npm ci && npx trail-explore lookup samples/logs', 'npm ci && npm test'])
})

it('the README stays short: the rest is in docs/', () => {
  expect(Buffer.byteLength(README)).toBeLessThanOrEqual(10_000)
})

/** A link to a place in the repository, with the anchors that GitHub makes of headings. */
function isThere(target: string, from: string): boolean {
  if (/^[a-z]+:/.test(target)) return true
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : posix.normalize(posix.join(posix.dirname(from), path))
  if (!existsSync(join(ROOT, file))) return false
  return anchor === undefined || headingsIn(textOf(file)).map(anchorOf).includes(anchor)
}

function headingsIn(markdown: string): readonly string[] {
  return [...markdown.replace(/^```.*?^```$/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!)
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

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
