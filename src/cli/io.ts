// The seam between the program and the world. Commands get an Io and nothing else; only main.ts builds a real one.

import type { Sink } from '../output/sink.ts'
import type { TerminalDevice } from '../screen/device.ts'

export interface Io {
  /** Data. Its `write` throws ClosedPipeError when nobody reads any more. */
  readonly out: Sink
  /** For people: progress, problems, the summary. */
  readonly err: Sink
  /** Standard input, read once and only when it is a source. */
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** A pipe or a file is attached to standard input, and no terminal. */
  readonly stdinIsData: boolean
  /** Milliseconds that it may be silent when nobody asked for it by name; for tests. */
  readonly stdinWait?: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly now: () => Date
  /** Milliseconds since some moment, never set back: for how long something takes. Tests hold it still. */
  readonly clock: () => number
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Cores, for the number of decoding threads; tests say 0 and stay in-process. */
  readonly cores: number
  /** Starts a pager on the terminal by a shell command, with these variables beside the environment. */
  readonly openPager?: (command: string, variables: Readonly<Record<string, string>>) => Promise<PagerProcess>
  /** Runs a shell command with `input` on its standard input and its output on stderr; the exit status, null for a signal. */
  readonly runCommand?: (command: string, input: string, signal: AbortSignal) => Promise<number | null>
  /** The whole terminal, for a program that draws on it; absent where there is none. */
  readonly openTerminal?: () => Promise<TerminalDevice>
  /** The terminal belongs to the pager: nothing else may draw on it. */
  readonly isPaging?: () => boolean
}

export interface PagerProcess {
  /** Throws ClosedPipeError when its reader has left. */
  write(data: string | Uint8Array): Promise<void>
  /** There is no more; resolves when its reader has left. */
  end(): Promise<void>
}

/** The reader of a pipe went away (`… | head`): a quiet end, not an error. */
export class ClosedPipeError extends Error {
  override name = 'ClosedPipeError'
}
