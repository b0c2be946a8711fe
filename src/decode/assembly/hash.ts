// Hashes that tell things apart; nobody's secrets depend on them.

import { at, DATA } from './memory'

export const PRIME: u64 = 0x9e3779b97f4a7c15

/** 32 bits over the bytes in [start, end), for telling copies apart where nothing depends on it but a count. */
export function hash(start: i32, end: i32): i32 {
  // Four words that do not wait for each other.
  let a: u64 = <u64>(end - start)
  let b: u64 = PRIME
  let c: u64 = PRIME << 1
  let d: u64 = PRIME >> 1
  let i = start
  for (; i + 32 <= end; i += 32) {
    a = mixed(a, load<u64>(<usize>i, DATA))
    b = mixed(b, load<u64>(<usize>i + 8, DATA))
    c = mixed(c, load<u64>(<usize>i + 16, DATA))
    d = mixed(d, load<u64>(<usize>i + 24, DATA))
  }
  for (; i < end; i++) a = mixed(a, at(i))
  const all = mixed(mixed(mixed(a, b), c), d)
  return <i32>(all ^ (all >> 32))
}

export function mixed(state: u64, word: u64): u64 {
  const product = (state ^ word) * PRIME
  return product ^ (product >> 29)
}
