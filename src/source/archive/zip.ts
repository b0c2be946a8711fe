// Zip archives, read in place: the central directory says where each file is. Owner of yauzl.

import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { SourceError } from '../source.ts'
import {
  type ArchiveBytes,
  type ArchiveEntry,
  type ArchiveLimits,
  checkCount,
  type OpenArchive,
  UNPACK,
} from './archive.ts'
import { tooLarge } from './too-large.ts'

/** Throws SourceError. */
export async function openZip(where: ArchiveBytes, limits: ArchiveLimits): Promise<OpenArchive> {
  // yauzl would reject the whole archive for a name that leads outside, so names are decoded here instead.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  let zip: ZipFile | undefined
  const entries: ArchiveEntry[] = []
  try {
    zip =
      'path' in where
        ? await openPromise(where.path, options)
        : await fromBufferPromise(Buffer.from(where.bytes), options)
    checkCount(zip.entryCount)
    for await (const entry of zip.eachEntry()) {
      entries.push(entryOf(zip, entry, limits))
      checkCount(entries.length)
    }
  } catch (error) {
    if (zip === undefined || error instanceof SourceError) {
      zip?.close()
      throw zipError(error)
    }
    return { entries, cut: zipError(error).message, close: closeOf(zip) }
  }
  return { entries, cut: undefined, close: closeOf(zip) }
}

function closeOf(zip: ZipFile): () => void {
  return () => zip.close()
}

function entryOf(zip: ZipFile, entry: Entry, limits: ArchiveLimits): ArchiveEntry {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  return {
    name,
    size: entry.uncompressedSize,
    modified: entry.getLastModDate().getTime(),
    read: (signal) => readEntry(zip, entry, limits, signal),
  }
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  signal?.throwIfAborted()
  if (entry.isEncrypted()) throw new SourceError('unreadable', 'encrypted', UNPACK)
  if (!entry.canDecodeFileData())
    throw new SourceError('unreadable', `compressed by method ${entry.compressionMethod}`, UNPACK)
  if (entry.uncompressedSize > limits.entry) throw tooLarge(limits.entry)
  const chunks: Buffer[] = []
  try {
    // yauzl checks that the file has the size that the directory states.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  } catch (error) {
    signal?.throwIfAborted()
    throw zipError(error)
  }
  return Buffer.concat(chunks)
}

function zipError(error: unknown): SourceError {
  if (error instanceof SourceError) return error
  const { message } = error as Error
  return new SourceError('unreadable', `a broken zip archive: ${message}`, undefined, { cause: error })
}
