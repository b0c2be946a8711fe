// Prints events, makes their calls and remembers them, so that each is printed exactly once into a file, even if the
// process is killed: the state says what is about to be printed and how large the file was, and a later run completes
// it. A pipe does not tell what it has received, so there one event at a time is printed and then remembered.

import { say } from '../../cli/messages/print.ts'
import type { ColorChoice } from '../../cli/color.ts'
import type { Io } from '../../cli/io.ts'
import type { OutputFile } from '../../cli/output-file.ts'
import type { Sink } from '../../output/sink.ts'
import type { Journal } from './journal.ts'
import type { Notifier } from './notify.ts'
import type { Call, Pending, Printed } from './state-file.ts'

/** Bytes that are printed at once into a file. Each batch waits twice for the disk. */
const BATCH = 1024 * 1024

export interface OutboxOptions {
  readonly io: Io
  readonly journal: Journal
  readonly notifier: Notifier
  readonly color?: ColorChoice | undefined
}

export class Outbox {
  /** Takes what belongs to the next event. */
  readonly sink: Sink
  private readonly options: OutboxOptions
  private readonly file: OutputFile | undefined
  private bytes: Uint8Array[] = []
  private size = 0
  private printed: Printed[] = []
  private calls: Call[] = []

  constructor(options: OutboxOptions) {
    const { io, journal } = options
    this.options = options
    this.file = journal.isKept ? io.outFile : undefined
    this.sink = {
      isTty: io.out.isTty,
      get columns() {
        return io.out.columns
      },
      write: async (data) => {
        const bytes = Buffer.from(data)
        this.bytes.push(bytes)
        this.size += bytes.length
      },
    }
  }

  /** Everything in the sink belongs to this event, or to one before it. */
  async add(printed: Printed, calls: readonly Call[]): Promise<void> {
    this.options.journal.remember(printed)
    this.printed.push(printed)
    if (this.options.notifier.isUsed) this.calls.push(...calls)
    if (this.file === undefined || this.size >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const { journal, io } = this.options
    const { printed, calls } = this
    const bytes = Buffer.concat(this.bytes)
    this.bytes = []
    this.size = 0
    this.printed = []
    this.calls = []
    const { file } = this
    if (file === undefined && bytes.length > 0) await io.out.write(bytes)
    if (calls.length === 0 && (file === undefined || bytes.length === 0)) {
      for (const one of printed) journal.addEvent(one)
      return
    }
    const missing = file === undefined ? EMPTY : bytes
    journal.begin({
      file: file?.id ?? '',
      size: file?.size() ?? 0,
      bytes: Buffer.from(missing).toString('base64'),
      printed,
      calls,
    })
    await this.finish(missing, calls)
  }

  /** Completes the batch during which an earlier run was killed. */
  async recover(): Promise<void> {
    const { journal, io, color } = this.options
    const { pending } = journal
    if (pending === undefined) return
    const rest = this.file?.id === pending.file ? restOf(pending, this.file) : undefined
    if (rest === undefined && pending.bytes !== '') {
      const what = 'an earlier run was interrupted while it printed to another output'
      await say(io, [`note: ${what}; its last events are printed again`], color)
    }
    await this.finish(rest ?? bytesOf(pending), pending.calls)
  }

  private async finish(bytes: Uint8Array, calls: readonly Call[]): Promise<void> {
    const { journal, io, notifier } = this.options
    if (bytes.length > 0) await io.out.write(bytes)
    this.file?.sync()
    for (const call of calls) {
      await notifier.tell(call)
      journal.called(call)
    }
    journal.complete()
  }
}

/** What the file does not have of a batch. */
export function restOf(pending: Pick<Pending, 'size' | 'bytes'>, file: OutputFile): Uint8Array {
  const bytes = bytesOf(pending)
  const grown = file.size() - pending.size
  // Truncated since, as by `>`: nothing of it is there.
  if (grown <= 0) return bytes
  const there = file.read(pending.size, grown)
  if (there === undefined || isStart(there, bytes)) return bytes.subarray(Math.min(grown, bytes.length))
  // Others write to the file too.
  if (Buffer.from(there).includes(Buffer.from(bytes))) return EMPTY
  return linesMissing(bytes, there)
}

const EMPTY = new Uint8Array()
const NEWLINE = 0x0a

/** One of both is the beginning of the other. */
function isStart(a: Uint8Array, b: Uint8Array): boolean {
  const length = Math.min(a.length, b.length)
  return Buffer.compare(a.subarray(0, length), b.subarray(0, length)) === 0
}

/** Lines of the batch that are not among these, each as often as it occurs. */
function linesMissing(batch: Uint8Array, there: Uint8Array): Uint8Array {
  const found = new Map<string, number>()
  for (const line of linesOf(there)) found.set(line, (found.get(line) ?? 0) + 1)
  const missing = linesOf(batch).filter((line) => {
    const times = found.get(line) ?? 0
    if (times > 0) found.set(line, times - 1)
    return times === 0
  })
  // A line that was cut stays as it is; what is missing begins after it.
  const start = missing.length > 0 && there.at(-1) !== NEWLINE ? '\n' : ''
  return Buffer.from(start + missing.join(''), 'latin1')
}

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString('latin1')
    .split(/(?<=\n)/)
}

function bytesOf({ bytes }: Pick<Pending, 'bytes'>): Uint8Array {
  return Buffer.from(bytes, 'base64')
}
