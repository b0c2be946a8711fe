// Notifications of S3 begin like log files, but name their source.

import { DATA, size } from './memory'

/** `"aws:s3"`, little-endian. */
const SOURCE: u64 = 0x2233733a73776122
const LENGTH: i32 = 8

/** True if the first `length` bytes of the text contain the source. */
export function isNotification(length: i32): bool {
  const end = min(length, size) - LENGTH
  const quotes = i8x16.splat(0x22)
  for (let i = 0; i <= end; i += 16) {
    for (let hits = i8x16.bitmask(i8x16.eq(v128.load(<usize>i, DATA), quotes)); hits != 0; hits &= hits - 1) {
      const hit = i + ctz(hits)
      if (hit <= end && load<u64>(<usize>hit, DATA) == SOURCE) return true
    }
  }
  return false
}
