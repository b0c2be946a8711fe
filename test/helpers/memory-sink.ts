// A sink that records what was written and in how many pieces; optionally its reader goes away.

import type { Sink } from '../../src/output/sink.ts'

export interface MemorySink extends Sink {
  /** Everything written so far. */
  readonly text: () => string
  /** The size of each write, in bytes. */
  readonly writes: number[]
}

export interface MemorySinkOptions {
  readonly isTty?: boolean
  readonly columns?: number
  /** Rejects every write after this many bytes. */
  readonly closesAfter?: number
  readonly error?: Error
}

export function memorySink({
  isTty = false,
  columns = 80,
  closesAfter = Number.POSITIVE_INFINITY,
  error = new Error('closed'),
}: MemorySinkOptions = {}): MemorySink {
  const parts: Buffer[] = []
  const writes: number[] = []
  let size = 0
  return {
    isTty,
    columns,
    writes,
    text: () => Buffer.concat(parts).toString(),
    async write(data) {
      if (size >= closesAfter) throw error
      const bytes = Buffer.from(data)
      parts.push(bytes)
      writes.push(bytes.length)
      size += bytes.length
    },
  }
}
