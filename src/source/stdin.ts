// Standard input as a source: one file, named `-`.

import { joinChunks } from './s3/body.ts'
import type { Source } from './source.ts'

export function stdinSource(read: () => AsyncIterable<Uint8Array>): Source {
  return {
    uri: '-',
    start: '-',
    remote: false,
    display: (key) => key,
    list: async (folder) => ({ folders: [], objects: folder === '' ? [{ key: '-' }] : [] }),
    async read(_, signal) {
      return { bytes: await unlessAborted(all(read()), signal) }
    },
  }
}

async function all(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input) chunks.push(chunk)
  return joinChunks(chunks)
}

// Rejects when the signal is aborted, because typed input may never end. Data that arrives later is ignored.
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
