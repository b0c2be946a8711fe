// Runs other commands for a view or an event, as in a shell but with captured output: `report` writes a page, `trace` prints.

import type { CommandContext } from '../../cli/command.ts'
import { EXIT, type ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import type { Filter } from '../../filter/clause.ts'
import { shellLine } from '../../format/shell.ts'
import type { Sink } from '../../output/sink.ts'
import { sourceWords, viewWords } from './command-line.ts'
import type { BrowseFlags } from './flags.ts'

export interface OtherCommandsOptions {
  readonly sources: readonly string[]
  readonly flags: BrowseFlags
  readonly io: Io
  readonly program: CommandContext['run']
}

export interface Printed {
  /** The command as typed in a shell. */
  readonly command: string
  readonly text: string
  readonly exitCode: ExitCode
}

export class OtherCommands {
  private readonly options: OtherCommandsOptions

  constructor(options: OtherCommandsOptions) {
    this.options = options
  }

  /** Writes the report of this view. */
  report(path: string, chips: readonly Filter[]): Promise<Printed> {
    const { sources, flags } = this.options
    const words = ['report', ...viewWords(sources, flags, chips), '--output-file', path]
    return this.run(words, [...words, '-q', '--color', 'never'], Number.POSITIVE_INFINITY)
  }

  /** Returns the output of `trace` for the event with this ID, at this width in columns. */
  trace(id: string, columns: number): Promise<Printed> {
    const { sources, flags } = this.options
    const words = ['trace', id, ...sources, ...sourceWords(flags)]
    return this.run(words, [...words, '--color', 'never', '--no-pager', '-q', '-o', 'table'], columns)
  }

  private async run(shown: readonly string[], argv: readonly string[], columns: number): Promise<Printed> {
    const { io, program } = this.options
    if (program === undefined) throw new TypeError('nothing runs other commands here')
    const printed: string[] = []
    const sink: Sink = {
      isTty: Number.isFinite(columns),
      columns,
      write: async (data) =>
        void printed.push(typeof data === 'string' ? data : Buffer.from(data).toString()),
    }
    const exitCode = await program(argv, { ...io, out: sink, err: { ...sink, isTty: false } })
    return {
      command: shellLine(['trail-explore', ...shown]),
      text: printed.join('').trimEnd(),
      exitCode: exitCode ?? EXIT.ok,
    }
  }
}
