// Options of one letter mean the same in every command, and so does every long one.

import { describe, expect, test } from 'vitest'
import { createProgram } from '../../../../src/program.ts'
import { runCli } from '../../../helpers/run-cli.ts'

const program = createProgram({ io: undefined as never, exitCode: 0, run: undefined as never }, () => {})

const LETTERS: Readonly<Record<string, string>> = {
  '-V': '--version',
  '-h': '--help',
  '-n': '--limit',
  '-o': '--output',
  '-q': '--quiet',
  '-v': '--verbose',
}

describe('options of one letter', () => {
  test.each([program, ...program.commands].map((command) => [command.name(), command] as const))(
    '%s',
    (_, command) => {
      const letters = command.options
        .map(({ short, long }) => [short, long])
        .filter(([short]) => short?.length === 2)
      for (const [short, long] of letters) expect([short, long]).toEqual([short, LETTERS[short!]])
      // A command with the long one has the letter.
      const long = command.options.flatMap((option) => option.long ?? [])
      const expected = Object.entries(LETTERS).filter(([, name]) => long.includes(name))
      expect(new Map(letters as [string, string][])).toEqual(new Map(expected))
    },
  )

  test.each([['-v'], ['lookup', '-v'], ['ls', '-v'], ['-vv']])('%s is answered with -V', async (...argv) => {
    const { stderr, code } = await runCli(argv)
    expect(stderr).toMatch(
      /^error: unknown option '-vv?'\nhint: did you mean -V, which prints the version, or --debug\?\n$/,
    )
    expect(code).toBe(2)
  })
})
