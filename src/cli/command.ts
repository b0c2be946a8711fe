// What a command gets from run.ts. A command is declared in commands/<name>/command.ts (tiny, loaded at start) and does
// its work in commands/<name>/run.ts (imported on use).

import type { Command } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

export interface CommandContext {
  /** Behind a pager for commands that have --no-pager. */
  io: Io
  /** Set by the action that ran; what run() returns. */
  exitCode: ExitCode
  /** The program with other words, for a command that shows what another one prints; absent where nothing runs. */
  readonly run?: (argv: readonly string[], io: Io) => Promise<ExitCode>
}

/** Adds one command to the program. */
export type Register = (program: Command, context: CommandContext) => void
