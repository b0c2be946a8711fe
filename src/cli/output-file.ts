// Standard output that is a regular file: what is needed to tell, after a kill, how much of a write it has received.

import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs'

export interface OutputFile {
  /** Device and inode: the same for the same file, whatever its name. */
  readonly id: string
  /** In bytes. */
  size(): number
  /** At most `length` bytes from there; undefined if the system does not allow reading the file. */
  read(from: number, length: number): Uint8Array | undefined
  /** Waits until the disk has what was written. */
  sync(): void
}

/** Undefined if the descriptor is not a regular file. */
export function outputFile(descriptor: number): OutputFile | undefined {
  return ignoring(() => {
    const stat = fstatSync(descriptor, { bigint: true })
    if (!stat.isFile()) return undefined
    return {
      id: `${stat.dev}:${stat.ino}`,
      size: () => fstatSync(descriptor).size,
      read: (from, length) => read(descriptor, from, length),
      sync: () => ignoring(() => fsyncSync(descriptor)),
    }
  })
}

// The shell opened the descriptor for writing only. Linux opens the file behind it again; other systems refuse.
function read(descriptor: number, from: number, length: number): Uint8Array | undefined {
  return ignoring(() => {
    const again = openSync(`/dev/fd/${descriptor}`, 'r')
    try {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(again, bytes, 0, length, from))
    } finally {
      closeSync(again)
    }
  })
}

function ignoring<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
