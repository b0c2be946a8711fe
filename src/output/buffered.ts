// Collects small writes into batches: one write per row would cost more than making the rows.

import type { Sink } from './sink.ts'

const BATCH = 64 * 1024

export interface BufferedSink extends Sink {
  /** As for a Sink, but waits (and gives a promise) only when a batch is full. */
  put(data: string | Uint8Array): Promise<void> | undefined
  /** Hands on what is still held. */
  flush(): Promise<void>
}

/** A terminal gets everything at once: a person waits there. */
export function bufferSink(sink: Sink): BufferedSink {
  // A batch that was handed on belongs to its reader, so every batch is a buffer of its own.
  let batch = Buffer.allocUnsafeSlow(BATCH)
  let size = 0
  // Whoever does not wait must not overtake what was written before.
  let written: Promise<void> = Promise.resolve()

  function hand(data: string | Uint8Array): Promise<void> {
    written = written.then(() => sink.write(data))
    return written
  }

  function flush(): Promise<void> {
    if (size === 0) return written
    const data = batch.subarray(0, size)
    batch = Buffer.allocUnsafeSlow(BATCH)
    size = 0
    return hand(data)
  }

  function put(data: string | Uint8Array): Promise<void> | undefined {
    if (sink.isTty) return data.length > 0 ? hand(data) : undefined
    const length = typeof data === 'string' ? Buffer.byteLength(data) : data.length
    const full = size + length > BATCH ? flush() : undefined
    if (length > BATCH) return hand(data)
    if (typeof data === 'string') batch.write(data, size)
    else batch.set(data, size)
    size += length
    return full
  }

  return {
    isTty: sink.isTty,
    columns: sink.columns,
    put,
    flush,
    async write(data) {
      await put(data)
    },
  }
}
