// AWS as imitated by moto, if it is installed (`pip install 'moto[server]'`): trails, buckets and identities. Every
// test file that uses it starts its own.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** For `skipIf`, and for the names of skipped tests. */
export const HAS_MOTO = isInstalled('moto_server')
export const MOTO = HAS_MOTO ? 'on moto' : "skipped: moto is not installed (pip install 'moto[server]')"

export interface Moto {
  readonly endpoint: string
  /** Environment with which the program connects to it. */
  readonly env: Readonly<Record<string, string>>
  /** Deletes everything. */
  reset(): Promise<void>
  stop(): Promise<void>
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort()
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const endpoint = `http://127.0.0.1:${port}`
  const started = Date.now()
  for (;;) {
    const isUp = await fetch(`${endpoint}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) break
    if (child.exitCode !== null || Date.now() - started > 100_000)
      throw new Error('moto_server does not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    endpoint,
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: endpoint,
    },
    async reset() {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' })
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

export function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // moto_server has no --version option and says so.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as { status?: number }).status === 2
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
