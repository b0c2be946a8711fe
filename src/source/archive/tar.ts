// Tar archives, with or without gzip. They can only be read sequentially, so one pass copies their files into an
// unlinked temporary file, which can then be read in any order. Owner of modern-tar.

import { randomBytes } from 'node:crypto'
import { createReadStream, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { fsPath } from '../../util/fs-path.ts'
import { SourceError } from '../source.ts'
import { joined } from '../stream.ts'
import {
  type ArchiveBytes,
  type ArchiveEntry,
  type ArchiveLimits,
  checkCount,
  type OpenArchive,
  UNPACK,
} from './archive.ts'
import { tooLarge } from './too-large.ts'

/** Maximum ratio of unpacked to stored size: log files have ten or twenty; a thousand means a decompression bomb. */
const MAX_RATIO = 200
const ALWAYS_ALLOWED = 1 << 30

/** Throws SourceError. */
export async function openTar(where: ArchiveBytes, limits: ArchiveLimits): Promise<OpenArchive> {
  const stored = 'path' in where ? statSync(fsPath(where.path)).size : where.bytes.length
  const most = Math.max(stored * MAX_RATIO, ALWAYS_ALLOWED)
  const spool = await openSpool()
  const entries: ArchiveEntry[] = []
  let size = 0
  let cut: string | undefined
  try {
    for await (const { header, body } of decoded(where)) {
      const { name, type = 'file', mtime } = header
      const start = size
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        size += chunk.length
        if (size > most)
          throw new SourceError('unreadable', `unpacks to more than ${MAX_RATIO} times its size`, UNPACK)
        if (type === 'file') await spool.appendFile(chunk)
      }
      // Links to other entries or out of the archive are ignored.
      if (type !== 'file') {
        size = start
        continue
      }
      const length = size - start
      entries.push({
        name,
        size: length,
        modified: mtime?.getTime(),
        read: (signal) => readSpool(spool, start, length, limits, signal),
      })
      checkCount(entries.length)
    }
  } catch (error) {
    if (error instanceof SourceError || entries.length === 0) {
      await spool.close()
      throw tarError(error)
    }
    cut = tarError(error).message
  }
  return { entries, cut, close: () => void spool.close().catch(() => {}) }
}

function decoded(where: ArchiveBytes): AsyncIterable<ParsedTarEntry> {
  const stored = 'path' in where ? createReadStream(fsPath(where.path)) : Readable.from([where.bytes])
  const stream = Readable.toWeb(Readable.from(unpacked(stored))) as ReadableStream<Uint8Array>
  return stream.pipeThrough(createTarDecoder({ strict: true }))
}

// Detects gzip by the bytes, because a .tar may be gzipped and a .tar.gz may not be.
async function* unpacked(stored: Readable): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = stored[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const first = await chunks.next()
  if (first.done) return
  const all = Readable.from(joined([first.value], chunks))
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b
  if (!isGzip) yield* all
  else {
    const gunzip = createGunzip()
    all.on('error', (error) => gunzip.destroy(error))
    yield* all.pipe(gunzip)
  }
}

/** The file is unlinked at once, so that nothing remains however the program ends. */
async function openSpool(): Promise<FileHandle> {
  const path = join(tmpdir(), `trail-explore-${randomBytes(8).toString('hex')}`)
  const spool = await open(path, 'wx+', 0o600).catch((error: unknown) => {
    throw tarError(error)
  })
  rmSync(path, { force: true })
  return spool
}

async function readSpool(
  spool: FileHandle,
  start: number,
  length: number,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  signal?.throwIfAborted()
  if (length > limits.entry) throw tooLarge(limits.entry)
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let at = 0; at < length;) {
    const { bytesRead } = await spool.read(bytes, at, length - at, start + at)
    if (bytesRead === 0) throw new SourceError('unreadable', 'the temporary file ends too early')
    at += bytesRead
  }
  return bytes
}

function tarError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const { message, code } = error as NodeJS.ErrnoException
  const options = { cause: error }
  if (code === 'ENOSPC')
    return new SourceError(
      'unreadable',
      `no room in ${tmpdir()} to unpack it`,
      'set TMPDIR to a larger disk',
      options,
    )
  return new SourceError('unreadable', `a broken tar archive: ${message}`, undefined, options)
}
