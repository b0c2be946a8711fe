// Runs the command line in-process: run(argv, io) with an Io that records. The machine's environment is not passed on.

import { setMaxListeners } from 'node:events'
import { appendFileSync, closeSync, openSync } from 'node:fs'
import { ROOT } from './root.ts'
import type { Io } from '../../src/cli/io.ts'
import { outputFile } from '../../src/cli/output-file.ts'
import { run } from '../../src/program.ts'
import { type MemorySink, memorySink } from './memory-sink.ts'

export interface CliOptions {
  /** Whether both outputs are terminals, or which of them. Default: none. */
  readonly tty?: boolean | 'out' | 'err'
  /** Width of the terminal. */
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  /** Any time that Date parses. */
  readonly now?: string
  /** Default: a stopped clock, so that nothing takes long enough for a progress line. */
  readonly clock?: () => number
  /** Default: the repository. */
  readonly cwd?: string
  readonly stdin?: string | Uint8Array
  readonly signal?: AbortSignal
  readonly runCommand?: Io['runCommand']
  /** A file to which standard output is appended, as by `>>`; the write that would exceed `room` bytes fails there. */
  readonly outFile?: { readonly path: string; readonly room?: number }
  /** Returns the device of a full-screen command. */
  readonly openTerminal?: NonNullable<Io['openTerminal']>
}

export interface CliResult {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

/** `argv` without the program's name. Decodes in-process, because worker threads cannot load TypeScript on Node 20. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { tty = false, columns = 100, env = {}, now = '2024-08-19T00:00:00Z', cwd = ROOT } = options
  const out = sinkOf(tty === true || tty === 'out', columns)
  const err = sinkOf(tty === true || tty === 'err', columns)
  // As in main.ts, because every request listens to it.
  const signal = options.signal ?? new AbortController().signal
  setMaxListeners(0, signal)
  const io: Io = {
    out,
    err,
    stdin: async function* () {
      if (options.stdin !== undefined) yield Buffer.from(options.stdin)
    },
    stdinIsData: options.stdin !== undefined,
    // Nobody can make a folder there, root neither, so no index is kept from one test to another.
    env: { HOME: '/dev/null/nowhere', TZ: 'UTC', TERM: 'xterm', AWS_EC2_METADATA_DISABLED: 'true', ...env },
    cwd,
    now: () => new Date(now),
    clock: options.clock ?? (() => 0),
    signal,
    cores: 0,
    ...(options.runCommand && { runCommand: options.runCommand }),
    ...(options.openTerminal !== undefined && { openTerminal: options.openTerminal }),
  }
  const file = options.outFile && appendingTo(options.outFile)
  const code = await run(argv, { ...io, ...file?.io })
  file?.close()
  return { stdout: out.text(), stderr: err.text(), code }
}

// As in main.ts: output to a pipe has no width.
function sinkOf(isTty: boolean, columns: number): MemorySink {
  return memorySink({ isTty, columns: isTty ? columns : Number.POSITIVE_INFINITY })
}

function appendingTo({ path, room = Number.POSITIVE_INFINITY }: NonNullable<CliOptions['outFile']>) {
  const descriptor = openSync(path, 'a')
  let left = room
  const write = async (data: string | Uint8Array): Promise<void> => {
    const bytes = Buffer.from(data)
    appendFileSync(descriptor, bytes.subarray(0, left))
    left -= bytes.length
    if (left < 0) throw new Error('no space left')
  }
  return {
    io: {
      out: { isTty: false, columns: Number.POSITIVE_INFINITY, write },
      outFile: outputFile(descriptor),
    },
    close: () => closeSync(descriptor),
  }
}
