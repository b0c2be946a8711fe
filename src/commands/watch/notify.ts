// --exec and --webhook: one JSON object for each event or finding. What a log says goes in as data and never as words of a
// command. Calls are made one after the other, no more than so many a minute; what is beyond is counted, never queued for ever.

import type { Io } from '../../cli/io.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface NotifyOptions {
  readonly exec?: string | undefined
  readonly webhook?: string | undefined
  /** Calls a minute. */
  readonly maxCalls: number
}

const MINUTE = 60_000
/** Longest wait for a command or an answer, in milliseconds. */
const PATIENCE = 30_000

export class Notifier {
  /** Beyond --max-calls, and those that failed. */
  dropped = 0
  failed = 0
  /** Why the last one failed. */
  failure: string | undefined
  private readonly options: NotifyOptions
  private readonly io: Io
  private readonly calls: number[] = []

  /** Throws UsageError for what is no URL. */
  constructor(options: NotifyOptions, io: Io) {
    this.options = options
    this.io = io
    if (options.webhook !== undefined) checkUrl(options.webhook)
  }

  /** `object` is JSON on one line. */
  async tell(object: string): Promise<void> {
    const { exec, webhook, maxCalls } = this.options
    if (exec === undefined && webhook === undefined) return
    const now = this.io.clock()
    while (this.calls.length > 0 && this.calls[0]! <= now - MINUTE) this.calls.shift()
    if (this.calls.length >= maxCalls) {
      this.dropped++
      return
    }
    this.calls.push(now)
    if (exec !== undefined) await this.attempt(() => this.run(exec, object))
    if (webhook !== undefined) await this.attempt(() => post(webhook, object, this.deadline()))
  }

  private async attempt(call: () => Promise<void>): Promise<void> {
    try {
      await call()
    } catch (error) {
      if (this.io.signal.aborted) throw error
      this.failed++
      this.failure = error instanceof Error ? error.message : String(error)
    }
  }

  private async run(command: string, input: string): Promise<void> {
    const status = await this.io.runCommand?.(command, `${input}\n`, this.deadline())
    if (status !== 0) throw new Error(`--exec ended with ${status ?? 'a signal'}`)
  }

  private deadline(): AbortSignal {
    return AbortSignal.any([this.io.signal, AbortSignal.timeout(PATIENCE)])
  }
}

function checkUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) return
  throw new UsageError(
    `--webhook '${text}' is not a URL of http or https`,
    'give a whole one, such as https://hooks.example.com/trail',
  )
}

async function post(url: string, body: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    redirect: 'error',
    signal,
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`--webhook answered ${response.status}`)
}
