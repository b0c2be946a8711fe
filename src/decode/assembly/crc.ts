// CRC-32 (RFC 1952 §8) of the text. The check value is what a division of polynomials leaves, and some multiples of the divisor
// consist of a few powers that lie whole blocks apart: subtracting one from the text clears a block, and changes only a few
// later ones, which needs neither multiplication nor table (Sam Russell, "Chorba: A novel CRC32 implementation", 2024). What
// then is left of the text goes through tables.

import { CRC_ROOM, CRC_TABLES, DATA, size } from './memory'

/** The divisor, its highest power in the lowest bit. */
const POLYNOMIAL: u32 = 0xedb88320
const BLOCK: usize = 16
/** How far the blocks are that clearing one changes. */
const FAR: usize = 300 * BLOCK
const FAR_1: usize = 211 * BLOCK
const FAR_2: usize = 183 * BLOCK
const FAR_3: usize = 145 * BLOCK
/** The same of another multiple, which has more powers and reaches less far. */
const NEAR: usize = 66 * BLOCK
/** Cleared blocks that are remembered at once, in bytes, behind those before them. */
const STRETCH: usize = 0x3000 - FAR

for (let byte: u32 = 0; byte < 256; byte++) {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * POLYNOMIAL)
  store<u32>(CRC_TABLES + ((<usize>byte) << 2), crc)
}
// Each of the seven others for a byte that one more byte of zeros follows.
for (let table: usize = 1; table < 8; table++) {
  for (let byte: u32 = 0; byte < 256; byte++) {
    const crc = entry(table - 1, byte)
    store<u32>(CRC_TABLES + (table << 10) + ((<usize>byte) << 2), (crc >> 8) ^ entry(0, crc & 0xff))
  }
}

/** Of the text. */
export function crc32(): u32 {
  const end = DATA + <usize>size
  const blocks = <usize>size & ~(BLOCK - 1)
  if (blocks <= NEAR) return ~tabled(0xffffffff, DATA, end)
  const left = min(blocks, FAR)
  let from = DATA
  memory.fill(CRC_ROOM, 0, FAR)
  // The first four bytes count inverted.
  store<u32>(CRC_ROOM, 0xffffffff)
  for (const last = DATA + blocks - left; from < last;) {
    const length = min(last - from, STRETCH)
    const stop = from + length
    for (let at = CRC_ROOM; from < stop; at += BLOCK) {
      v128.store(at, changed(from, at), FAR)
      from += BLOCK
    }
    memory.copy(CRC_ROOM, CRC_ROOM + length, FAR)
  }
  // The last ones are changed by those before them, but are not cleared.
  memory.fill(CRC_ROOM + FAR, 0, FAR - FAR_3)
  for (let at = CRC_ROOM; at < CRC_ROOM + left; at += BLOCK) {
    v128.store(at, changed(from, at))
    from += BLOCK
  }
  let at = CRC_ROOM
  for (; at + NEAR < CRC_ROOM + left; at += BLOCK) clear(at)
  return ~tabled(tabled(0, at, CRC_ROOM + left), from, end)
}

// The block at `from` after those before it were cleared: the farthest of them is at `at`.
function changed(from: usize, at: usize): v128 {
  return v128.xor(
    v128.xor(v128.load(from), v128.load(at)),
    v128.xor(v128.xor(v128.load(at, FAR - FAR_1), v128.load(at, FAR - FAR_2)), v128.load(at, FAR - FAR_3)),
  )
}

function clear(at: usize): void {
  const block = v128.load(at)
  add(at + 9 * BLOCK, block)
  add(at + 29 * BLOCK, block)
  add(at + 34 * BLOCK, block)
  add(at + 47 * BLOCK, block)
  add(at + 48 * BLOCK, block)
  add(at + 63 * BLOCK, block)
  add(at + 64 * BLOCK, block)
  add(at + NEAR, block)
}

function add(at: usize, block: v128): void {
  v128.store(at, v128.xor(v128.load(at), block))
}

// Eight bytes at a time.
function tabled(before: u32, from: usize, end: usize): u32 {
  let crc = before
  let at = from
  for (; at + 8 <= end; at += 8) {
    const a = load<u32>(at) ^ crc
    const b = load<u32>(at, 4)
    crc =
      entry(7, a & 0xff) ^
      entry(6, (a >> 8) & 0xff) ^
      entry(5, (a >> 16) & 0xff) ^
      entry(4, a >> 24) ^
      entry(3, b & 0xff) ^
      entry(2, (b >> 8) & 0xff) ^
      entry(1, (b >> 16) & 0xff) ^
      entry(0, b >> 24)
  }
  for (; at < end; at++) crc = (crc >> 8) ^ entry(0, (crc ^ load<u8>(at)) & 0xff)
  return crc
}

function entry(table: usize, byte: u32): u32 {
  return load<u32>(CRC_TABLES + (table << 10) + ((<usize>byte) << 2))
}
