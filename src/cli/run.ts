// run(argv, io): never throws, never exits; every end becomes an exit code.

import { Command, CommanderError, Help } from 'commander'
import { registerLookup } from '../commands/lookup/command.ts'
import { registerVerify } from '../commands/verify/command.ts'
import type { CommandContext, Register } from './command.ts'
import { describeError } from './describe-error.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { ClosedPipeError, type Io } from './io.ts'
import { VERSION } from './version.ts'

const COMMANDS: readonly Register[] = [registerLookup, registerVerify]

/** `argv` without the program's own name. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context: CommandContext = { io, exitCode: EXIT.ok }
  const printed: { readonly to: 'out' | 'err'; readonly text: string }[] = []
  const program = createProgram(context, (to, text) => printed.push({ to, text }))
  try {
    try {
      await program.parseAsync(argv, { from: 'user' })
      return context.exitCode
    } finally {
      for (const { to, text } of printed) await io[to].write(text)
    }
  } catch (error) {
    if (error instanceof ClosedPipeError) return EXIT.ok
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok
    return fail(error, argv, io)
  }
}

/** The whole command line, also for the tests that hold the documentation to it. */
export function createProgram(
  context: CommandContext,
  print: (to: 'out' | 'err', text: string) => void,
): Command {
  const program = new Command('trail-explore')
    .description(
      'Explore AWS CloudTrail log files, on disk or in S3, the way the Event history page shows them.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: false })
    .usage('<command> [source…] [options]')
    .addHelpText(
      'after',
      `
Examples:
  trail-explore lookup                              the samples that come with the program
  trail-explore lookup s3://my-bucket --last 2h     changes of the last two hours, all accounts and Regions
  trail-explore lookup logs --event-name ConsoleLogin --errors

\`trail-explore <command> --help\` explains a command.`,
    )
  for (const register of COMMANDS) register(program, context)
  for (const command of [program, ...program.commands]) {
    command.exitOverride()
    command.configureOutput({
      writeOut: (text) => print('out', text),
      writeErr: (text) => print('err', text),
      // Errors are told once, in our own form, where they are caught.
      outputError: () => {},
      getOutHelpWidth: () => (context.io.out.isTty ? Math.min(context.io.out.columns, 110) : 100),
      getErrHelpWidth: () => (context.io.err.isTty ? Math.min(context.io.err.columns, 110) : 100),
    })
  }
  program.action(() => {
    print('out', program.createHelp().formatHelp(program, new Help()))
  })
  return program
}

async function fail(error: unknown, argv: readonly string[], io: Io): Promise<ExitCode> {
  if (io.signal.aborted) return EXIT.interrupted
  const { lines, exitCode } = describeError(error, argv.includes('--debug'))
  await io.err.write(`${lines.join('\n')}\n`).catch(() => {})
  return exitCode
}
