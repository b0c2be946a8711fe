// --exec and --webhook: one JSON object for each event or finding, and an ID that stays the same if a call is repeated. Text
// from a log is passed as data, never as part of a command. Calls run one after the other, up to a limit per minute; further
// ones are counted and not queued.

import type { Io } from '../../cli/io.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { Call } from './state-file.ts'

export interface NotifyOptions {
  readonly exec?: string | undefined
  readonly webhook?: string | undefined
  /** Maximum number of calls per minute. */
  readonly maxCalls: number
}

const MINUTE = 60_000
/** Timeout of a command or a request, in milliseconds. */
const TIMEOUT = 30_000

export class Notifier {
  /** Calls over --max-calls, and failed calls. */
  dropped = 0
  failed = 0
  /** Error message of the last failed call. */
  failure: string | undefined
  private readonly options: NotifyOptions
  private readonly io: Io
  private readonly calls: number[] = []

  /** Throws UsageError for an invalid --webhook URL. */
  constructor(options: NotifyOptions, io: Io) {
    this.options = options
    this.io = io
    if (options.webhook !== undefined) checkUrl(options.webhook)
  }

  get isUsed(): boolean {
    return this.options.exec !== undefined || this.options.webhook !== undefined
  }

  /** `object` is JSON on one line. */
  async tell({ id, object }: Call): Promise<void> {
    const { exec, webhook, maxCalls } = this.options
    if (exec === undefined && webhook === undefined) return
    const now = this.io.clock()
    while (this.calls.length > 0 && this.calls[0]! <= now - MINUTE) this.calls.shift()
    if (this.calls.length >= maxCalls) {
      this.dropped++
      return
    }
    this.calls.push(now)
    if (exec !== undefined) await this.attempt(() => this.run(exec, object, id))
    if (webhook !== undefined) await this.attempt(() => post(webhook, object, id, this.deadline()))
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

  private async run(command: string, input: string, id: string): Promise<void> {
    const status = await this.io.runCommand?.(command, `${input}\n`, this.deadline(), {
      TRAIL_EXPLORE_ID: id,
    })
    if (status !== 0) throw new Error(`--exec ended with ${status ?? 'a signal'}`)
  }

  private deadline(): AbortSignal {
    return AbortSignal.any([this.io.signal, AbortSignal.timeout(TIMEOUT)])
  }
}

function checkUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) return
  throw new UsageError(
    `--webhook '${text}' is not an http or https URL`,
    'give a complete URL, such as https://hooks.example.com/trail',
  )
}

async function post(url: string, body: string, id: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body,
    redirect: 'error',
    signal,
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`--webhook answered ${response.status}`)
}
