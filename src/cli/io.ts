// Everything a command may use of the outside world. Commands get an Io and nothing else; only main.ts builds a real
// one.

import type { Sink } from '../output/sink.ts'
import type { OutputFile } from './output-file.ts'
import type { TerminalDevice } from '../screen/device.ts'

export interface Io {
  /** Data. Its `write` throws ClosedPipeError if the reader has gone away. */
  readonly out: Sink
  /** Set if `out` is a regular file. */
  readonly outFile?: OutputFile | undefined
  /** For people: progress, problems, the summary. */
  readonly err: Sink
  /** Standard input, read once and only if it is a source. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** Standard input is a pipe or a file, not a terminal. */
  readonly stdinIsData: boolean
  /** How many milliseconds standard input may stay silent if it was not named as a source; for tests. */
  readonly stdinWait?: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: () => Date
  /** Monotonic time in milliseconds, for measuring durations. Tests freeze it. */
  readonly clock: () => number
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Number of cores, which determines the number of decoding threads; tests pass 0 to stay in-process. */
  readonly cores: number
  /** Starts a pager on the terminal by a shell command, with `variables` added to the environment. */
  readonly openPager?: (command: string, variables: Readonly<Record<string, string>>) => Promise<PagerProcess>
  /**
   * Runs a shell command with `input` on its standard input, its output on stderr, and `variables` added to the
   * environment. Resolves to the exit status, null for a signal.
   */
  readonly runCommand?: (
    command: string,
    input: string,
    signal: AbortSignal,
    variables: Readonly<Record<string, string>>,
  ) => Promise<number | null>
  /** The whole terminal, for a command that draws on it; absent if there is no terminal. */
  readonly openTerminal?: () => Promise<TerminalDevice>
  /** True while the pager owns the terminal, so that nothing else may draw on it. */
  readonly isPaging?: () => boolean
}

export interface PagerProcess {
  /** Throws ClosedPipeError if the reader has quit. */
  write(data: string | Uint8Array): Promise<void>
  /** Ends the data; resolves when the reader has quit. */
  end(): Promise<void>
}

/** The reader of a pipe has gone away (`… | head`). This ends the run quietly and is not an error. */
export class ClosedPipeError extends Error {
  override name = 'ClosedPipeError'
}
