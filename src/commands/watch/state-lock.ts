// One process at a time per state file, or two would print the same events: cron starts the next run whether or not the
// last one has ended. The lock is an address that only one process can listen on, and that the system releases when the
// process ends, however it ends.

import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../util/usage-error.ts'
import { hash } from './journal.ts'

/** Returns a function that releases the lock. Throws UsageError if another process has it. */
export async function lockState(typed: string, cwd: string): Promise<() => void> {
  const path = resolve(cwd, typed)
  const address = addressOf(hash(join(realFolder(dirname(path)), basename(path))))
  const server = (await listen(address)) ?? (await listenAgain(address))
  if (server === undefined) {
    throw new UsageError(
      `--state '${typed}' is in use by another watch`,
      'wait until it has ended, or use one state file for each',
    )
  }
  server.unref()
  return () => void server.close()
}

function addressOf(name: string): string {
  // A name that begins with NUL is in no file system.
  if (platform() === 'linux') return `\0trail-explore-${name}`
  if (platform() === 'win32') return `\\\\.\\pipe\\trail-explore-${name}`
  return join(tmpdir(), `trail-explore-${name}.sock`)
}

/** Undefined if another process listens there. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolveListen, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolveListen(undefined)
      else reject(error)
    })
    server.listen(address, () => resolveListen(server))
  })
}

/** A socket that is a file outlives a process that was killed; then nobody answers. */
async function listenAgain(address: string): Promise<Server | undefined> {
  if (address.startsWith('\0') || address.startsWith('\\\\')) return undefined
  const isAnswered = await new Promise<boolean>((resolveConnect) => {
    const socket = connect(address)
    socket.once('connect', () => resolveConnect(true))
    socket.once('error', () => resolveConnect(false))
    socket.once('connect', () => socket.destroy())
  })
  if (isAnswered) return undefined
  rmSync(address, { force: true })
  return listen(address)
}

function realFolder(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path // opening the state file reports it
  }
}
