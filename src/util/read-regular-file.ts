// Reads whole files without ever blocking: a pipe or a device in a folder of logs must not hang the reader.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { limitText } from './format.ts'

/** Error with `code` ENOTREG or EFBIG. The system's own errors are thrown as they are. */
class FileError extends Error {
  readonly code: 'ENOTREG' | 'EFBIG'
  constructor(code: 'ENOTREG' | 'EFBIG', message: string) {
    super(message)
    this.code = code
  }
}

/**
 * The bytes of a regular file, in `scratch` if they fit, else in a buffer of their own. readFileSync would allocate,
 * query the size twice and check for an abort signal, which is half the cost for tiny files. Throws a FileError for
 * what is not a regular file or is larger than `atMost` bytes, and the system's errors.
 */
export function readRegularFile(path: string, scratch?: Uint8Array, atMost = Infinity): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new FileError('ENOTREG', 'not a regular file')
    if (stat.size > atMost) throw new FileError('EFBIG', `larger than ${limitText(atMost)}`)
    const bytes = scratch && stat.size <= scratch.length ? scratch : new Uint8Array(stat.size)
    let size = 0
    while (size < stat.size) {
      const count = readSync(file, bytes, size, stat.size - size, null)
      if (count === 0) break
      size += count
    }
    return size === bytes.length ? bytes : bytes.subarray(0, size)
  } finally {
    closeSync(file)
  }
}
