// Reads whole files without ever blocking: a pipe or a device in a folder of logs must not hang the reader.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { limitText } from './format.ts'
import { fsPath } from './fs-path.ts'

type FileErrorCode = 'ENOTREG' | 'EISDIR' | 'EFBIG'

/** An error with a code of the system's kind. The system's own errors are thrown as they are. */
class FileError extends Error {
  readonly code: FileErrorCode
  constructor(code: FileErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What changes whenever a file does; fs.Stats has it. */
export interface FileStamp {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
  readonly dev: number
}

/** Maximum number of bytes that Node reads at once. */
const MAX_READ = 2 ** 31 - 1
/** So that opening a pipe does not wait for somebody to write to it. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
/** Chunk size for files that report no size. */
const STEP = 64 * 1024

/**
 * The bytes of a regular file, in `scratch` if they fit, else in a buffer of their own. readFileSync would allocate,
 * query the size twice and check for an abort signal, which is half the cost for tiny files. Throws a FileError for
 * what is not a regular file or is larger than `atMost` bytes, and the system's errors. `onStamp` is told, before the file
 * is read, which version of it that is.
 */
export function readRegularFile(
  path: string,
  scratch?: Uint8Array,
  atMost = MAX_READ,
  onStamp?: (stamp: FileStamp) => void,
): Uint8Array {
  const file = openSync(fsPath(path), FLAGS)
  try {
    return readOpen(file, scratch, atMost, onStamp)
  } finally {
    closeSync(file)
  }
}

/**
 * The same for a file that a listing has called regular. Most fit in `scratch`, and are read without asking for their size:
 * that takes two calls of the system instead of three, and none of Node's Stats with its dates, together a twentieth of the
 * time that a small file costs (2026-11).
 */
export function readListedFile(path: string, scratch: Uint8Array, atMost = MAX_READ): Uint8Array {
  const file = openSync(fsPath(path), FLAGS)
  try {
    // A position keeps what has become a pipe, a socket or a terminal since then from being read. A device with nothing or
    // much in it is recognized below.
    const size = readAt(file, scratch, scratch.length)
    if (size === 0 || size === scratch.length) return readOpen(file, scratch, atMost)
    if (size > atMost) throw tooLarge(atMost)
    return scratch.subarray(0, size)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ESPIPE' ? notRegular() : error
  } finally {
    closeSync(file)
  }
}

// From the beginning to the end, or `length` bytes if there are more. Returns how many.
function readAt(file: number, into: Uint8Array, length: number): number {
  for (let size = 0; ;) {
    const count = readSync(file, into, size, length - size, size)
    size += count
    if (count === 0 || size === length) return size
  }
}

function readOpen(
  file: number,
  scratch: Uint8Array | undefined,
  atMost: number,
  onStamp?: (stamp: FileStamp) => void,
): Uint8Array {
  const stat = fstatSync(file)
  if (!stat.isFile()) throw notRegular(stat.isDirectory() ? 'EISDIR' : 'ENOTREG')
  if (stat.size > atMost) throw tooLarge(atMost)
  onStamp?.(stampOf(stat))
  // Files in /proc report a size of 0.
  if (stat.size === 0) return readToEnd(file, atMost)
  const bytes = scratch && stat.size <= scratch.length ? scratch : new Uint8Array(stat.size)
  const size = readAt(file, bytes, stat.size)
  return size === bytes.length ? bytes : bytes.subarray(0, size)
}

/** Only what is compared: fs.Stats holds much more. */
export function stampOf({ size, mtimeMs, ctimeMs, ino, dev }: FileStamp): FileStamp {
  return { size, mtimeMs, ctimeMs, ino, dev }
}

function readToEnd(file: number, atMost: number): Uint8Array {
  const chunks: Buffer[] = []
  for (let size = 0; ;) {
    const chunk = Buffer.allocUnsafe(STEP)
    const count = readSync(file, chunk, 0, STEP, null)
    if (count === 0) return new Uint8Array(Buffer.concat(chunks))
    chunks.push(chunk.subarray(0, count))
    size += count
    if (size > atMost) throw tooLarge(atMost)
  }
}

/** True for the error about a file of more than `atMost` bytes. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof FileError && error.code === 'EFBIG'
}

function notRegular(code: FileErrorCode = 'ENOTREG'): FileError {
  return new FileError(code, 'not a regular file')
}

function tooLarge(atMost: number): FileError {
  return new FileError('EFBIG', `larger than ${limitText(atMost)}`)
}
