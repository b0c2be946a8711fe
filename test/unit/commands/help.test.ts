import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { manPage } from '../../../src/commands/help/man.ts'
import { createProgram } from '../../../src/program.ts'
import { runCli } from '../../helpers/run-cli.ts'

const program = () => createProgram({ io: undefined as never, exitCode: 0 }, () => {})
const commands = program().commands

describe('-h', () => {
  it.each(commands.map((command) => command.name()))('of %s is short, with examples first', async (name) => {
    const { stdout, code } = await runCli([name, '-h'], { tty: true, columns: 80, env: { NO_COLOR: '1' } })
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(40)
    expect(lines[0]).toMatch(/^Usage: trail-explore /)
    const sections = lines.filter((line) => /^\w.*:$/.test(line))
    expect(sections.indexOf('Examples:')).toBeLessThanOrEqual(0)
    expect(sections.at(-1)).toMatch(/^(?:Common options|Options):$/)
  })

  it('of lookup says where the rest is', async () => {
    const { stdout } = await runCli(['lookup', '-h'])
    expect(stdout).toMatch(/^All \d+ options: trail-explore lookup --help$/m)
    expect(stdout).not.toContain('--late-days')
    expect((await runCli(['lookup', '--help'])).stdout).toContain('--late-days')
  })
})

describe('--help', () => {
  it.each(commands.map((command) => command.name()))(
    'of %s has its sections in the one order',
    async (name) => {
      const { stdout } = await runCli([name, '--help'])
      const order = ['Time', 'Output', 'Evidence', 'S3', 'Running', 'Options', 'Examples']
      const sections = [...stdout.matchAll(/^(\w+).*:$/gm)].map(([, word]) => word!)
      // The topics of help are its examples.
      const places = sections.filter((word) => word !== 'Topics').map((word) => order.indexOf(word))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    },
  )

  it('groups the commands, and knows each', async () => {
    const { stdout } = await runCli(['--help'])
    expect([...stdout.matchAll(/^(\w.*):$/gm)].map(([, heading]) => heading)).toContain('Investigate')
    expect(stdout).not.toMatch(/^Commands:$/m)
  })

  it('has bold headings on a terminal alone', async () => {
    expect((await runCli(['ls', '--help'], { tty: true })).stdout).toContain('\u001b[1mOutput:\u001b[22m')
    expect((await runCli(['ls', '--help'])).stdout).not.toContain('\u001b')
  })
})

describe('the manual page', () => {
  const page = manPage(program())

  it('has every command and option', () => {
    for (const command of commands) {
      expect(page).toContain(`.SH COMMAND: ${command.name().toUpperCase()}`)
      for (const { long } of command.options) expect(page).toContain(long!.replaceAll('-', '\\-'))
    }
  })

  it('is ASCII, with no line that roff would take for a request of its own', () => {
    expect(page).toMatch(/^[ -~\n]*$/)
    const requests = [...page.matchAll(/^\.(\w*)/gm)].map(([, request]) => request)
    expect(new Set(requests)).toEqual(new Set(['TH', 'SH', 'SS', 'B', 'I', 'TP', 'PP', 'br', 'nf', 'fi']))
  })

  it.skipIf(!hasMan())('is read by man without a warning', () => {
    const shown = execFileSync('man', ['--warnings=w', '-l', '-'], {
      input: page,
      stdio: 'pipe',
      env: { ...process.env, MANPAGER: 'cat', MANWIDTH: '100', LC_ALL: 'C.UTF-8', TERM: 'dumb' },
    }).toString()
    expect(shown).toContain('--event-name <name>')
    expect(shown).toContain("'Delete*'")
  })
})

/** Skipped where there is no man-db. */
function hasMan(): boolean {
  try {
    return execFileSync('man', ['--version'], { stdio: 'pipe' }).toString().startsWith('man 2')
  } catch {
    return false
  }
}
