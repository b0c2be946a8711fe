// Collects small writes into batches: one write per row would cost more than making the rows.

import type { Sink } from './sink.ts'

const BATCH = 128 * 1024

export interface BufferedSink extends Sink {
  /** As for a Sink, but waits (and gives a promise) only when a batch is full. */
  put(data: string | Uint8Array): Promise<void> | undefined
  /** Hands on what is still held. */
  flush(): Promise<void>
}

/** A terminal gets everything at once: a person waits there. */
export function bufferSink(sink: Sink): BufferedSink {
  let batch: Buffer = Buffer.allocUnsafeSlow(BATCH)
  let size = 0
  // A batch that was handed on belongs to the sink until that has taken it.
  const free: Buffer[] = []
  // Whoever does not wait must not overtake what was written before.
  let written: Promise<void> = Promise.resolve()

  function hand(data: string | Uint8Array): Promise<void> {
    written = written.then(() => sink.write(data))
    return written
  }

  function flush(): Promise<void> {
    if (size === 0) return written
    const full = batch
    void hand(full.subarray(0, size))
    // In the chain, so that whoever waits for anything that comes later is told of a failure here too.
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
    // Copying much is dearer than one more write.
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
