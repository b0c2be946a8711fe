// Standard input as a source: one file, named `-`.

import { fileTrouble } from '../util/file-trouble.ts'
import { SourceError, type Source } from './source.ts'
import { readAll } from './stream.ts'

/** Throws SourceError, when it is read, for more than `atMost` bytes. */
export function stdinSource(read: () => AsyncIterable<Uint8Array>, atMost = Infinity): Source {
  return {
    uri: '-',
    start: '-',
    remote: false,
    display: (key) => key,
    list: async (folder) => ({ folders: [], objects: folder === '' ? [{ key: '-' }] : [] }),
    async read(_, signal) {
      return { bytes: await unlessAborted(all(read(), atMost), signal) }
    },
  }
}

async function all(input: AsyncIterable<Uint8Array>, atMost: number): Promise<Uint8Array> {
  try {
    return await readAll(input, atMost)
  } catch (error) {
    if (error instanceof SourceError) throw error
    const { what, hint } = fileTrouble(error)
    throw new SourceError('unreadable', what, hint, { cause: error })
  }
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
