// Detects archives by their first bytes. Loads little, because it runs for every file that is named alone.

import { closeSync, openSync, readSync } from 'node:fs'
import { constants, gunzipSync } from 'node:zlib'
import { fsPath } from '../../util/fs-path.ts'

/** Checks a file on disk; false if it cannot be read, which is reported when it is opened. */
export function isArchiveFile(path: string): boolean {
  try {
    return isArchiveHead(headOf(path))
  } catch {
    return false
  }
}

/** The same for the first bytes of a file: HEAD of them, or all if the file is shorter. */
export function isArchiveHead(head: Buffer): boolean {
  return isZip(head) || isTar(head) || isTar(inflatedHead(head))
}

export const HEAD = 4096
const TAR_MAGIC = 257

export function headOf(path: string): Buffer {
  const file = openSync(fsPath(path), 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.subarray(0, readSync(file, head, 0, HEAD, 0))
  } finally {
    closeSync(file)
  }
}

/** Includes an empty zip, which consists only of its end record. */
export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  )
}

function isTar(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(TAR_MAGIC, TAR_MAGIC + 5)).toString('latin1') === 'ustar'
}

function inflatedHead(head: Buffer): Uint8Array {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return Buffer.alloc(0)
  try {
    return gunzipSync(head.subarray(0, HEAD), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0) // damaged, which others report
  }
}
