// What a command gets from program.ts. A command is declared in commands/<name>/command.ts (tiny, loaded at start) and
// does its work in commands/<name>/run.ts (loaded on use).

import type { Command } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

export interface CommandContext {
  /** Goes through a pager for commands that have --no-pager. */
  io: Io
  /** Set by the action that ran; run() returns it. */
  exitCode: ExitCode
  /**
   * Runs the program with another command line, for a command that shows another one's output; absent if nothing may
   * run.
   */
  readonly run?: (argv: readonly string[], io: Io) => Promise<ExitCode>
}

/** Adds one command to the program. */
export type Register = (program: Command, context: CommandContext) => void
