// The key of the scanner's hash: random, and one for all threads of a process, whose hashes meet in one table. It is never
// written or sent anywhere else: who does not know it cannot make two records that pass for one.

import { randomBytes } from 'node:crypto'

export const HASH_KEY_LENGTH = 16

let key: Uint8Array | undefined

export function hashKey(): Uint8Array {
  return (key ??= randomBytes(HASH_KEY_LENGTH))
}

/** For a thread, before its first scanner: the key of the process. */
export function useHashKey(ofProcess: Uint8Array): void {
  key = ofProcess
}
