// The key of the scanner's hash: random, and the same for all threads of a process, whose hashes are compared. It is
// never written or sent anywhere else: without it, nobody can craft two records with the same hash.

import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

export const HASH_KEY_LENGTH = 16

let key: Uint8Array | undefined

export function hashKey(): Uint8Array {
  return (key ??= fromSystem() ?? randomBytes(HASH_KEY_LENGTH))
}

/** Sets the key of the process in a thread, before its first scanner. */
export function useHashKey(ofProcess: Uint8Array): void {
  key = ofProcess
}

// What node:crypto would ask for as well; to load that takes a short run 2 ms (2026-11). Undefined where there is no such file.
function fromSystem(): Uint8Array | undefined {
  let file: number | undefined
  try {
    file = openSync('/dev/urandom', 'r')
    const bytes = new Uint8Array(HASH_KEY_LENGTH)
    return readSync(file, bytes) === HASH_KEY_LENGTH ? bytes : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
