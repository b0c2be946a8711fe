// A real browser for HTML pages that the program writes: headless Chromium, controlled through a pipe. Tests that need
// it say so when they skip.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** The command that starts Chromium; undefined if it is not installed. */
export const CHROMIUM: string | undefined = NAMES.find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
)

export interface BrowserPage {
  /** Evaluates an expression in the page until it is not undefined. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  /** Reports of the browser since the page was opened: policy violations, errors. */
  readonly reports: readonly string[]
  /** Addresses that the page requested, other than itself. */
  readonly requests: readonly string[]
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: any
  readonly result?: any
  readonly error?: { readonly message: string }
}

/** Opens a file and calls `use` when it has loaded. */
export async function withPage<T>(path: string, use: (page: BrowserPage) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'trail-explore-chromium-'))
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe']
  const child = spawn(CHROMIUM!, [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that its processes can be ended together.
    detached: true,
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const [, , , input, output] = child.stdio as unknown as [
    null,
    null,
    null,
    NodeJS.WritableStream,
    NodeJS.ReadableStream,
  ]
  const waiting = new Map<number, (message: Message) => void>()
  const listeners: ((message: Message) => void)[] = []
  let rest = ''
  output.on('data', (data: Buffer) => {
    const parts = (rest + data.toString()).split('\0')
    rest = parts.pop()!
    for (const part of parts) {
      const message = JSON.parse(part) as Message
      if (message.id === undefined) for (const listen of listeners) listen(message)
      else waiting.get(message.id)?.(message)
    }
  })
  let last = 0
  const send = async (method: string, params: object, sessionId?: string): Promise<any> => {
    const id = ++last
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve))
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    const { result, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  try {
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
    const reports: string[] = []
    const requests: string[] = []
    const url = `file://${path}`
    const loaded = new Promise<void>((resolve) => {
      listeners.push(({ method, params }) => {
        if (method === 'Page.loadEventFired') resolve()
        if (method === 'Log.entryAdded') reports.push(params.entry.text)
        if (method === 'Runtime.exceptionThrown') reports.push(params.exceptionDetails.text)
        if (method === 'Page.javascriptDialogOpening') reports.push(`dialog: ${params.message}`)
        if (method === 'Network.requestWillBeSent' && params.request.url !== url)
          requests.push(params.request.url)
      })
    })
    for (const domain of ['Page', 'Log', 'Runtime', 'Network']) await send(`${domain}.enable`, {}, sessionId)
    await send('Page.navigate', { url }, sessionId)
    await loaded
    const evaluate = async <V>(expression: string): Promise<V> => {
      for (;;) {
        const { result, exceptionDetails } = await send(
          'Runtime.evaluate',
          { expression, returnByValue: true, awaitPromise: true },
          sessionId,
        )
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        if (result.value !== undefined) return result.value as V
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    return await use({ evaluate, reports, requests })
  } finally {
    await send('Browser.close', {}).catch(() => {})
    endGroup(child.pid)
    await closed
    // What was being written when it ended may still appear.
    rmSync(profile, { recursive: true, force: true, maxRetries: 60, retryDelay: 20 })
  }
}

// Chromium's processes outlive the first one for a while, and go on writing to the profile.
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}
