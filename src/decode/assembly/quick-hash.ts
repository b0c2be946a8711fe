// A fast keyed hash: NH (Black, Halevi, Krawczyk, Krovetz and Rogaway, UMAC, 1999), which adds the key to the
// words of a block and multiplies them in pairs, twice under a shifted key, both as in RFC 4418 §5.2.2. Without the key,
// two texts collide only by chance, 1 in 2^64, as long as no hash is revealed: these hashes never leave the process.
// SipHash (hash.ts) takes three to six times as long.

import { hashAt } from './hash'
import { HASH, HASH_KEY, KEY_ROOM, MASKS, NH_BLOCK, NH_KEY } from './memory'

/** Derives the long key from the short one at HASH_KEY. */
export function expandKey(): void {
  for (let n = 0; n < NH_BLOCK + 16; n += 16) {
    store<u64>(NH_KEY + <usize>n, <u64>n)
    hashAt(NH_KEY + <usize>n, 8)
    v128.store(NH_KEY + <usize>n, v128.load(HASH))
  }
}

/** 64-bit hash of the `length` bytes at `from`. Reads, but ignores, up to 31 bytes after them. */
export function quickHashAt(from: usize, length: i32): u64 {
  let state: u64 = 0
  let at = from
  let left = length
  for (; left > NH_BLOCK; left -= NH_BLOCK) {
    state = hashBlock(state, at, NH_BLOCK, 0)
    at += NH_BLOCK
  }
  return hashBlock(state, at, left, length)
}

/** Adds a block to what came before it: the last one with the length of all, the others, which are full, with 0. */
export function hashBlock(state: u64, from: usize, length: i32, total: i32): u64 {
  let first = i64x2.splat(0)
  let second = i64x2.splat(0)
  let key: usize = NH_KEY
  const end = from + <usize>(length & ~31)
  for (let at = from; at < end; at += 32) {
    const a = v128.load(at)
    const b = v128.load(at, 16)
    const next = v128.load(key, 16)
    first = i64x2.add(first, products(i32x4.add(a, v128.load(key)), i32x4.add(b, next)))
    second = i64x2.add(second, products(i32x4.add(a, next), i32x4.add(b, v128.load(key, 32))))
    key += 32
  }
  const rest = length & 31
  if (rest != 0) {
    const mask = MASKS + <usize>(KEY_ROOM - rest)
    const a = v128.and(v128.load(end), v128.load(mask))
    const b = v128.and(v128.load(end, 16), v128.load(mask, 16))
    const next = v128.load(key, 16)
    first = i64x2.add(first, products(i32x4.add(a, v128.load(key)), i32x4.add(b, next)))
    second = i64x2.add(second, products(i32x4.add(a, next), i32x4.add(b, v128.load(key, 32))))
  }
  return mix(
    state + i64x2.extract_lane(first, 0) + i64x2.extract_lane(first, 1) + <u64>total * 0xd6e8feb86659fd93,
    i64x2.extract_lane(second, 0) + i64x2.extract_lane(second, 1),
  )
}

/** The sum of the products of each word and the one in the same place of the other. */
function products(a: v128, b: v128): v128 {
  return i64x2.add(i64x2.extmul_low_i32x4_u(a, b), i64x2.extmul_high_i32x4_u(a, b))
}

/** Combines two secret hashes; the order matters. */
export function mix(a: u64, b: u64): u64 {
  let x = (a ^ load<u64>(HASH_KEY)) + rotl<u64>(b, 32) * 0x9e3779b97f4a7c15
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb
  return x ^ (x >> 31)
}
