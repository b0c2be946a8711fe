// Collects small writes into batches: one write per row would cost more than making the rows.

import type { Sink } from './sink.ts'

const BATCH = 64 * 1024

export interface BufferedSink extends Sink {
  /** Hands on what is still held. */
  flush(): Promise<void>
}

/** A terminal gets everything at once: a person waits there. Bytes handed in must not change afterwards. */
export function bufferSink(sink: Sink): BufferedSink {
  let held: Uint8Array[] = []
  let size = 0
  const batch = sink.isTty ? 0 : BATCH

  async function flush(): Promise<void> {
    if (size === 0) return
    const data = held.length === 1 ? held[0]! : Buffer.concat(held, size)
    held = []
    size = 0
    await sink.write(data)
  }

  return {
    isTty: sink.isTty,
    columns: sink.columns,
    flush,
    async write(data) {
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      held.push(bytes)
      size += bytes.length
      if (size >= batch) await flush()
    },
  }
}
