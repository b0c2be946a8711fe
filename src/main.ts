// The real world: streams, signals, exit code. Nothing else in src/ touches `process`.

import { setMaxListeners } from 'node:events'
import { fstatSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Writable } from 'node:stream'
import { EXIT } from './cli/exit-codes.ts'
import { ClosedPipeError, type Io, type PagerProcess } from './cli/io.ts'
import { run } from './program.ts'
import type { Sink } from './output/sink.ts'

const interrupt = new AbortController()
// Every request of a run may listen to it; Node would warn of a leak from eleven on.
setMaxListeners(0, interrupt.signal)
// The first Ctrl-C ends the run in good order, a second one at once; but a pager would be left alone with the terminal.
let isPaging = false
process.on('SIGINT', () => {
  if (interrupt.signal.aborted && !isPaging) process.exit(130)
  interrupt.abort()
})

const io: Io = {
  out: sink(process.stdout),
  err: sink(process.stderr),
  stdin: () => process.stdin,
  stdinIsData: isData(0),
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  clock: () => performance.now(),
  signal: interrupt.signal,
  cores: availableParallelism(),
  openPager,
  runCommand,
  openTerminal: async () => (await import('./screen/device.ts')).openDevice(process),
}

// Should nothing be left that could bring the run to its end, Node would leave without a word.
process.exitCode = EXIT.unread
let hasEnded = false
process.once('exit', () => {
  if (!hasEnded && process.exitCode === EXIT.unread)
    process.stderr.write('error: the run ended early; the output is incomplete\n')
})
// Not awaited here: what bin/ runs is no module.
void run(process.argv.slice(2), io).then((exitCode) => {
  hasEnded = true
  process.exitCode = exitCode
  // An unread rest of standard input must not keep the process alive; unread output must.
  if (process.stdin.readableFlowing !== null) process.stdin.destroy()
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

async function runCommand(command: string, input: string, signal: AbortSignal): Promise<number | null> {
  const { spawn } = await import('node:child_process')
  // Its output is for people: stdout carries data.
  const child = spawn(command, { shell: true, stdio: ['pipe', process.stderr, 'inherit'], signal })
  child.stdin.on('error', () => {}) // it need not read what it is given
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

// Neither a terminal nor /dev/null, nor closed.
function isData(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor)
    return stat.isFIFO() || stat.isFile() || stat.isSocket()
  } catch {
    return false
  }
}

function sink(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Sink {
  let closed: Error | undefined
  stream.on('error', (error: Error) => {
    closed = error
  })
  return {
    isTty: stream.isTTY === true,
    get columns() {
      return stream.columns ?? Number.POSITIVE_INFINITY // nothing has to fit a pipe
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
