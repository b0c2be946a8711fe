// SipHash-1-3 (Aumasson and Bernstein, 2012) with 128 bits, with a key that is new in every process. The hashed data may
// come from an attacker, who with the key could create two records that are taken for one.

import { HASH, HASH_KEY } from './memory'

/** Number of final rounds for each half. */
const LAST: i32 = 3

/** Writes a 128-bit hash of the `length` bytes at `from` to HASH. Reads, but ignores, up to 7 bytes after them. */
export function hashAt(from: usize, length: i32): void {
  // Local variables, and the round written out twice: globals or a call would take twice the time.
  let v0: u64 = load<u64>(HASH_KEY) ^ 0x736f6d6570736575
  let v1: u64 = load<u64>(HASH_KEY, 8) ^ 0x646f72616e646f6d ^ 0xee
  let v2: u64 = load<u64>(HASH_KEY) ^ 0x6c7967656e657261
  let v3: u64 = load<u64>(HASH_KEY, 8) ^ 0x7465646279746573
  const rest = length & 7
  const end = from + <usize>(length - rest)
  for (let at = from; at < end; at += 8) {
    const word = load<u64>(at)
    v3 ^= word
    v0 += v1
    v1 = rotl<u64>(v1, 13) ^ v0
    v0 = rotl<u64>(v0, 32)
    v2 += v3
    v3 = rotl<u64>(v3, 16) ^ v2
    v0 += v3
    v3 = rotl<u64>(v3, 21) ^ v0
    v2 += v1
    v1 = rotl<u64>(v1, 17) ^ v2
    v2 = rotl<u64>(v2, 32)
    v0 ^= word
  }
  let word = (load<u64>(end) & (((<u64>1) << ((<u64>rest) << 3)) - 1)) | ((<u64>length) << 56)
  // The last word, then the final rounds of the first half, then of the second.
  for (let step = 0; step <= 2 * LAST; step++) {
    v3 ^= word
    v0 += v1
    v1 = rotl<u64>(v1, 13) ^ v0
    v0 = rotl<u64>(v0, 32)
    v2 += v3
    v3 = rotl<u64>(v3, 16) ^ v2
    v0 += v3
    v3 = rotl<u64>(v3, 21) ^ v0
    v2 += v1
    v1 = rotl<u64>(v1, 17) ^ v2
    v2 = rotl<u64>(v2, 32)
    v0 ^= word
    word = 0
    if (step == 0) v2 ^= 0xee
    else if (step == LAST) {
      store<u64>(HASH, v0 ^ v1 ^ v2 ^ v3)
      v1 ^= 0xdd
    }
  }
  store<u64>(HASH, v0 ^ v1 ^ v2 ^ v3, 8)
}

/** Hashes with a key of zeros. */
export function fixedHash(from: usize, length: i32): void {
  const key = v128.load(HASH_KEY)
  v128.store(HASH_KEY, i64x2.splat(0))
  hashAt(from, length)
  v128.store(HASH_KEY, key)
}
