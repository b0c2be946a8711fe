// A fake terminal: records what its lines show, and types keys. Understands the sequences that screen/painter.ts
// writes.

import type { DeviceListener, TerminalDevice } from '../../src/screen/device.ts'
import { type CliOptions, type CliResult, runCli } from './run-cli.ts'

class FakeTerminal implements TerminalDevice {
  columns: number
  rows: number
  readonly isReady = true
  /** Everything that was written. */
  written = ''
  isRaw = false
  stops = 0
  private lines: string[] = []
  private listener: DeviceListener | undefined

  constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
  }

  write(text: string): void {
    this.written += text
    if (text.includes('\u001b[2J')) this.lines = []
    for (const [, row, line] of text.matchAll(/\u001b\[(\d+);1H((?:[^\u001b]|\u001b\[[\d;]*m)*)/g))
      this.lines[Number(row) - 1] = line!
  }

  setRaw(isRaw: boolean): void {
    this.isRaw = isRaw
  }

  stop(): void {
    this.stops++
  }

  listen(listener: DeviceListener): void {
    this.listener = listener
  }

  close(): void {
    this.listener = undefined
  }

  /** Simulates keyboard input. */
  type(keys: string): void {
    this.listener?.onInput(Buffer.from(keys))
  }

  resize(columns: number, rows: number): void {
    this.columns = columns
    this.rows = rows
    this.listener?.onResize()
  }

  get on(): DeviceListener | undefined {
    return this.listener
  }

  /** The screen with colours. */
  get painted(): string {
    return Array.from({ length: this.rows }, (_, row) => this.lines[row] ?? '').join('\n')
  }

  get text(): string {
    return this.painted
      .replace(/\u001b\[[\d;]*m/g, '')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
  }
}

/** Less than a test's time limit, so that a failure reports the screen. */
const WAIT = Number(process.env['BROWSE_TEST_WAIT'] ?? 100_000)

export interface Browsing {
  readonly terminal: FakeTerminal
  readonly ended: Promise<CliResult>
  /** Types, and waits until the screen shows all of these. */
  readonly press: (keys: string, ...shown: readonly (string | RegExp)[]) => Promise<string>
  /** Waits until the screen shows all of these. */
  readonly shows: (...shown: readonly (string | RegExp)[]) => Promise<string>
}

export interface BrowsingOptions extends CliOptions {
  readonly rows?: number
}

/** Runs `browse` with these arguments on a terminal of its own. */
export function browse(argv: readonly string[], options: BrowsingOptions = {}): Browsing {
  const { columns = 100, rows = 30 } = options
  const terminal = new FakeTerminal(columns, rows)
  const ended = runCli(['browse', ...argv], {
    ...options,
    tty: true,
    columns,
    openTerminal: async () => terminal,
  })
  async function shows(...wanted: readonly (string | RegExp)[]): Promise<string> {
    const isThere = (one: string | RegExp): boolean =>
      typeof one === 'string' ? terminal.text.includes(one) : one.test(terminal.text)
    const until = Date.now() + WAIT
    while (!wanted.every(isThere)) {
      if (Date.now() > until)
        throw new Error(
          `the screen does not show ${wanted.filter((one) => !isThere(one)).join(', ')}:\n${terminal.text}`,
        )
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return terminal.text
  }
  return {
    terminal,
    ended,
    shows,
    async press(keys, ...wanted) {
      terminal.type(keys)
      // Waits for the key's frame, because what was already on the screen might match.
      await new Promise((resolve) => setTimeout(resolve, 5))
      return shows(...wanted)
    },
  }
}
