// The key of the scanner's hash: random, and the same for all threads of a process, whose hashes are compared. It is
// never written or sent anywhere else: without it, nobody can craft two records with the same hash.

import { randomBytes } from 'node:crypto'

export const HASH_KEY_LENGTH = 16

let key: Uint8Array | undefined

export function hashKey(): Uint8Array {
  return (key ??= randomBytes(HASH_KEY_LENGTH))
}

/** Sets the key of the process in a thread, before its first scanner. */
export function useHashKey(ofProcess: Uint8Array): void {
  key = ofProcess
}
