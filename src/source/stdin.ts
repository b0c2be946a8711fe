// Standard input as a source: one file, named `-`, or the archive that it is, as a folder.

import { fileTrouble } from '../util/file-trouble.ts'
import type { ArchiveLimits } from './archive/archive.ts'
import { HEAD, isArchiveHead } from './archive/kind.ts'
import { withArchives } from './archive/with-archives.ts'
import { joinChunks } from './s3/body.ts'
import { SourceError, type Source } from './source.ts'
import { joined, readAll } from './stream.ts'

/** Maximum size of an archive, which is kept in memory, in bytes. */
const MAX_ARCHIVE = 1 << 30
/** Up to this size, input can be read again, in bytes. */
const MAX_KEPT = 32 << 20

/** Reads the beginning. Throws SourceError if nothing can be read; the source throws it for input that is too large. */
export async function stdinSource(
  read: () => AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
  signal?: AbortSignal,
): Promise<Source> {
  const input = read()[Symbol.asyncIterator]()
  const head = await unlessAborted(headOf(input), signal)
  const isArchive = isArchiveHead(Buffer.concat(head))
  let kept: Uint8Array | undefined
  let isUsed = false
  const source: Source = {
    uri: '-',
    start: '-',
    remote: false,
    display: (key) => key,
    list: async (folder) => ({ folders: [], objects: folder === '' ? [{ key: '-' }] : [] }),
    async read(_, signal) {
      // A copy, because the bytes may be transferred to a thread.
      if (kept) return { bytes: kept.slice() }
      if (isUsed) throw new SourceError('unreadable', 'can be read only once')
      isUsed = true
      const most = isArchive ? Math.max(MAX_ARCHIVE, limits.entry) : limits.entry
      const bytes = await unlessAborted(readRest(head, input, most), signal)
      if (bytes.length <= MAX_KEPT) kept = bytes.slice()
      return { bytes }
    },
  }
  return isArchive ? withArchives(source, limits, true) : source
}

type Input = AsyncIterator<Uint8Array>

async function headOf(input: Input): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = []
  try {
    for (let size = 0; size < HEAD;) {
      const next = await input.next()
      if (next.done) break
      chunks.push(next.value)
      size += next.value.length
    }
  } catch (error) {
    throw troubleOf(error)
  }
  return chunks
}

async function readRest(head: readonly Uint8Array[], input: Input, atMost: number): Promise<Uint8Array> {
  try {
    return await readAll(joined([joinChunks(head)], input), atMost)
  } catch (error) {
    throw troubleOf(error)
  }
}

function troubleOf(error: unknown): unknown {
  if (error instanceof SourceError) return error
  const { what, hint } = fileTrouble(error)
  return new SourceError('unreadable', what, hint, { cause: error })
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
