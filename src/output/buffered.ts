// Collects small writes into batches: one write per row would cost more than making the rows.

import type { Sink } from './sink.ts'

const BATCH = 128 * 1024

export interface BufferedSink extends Sink {
  /** Like `write`, but returns a promise only if a batch is full. */
  put(data: string | Uint8Array): Promise<void> | undefined
  /** Writes what is still buffered. */
  flush(): Promise<void>
}

/** Buffers writes to a sink. A terminal gets everything at once, because a person is waiting. */
export function bufferSink(sink: Sink): BufferedSink {
  let batch: Buffer = Buffer.allocUnsafeSlow(BATCH)
  let size = 0
  // Batches that the sink has accepted and that can be reused.
  const free: Buffer[] = []
  // Chains the writes: data of a caller that does not wait must not overtake earlier data.
  let written: Promise<void> = Promise.resolve()

  function hand(data: string | Uint8Array): Promise<void> {
    written = written.then(() => sink.write(data))
    return written
  }

  function flush(): Promise<void> {
    if (size === 0) return written
    const full = batch
    void hand(full.subarray(0, size))
    // Chained, so that a write failure also rejects every later await.
    written = written.then(() => {
      free.push(full)
    })
    batch = free.pop() ?? Buffer.allocUnsafeSlow(BATCH)
    size = 0
    return written
  }

  function put(data: string | Uint8Array): Promise<void> | undefined {
    if (sink.isTty) return data.length > 0 ? hand(data) : undefined
    const length = typeof data === 'string' ? Buffer.byteLength(data) : data.length
    // Copying large data costs more than one more write.
    const isLarge = length > BATCH / 2
    const full = isLarge || size + length > BATCH ? flush() : undefined
    if (isLarge) return hand(data)
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
