// run(argv, io): never throws and never exits; every outcome becomes an exit code.

import { Command, CommanderError } from 'commander'
import { registerAthena } from './commands/athena/command.ts'
import { registerBrowse } from './commands/browse/command.ts'
import { registerCat } from './commands/cat/command.ts'
import { registerCompare } from './commands/compare/command.ts'
import { registerCompletion } from './commands/completion/command.ts'
import { registerDenied } from './commands/denied/command.ts'
import { registerDetect } from './commands/detect/command.ts'
import { registerDownload } from './commands/download/command.ts'
import { registerExport } from './commands/export/command.ts'
import { registerHelp } from './commands/help/command.ts'
import { registerIndex } from './commands/index/command.ts'
import { registerInsights } from './commands/insights/command.ts'
import { registerLookup } from './commands/lookup/command.ts'
import { registerLs } from './commands/ls/command.ts'
import { registerNew } from './commands/new/command.ts'
import { registerPolicy } from './commands/policy/command.ts'
import { registerReport } from './commands/report/command.ts'
import { registerShow } from './commands/show/command.ts'
import { registerSql } from './commands/sql/command.ts'
import { registerSummary } from './commands/summary/command.ts'
import { registerTrails } from './commands/trails/command.ts'
import { registerTrace } from './commands/trace/command.ts'
import { registerVerify } from './commands/verify/command.ts'
import { registerWatch } from './commands/watch/command.ts'
import { COLOR_CHOICES, type ColorChoice, colorFor } from './cli/color.ts'
import type { CommandContext, Register } from './cli/command.ts'
import { describeError } from './cli/messages/describe-error.ts'
import { EXIT, type ExitCode } from './cli/exit-codes.ts'
import { boldHeadings, fitExamples, HELP, helpWidth, shortHelp, takeExamples } from './cli/help.ts'
import { ClosedPipeError, type Io } from './cli/io.ts'
import { say } from './cli/messages/print.ts'
import { acceptOutputNames } from './cli/options/output-names.ts'
import type { Paged } from './cli/pager.ts'
import { VERSION } from './cli/version.ts'

/** Commands by topic, in the order in which help lists them. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, Register>>>> = {
  'Look at events:': {
    lookup: registerLookup,
    browse: registerBrowse,
    show: registerShow,
    summary: registerSummary,
    ls: registerLs,
    cat: registerCat,
  },
  'Investigate:': {
    trace: registerTrace,
    new: registerNew,
    compare: registerCompare,
    denied: registerDenied,
    policy: registerPolicy,
    detect: registerDetect,
    insights: registerInsights,
    watch: registerWatch,
  },
  'Keep and prove:': {
    report: registerReport,
    trails: registerTrails,
    download: registerDownload,
    verify: registerVerify,
    index: registerIndex,
  },
  'Scale:': { sql: registerSql, export: registerExport, athena: registerAthena },
  'Help:': { completion: registerCompletion, help: registerHelp }, // last, because it needs the others
}
const COMMANDS: ReadonlyMap<string, Register> = new Map(
  Object.entries(GROUPS).flatMap(([heading, group]) =>
    Object.entries(group).map(([name, register]): [string, Register] => [
      name,
      (program, context) => {
        register(program, context)
        program.commands.at(-1)?.helpGroup(heading)
      },
    ]),
  ),
)

/** Runs the program. `argv` does not include the program's name. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context: CommandContext = { io, exitCode: EXIT.ok, run }
  const printed: { readonly to: 'out' | 'err'; readonly text: string }[] = []
  const isShort = argv.includes('-h') && !argv.includes('--help')
  const program = createProgram(context, (to, text) => printed.push({ to, text }), argv[0], isShort)
  const paged = await pagedBy(io, argv)
  program.hook('preAction', (_program, command) => {
    if (command.opts()['pager'] === true) context.io = paged.io
  })
  try {
    try {
      await program.parseAsync(argv.length === 0 ? ['--help'] : asOurs(argv), { from: 'user' })
      return context.exitCode
    } finally {
      for (const { to, text } of printed) {
        const color = await colorFor(io[to], io.env, colorChoice(argv))
        await paged.io[to].write(boldHeadings(fitExamples(text, helpWidth(io[to])), color.bold))
      }
    }
  } catch (error) {
    if (error instanceof ClosedPipeError) return EXIT.ok
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok
    return await fail(error, argv, program, paged.io)
  } finally {
    await paged.close()
  }
}

// Without a terminal there is no pager.
async function pagedBy(io: Io, argv: readonly string[]): Promise<Paged> {
  if (!io.out.isTty || io.openPager === undefined) return { io, close: async () => {} }
  const { withPager } = await import('./cli/pager.ts')
  return withPager(io, !argv.includes('--no-pager'))
}

/**
 * Declares the commands that `first`, the first word typed, needs; without it all of them, to test the documentation.
 */
export function createProgram(
  context: CommandContext,
  print: (to: 'out' | 'err', text: string) => void,
  first = '',
  isShort = false,
): Command {
  const program = new Command('trail-explore')
    .description(
      'Explore AWS CloudTrail log files, on disk or in S3, the way the Event history page shows them.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help; -h prints a short version')
    .helpCommand(false)
    .configureHelp(HELP)
    .usage('<command> [source…] [options]')
    .addHelpText(
      'after',
      `
Examples:
  trail-explore lookup                              the samples that come with the program
  trail-explore lookup s3://my-bucket --last 2h     changes of the last two hours, all accounts and Regions
  trail-explore lookup logs --event-name ConsoleLogin --errors

\`trail-explore <command> --help\` explains a command, \`trail-explore help filters\` how to select events.`,
    )
  for (const register of needed(first)) register(program, context)
  for (const command of [program, ...program.commands]) {
    command.exitOverride()
    acceptOutputNames(command)
    // -h of the program itself is short already.
    if (isShort && command !== program) {
      const examples = takeExamples(command)
      command.configureHelp({ ...HELP, formatHelp: (shown, helper) => shortHelp(shown, helper, examples) })
    }
    command.configureOutput({
      writeOut: (text) => print('out', text),
      writeErr: (text) => print('err', text),
      // Errors are printed once, in our own format, where they are caught.
      outputError: () => {},
      getOutHelpWidth: () => helpWidth(context.io.out),
      getErrHelpWidth: () => helpWidth(context.io.err),
    })
  }
  return program
}

// Declaring all commands takes 5 ms (2026-11, Node 20), and only help, completion and errors need all of them.
function needed(first: string): Iterable<Register> {
  if (first === '--version' || first === '-V') return []
  const named = first === 'completion' || first === 'help' ? undefined : COMMANDS.get(first)
  return named ? [named] : COMMANDS.values()
}

// Rewrites two AWS CLI spellings that our option parser would misread: `--request-payer` with its only value (an
// optional value would swallow the source that follows), and `--lookup-attributes` with several words (which would
// become sources).
function asOurs(argv: readonly string[]): string[] {
  return argv.flatMap((word, i) => {
    if (word === 'requester' && argv[i - 1] === '--request-payer') return []
    const isMore = /^Attribute(?:Key|Value)=/.test(word) && /^Attribute(?:Key|Value)=/.test(argv[i - 1] ?? '')
    return isMore ? ['--lookup-attributes', word] : [word]
  })
}

async function fail(error: unknown, argv: readonly string[], program: Command, io: Io): Promise<ExitCode> {
  if (io.signal.aborted) return EXIT.interrupted
  const command = program.commands.find(
    (known) => known.name() === argv.find((word) => !word.startsWith('-')),
  )
  const help = ['trail-explore', ...(command ? [command.name()] : []), '--help'].join(' ')
  const { lines, exitCode } = describeError(
    error,
    argv.includes('--debug'),
    help,
    command?.options.flatMap(({ long }) => long ?? []),
  )
  await say(io, lines, colorChoice(argv)).catch(() => {})
  return exitCode
}

// Read from the words themselves, because parsing may have failed.
function colorChoice(argv: readonly string[]): ColorChoice {
  const typed = argv.flatMap((word, i) =>
    word === '--color' ? [argv[i + 1]] : word.startsWith('--color=') ? [word.slice(8)] : [],
  )
  return COLOR_CHOICES.find((choice) => choice === typed.at(-1)) ?? 'auto'
}
