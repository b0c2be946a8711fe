// Connects the program to the process: streams, signals, exit code. No other module in src/ uses `process`.

import { setMaxListeners } from 'node:events'
import { fstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Writable } from 'node:stream'
import { EXIT } from './cli/exit-codes.ts'
import { ClosedPipeError, type Io, type PagerProcess } from './cli/io.ts'
import { outputFile } from './cli/output-file.ts'
import { run } from './program.ts'
import { milliseconds } from './util/milliseconds.ts'
import { removeUnfinished, watchUnfinished } from './util/unfinished.ts'
import type { Sink } from './output/sink.ts'

const interrupt = new AbortController()
// Every request of a run may listen to it; Node would warn about a leak from eleven listeners on.
setMaxListeners(0, interrupt.signal)
// The first Ctrl-C ends the run in an orderly way, a second one at once, except while a pager is open, which would lose
// its terminal.
let isPaging = false
// Removes temporary files before the process ends, as by `timeout` or a closed terminal. Without such files nothing
// listens, so that these signals end the process at once, whatever it is doing.
watchUnfinished((isAny) => {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    if (isAny) process.once(signal, endBy)
    else process.off(signal, endBy)
  }
})
function endBy(signal: NodeJS.Signals): void {
  removeUnfinished()
  process.kill(process.pid, signal)
}
process.on('SIGINT', () => {
  if (interrupt.signal.aborted && !isPaging) {
    removeUnfinished()
    process.exit(130)
  }
  interrupt.abort()
})

// At its first mention Node opens it, which takes 1 ms.
let isStdinOpen = false

const io: Io = {
  out: sink(process.stdout),
  outFile: outputFile(1),
  err: sink(process.stderr),
  stdin: () => (kindOf(0) === 'folder' ? folder() : openStdin()),
  stdinIsData: kindOf(0) === 'data',
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  clock: milliseconds,
  signal: interrupt.signal,
  cores: availableParallelism(),
  openPager,
  runCommand,
  async openTerminal() {
    isStdinOpen = true
    return (await import('./screen/device.ts')).openDevice(process)
  },
}

function openStdin(): NodeJS.ReadStream {
  isStdinOpen = true
  return process.stdin
}

// If nothing is left that could finish the run, Node would exit silently with code 0.
process.exitCode = EXIT.unread
let hasEnded = false
process.once('exit', () => {
  if (!hasEnded && process.exitCode === EXIT.unread)
    process.stderr.write('error: the run ended early; the output is incomplete\n')
})
// Not awaited, because the bundle that bin/ runs is not an ES module.
void run(process.argv.slice(2), io).then((exitCode) => {
  hasEnded = true
  process.exitCode = exitCode
  // An unread rest of standard input must not keep the process alive; unwritten output must.
  if (isStdinOpen && process.stdin.readableFlowing !== null) process.stdin.destroy()
  // When nothing is left to do or to write: without this, Node would take V8's heap apart first, which takes 2 ms.
  process.once('exit', () => process.exit())
})

async function openPager(
  command: string,
  variables: Readonly<Record<string, string>>,
): Promise<PagerProcess> {
  const { spawn } = await import('node:child_process')
  const env = { ...process.env, ...variables }
  const child = spawn(command, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env })
  isPaging = true
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  const stdin = sink(child.stdin)
  return {
    write: (data) => stdin.write(data),
    async end() {
      child.stdin.end()
      await closed
      isPaging = false
    },
  }
}

async function runCommand(
  command: string,
  input: string,
  signal: AbortSignal,
  variables: Readonly<Record<string, string>>,
): Promise<number | null> {
  const { spawn } = await import('node:child_process')
  // The command's output is for people, because stdout carries data.
  const env = { ...process.env, ...variables }
  const child = spawn(command, { shell: true, stdio: ['pipe', process.stderr, 'inherit'], signal, env })
  child.stdin.on('error', () => {}) // the command need not read its input
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

// Data is a pipe, a file or a socket; not a terminal, /dev/null or a closed descriptor.
function kindOf(descriptor: number): 'data' | 'folder' | undefined {
  try {
    const stat = fstatSync(descriptor)
    if (stat.isDirectory()) return 'folder'
    return stat.isFIFO() || stat.isFile() || stat.isSocket() ? 'data' : undefined
  } catch {
    return undefined
  }
}

// Node reads nothing from a folder, and reports no error.
// oxlint-disable-next-line require-yield
async function* folder(): AsyncGenerator<Uint8Array> {
  throw Object.assign(new Error('standard input is a folder'), { code: 'EISDIR' })
}

function sink(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Sink {
  let closed: Error | undefined
  stream.on('error', (error: Error) => {
    closed = error
  })
  return {
    isTty: stream.isTTY === true,
    get columns() {
      // Output to a pipe has no width, and a terminal that does not know its own says 0.
      return stream.columns || Number.POSITIVE_INFINITY
    },
    write(data) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(closing(closed))
        stream.write(data, (error) => (error ? reject(closing(error)) : resolve()))
      })
    },
  }
}

function closing(error: Error): Error {
  const gone = ['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  )
  return gone ? new ClosedPipeError() : error
}
