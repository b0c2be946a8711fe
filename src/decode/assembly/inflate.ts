// Raw deflate data (RFC 1951) → the text, straight to where it is scanned. The memory behind input and output is ours, so
// that running over the end of either is noticed once a round, and not at every byte. Whatever zlib refuses is refused.

import {
  buildLengthCodes,
  buildLiterals,
  buildOffsets,
  END,
  LENGTH_CODE_BITS,
  LENGTH_CODES,
  LENGTHS,
  LITERAL,
  LITERAL_BITS,
  LITERALS,
  OFFSET_BITS,
  OFFSETS,
  PAIR_SHIFT,
  pairLiterals,
  POINTER,
  SPECIAL,
} from './huffman'
import { closeText, DATA, makeRoom, setCopies, size } from './memory'
import { beginText } from './needles'

/** Between text and input: the longest match and then some, which is how far output may run over. */
const GAP: usize = 512
/** Room after the input, because a round may read past its end. */
const BEHIND: usize = 64
/** Pairing literals takes as long as it saves in about so many bytes of input. */
const WORTH_PAIRS: usize = 2048
const LITERAL_MASK: u64 = (1 << LITERAL_BITS) - 1
const OFFSET_MASK: u64 = (1 << OFFSET_BITS) - 1
const LENGTH_CODE_MASK: u64 = (1 << LENGTH_CODE_BITS) - 1

// Bits that were loaded and not yet taken, the next one lowest; of their number only the lowest six bits count. Above
// them are more bits of the input, which are loaded again.
let bits: u64 = 0
let loaded: u64 = 0
/** Where the next bits are loaded from. */
let next: usize = 0
/** From here on, nothing that is read can belong to the data: eight bytes are loaded ahead. */
let inputLimit: usize = 0
/** Where the next byte goes. */
let to: usize = 0
let hasFixedTables: bool = false
/** Two functions are made of `symbols`, because noting copies takes time. */
type Noting = i32
type NotNoting = f64
/** Shorter copies are not noted: few of them contain a whole word. */
const MIN_COPY: usize = 24
/** Where the next copy is noted, and the last place for one. */
let note: usize = 0
let lastNote: usize = 0

/**
 * Makes room for a text of `length` bytes and for deflate data of `deflated` bytes; with `notes` also for a list of the
 * parts that are copies of earlier parts (see memory.ts). Returns where the data belongs; 0 when there is no memory.
 */
export function reserveDeflated(length: i32, deflated: i32, notes: bool): usize {
  beginText()
  const input = (DATA + <usize>length + GAP + 15) & ~15
  note = (input + <usize>deflated + BEHIND + 7) & ~7
  // About a copy for every 80 bytes is usual.
  lastNote = notes ? note + ((<usize>length >> 5) << 3) : 0
  return makeRoom(length, notes ? lastNote + 16 : note) ? input : 0
}

/** Inflates `deflated` bytes at `input`. Returns how many of them were taken; -1 when they do not become the text reserved. */
export function inflate(input: usize, deflated: i32): i32 {
  bits = 0
  loaded = 0
  next = input
  to = DATA
  inputLimit = input + <usize>deflated + 8
  let isLast = false
  const list = note
  while (!isLast) {
    refill()
    if (next > inputLimit) return -1
    isLast = take(1) == 1
    const kind = take(2)
    if (
      kind == 0
        ? !storedBlock()
        : !(kind == 1 ? fixedTables() : kind == 2 && dynamicTables()) ||
          !(lastNote == 0 ? symbols<NotNoting>() : symbols<Noting>())
    )
      return -1
  }
  const taken = next - (<usize>(loaded & 63) >> 3) - input
  closeText()
  if (lastNote != 0) setCopies(list, note)
  return to - DATA == <usize>size && taken <= <usize>deflated ? <i32>taken : -1
}

/** At least 56 bits. */
function refill(): void {
  bits |= load<u64>(next) << loaded
  next += <usize>((63 - (loaded & 63)) >> 3)
  loaded |= 56
}

function take(count: u64): u32 {
  const value = <u32>(bits & (((<u64>1) << count) - 1))
  bits >>= count
  loaded -= count
  return value
}

function storedBlock(): bool {
  // From the next whole byte on.
  const header = next - (<usize>(loaded & 63) >> 3)
  const length = <usize>load<u16>(header)
  if (length != (<usize>load<u16>(header, 2) ^ 0xffff)) return false
  const from = header + 4
  if (from + length > inputLimit - 8 || to + length > DATA + <usize>size) return false
  memory.copy(to, from, length)
  to += length
  next = from + length
  bits = 0
  loaded = 0
  return true
}

// RFC 1951 §3.2.6.
function fixedTables(): bool {
  if (hasFixedTables) return true
  memory.fill(LENGTHS, 8, 144)
  memory.fill(LENGTHS + 144, 9, 112)
  memory.fill(LENGTHS + 256, 7, 24)
  memory.fill(LENGTHS + 280, 8, 8)
  memory.fill(LENGTHS + 288, 5, 32)
  hasFixedTables = buildLiterals(288) && buildOffsets(288, 32)
  return hasFixedTables
}

// RFC 1951 §3.2.7. A block without a code for its end needs no look: its data has none either.
function dynamicTables(): bool {
  hasFixedTables = false
  const literals = <i32>take(5) + 257
  const offsets = <i32>take(5) + 1
  const lengthCodes = <i32>take(4) + 4
  if (literals > 286 || offsets > 30) return false
  memory.fill(LENGTHS, 0, 19)
  for (let n = 0; n < lengthCodes; n++) {
    if (n == 8) refill()
    store<u8>(LENGTHS + <usize>placeOfLengthCode(n), <u8>take(3))
  }
  if (
    !buildLengthCodes() ||
    !readLengths(literals + offsets) ||
    !buildLiterals(literals) ||
    !buildOffsets(literals, offsets)
  )
    return false
  if (next + WORTH_PAIRS < inputLimit) pairLiterals()
  return true
}

// 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
function placeOfLengthCode(n: i32): i32 {
  if (n < 3) return n + 16
  return n == 3 ? 0 : (n & 1) == 0 ? 6 + (n >> 1) : 9 - (n >> 1)
}

function readLengths(count: i32): bool {
  for (let i = 0; i < count;) {
    refill()
    if (next > inputLimit) return false
    const entry = load<u32>(LENGTH_CODES + ((<usize>(bits & LENGTH_CODE_MASK)) << 2))
    take(entry & 0xff)
    const symbol = entry >> 16
    if (symbol < 16) {
      store<u8>(LENGTHS + <usize>i, <u8>symbol)
      i++
      continue
    }
    if (symbol == 16 && i == 0) return false
    const value = symbol == 16 ? load<u8>(LENGTHS + <usize>i - 1) : 0
    const times = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7)
    if (i + <i32>times > count) return false
    memory.fill(LENGTHS + <usize>i, value, times)
    i += <i32>times
  }
  return true
}

// Literals and matches up to the end of the block. With an integer for T, copies are noted. The state is kept in locals here, and the next entry is loaded before
// a match is copied, because this is where the time goes.
function symbols<T>(): bool {
  let place = note
  let buffer = bits
  let count = loaded
  let from = next
  let out = to
  const end = DATA + <usize>size
  const limit = inputLimit

  buffer |= load<u64>(from) << count
  from += <usize>((63 - (count & 63)) >> 3)
  count |= 56
  let entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
  let before: u64 = 0
  while (out <= end && from <= limit) {
    before = buffer
    buffer >>= entry
    count -= entry
    if ((entry & LITERAL) != 0) {
      // Three entries at most take 30 bits, and a length 20.
      store<u16>(out, <u16>(entry >> 16))
      out += 1 + <usize>((entry >> PAIR_SHIFT) & 1)
      entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
      before = buffer
      buffer >>= entry
      count -= entry
      if ((entry & LITERAL) != 0) {
        store<u16>(out, <u16>(entry >> 16))
        out += 1 + <usize>((entry >> PAIR_SHIFT) & 1)
        entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
        before = buffer
        buffer >>= entry
        count -= entry
        if ((entry & LITERAL) != 0) {
          store<u16>(out, <u16>(entry >> 16))
          out += 1 + <usize>((entry >> PAIR_SHIFT) & 1)
          buffer |= load<u64>(from) << count
          from += <usize>((63 - (count & 63)) >> 3)
          count |= 56
          entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
          continue
        }
      }
    }
    if ((entry & SPECIAL) != 0) {
      if ((entry & POINTER) != 0) {
        const further = (entry >> 16) + (buffer & (((<u64>1) << (entry >> 8)) - 1))
        entry = <u64>load<u32>(LITERALS + ((<usize>further) << 2))
        before = buffer
        buffer >>= entry
        count -= entry
      }
      if ((entry & SPECIAL) != 0) {
        bits = buffer
        loaded = count
        next = from
        to = out
        if (isInteger<T>()) note = place
        return (entry & END) != 0
      }
      if ((entry & LITERAL) != 0) {
        store<u8>(out++, <u8>(entry >> 16))
        buffer |= load<u64>(from) << count
        from += <usize>((63 - (count & 63)) >> 3)
        count |= 56
        entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
        continue
      }
    }
    const length = <usize>((entry >> 16) + valueOf(before, entry))
    buffer |= load<u64>(from) << count
    from += <usize>((63 - (count & 63)) >> 3)
    count |= 56
    entry = <u64>load<u32>(OFFSETS + ((<usize>(buffer & OFFSET_MASK)) << 2))
    if ((entry & SPECIAL) != 0) {
      if ((entry & POINTER) == 0) return false
      buffer >>= OFFSET_BITS
      count -= OFFSET_BITS
      const further = (entry >> 16) + (buffer & (((<u64>1) << (entry >> 8)) - 1))
      entry = <u64>load<u32>(OFFSETS + ((<usize>further) << 2))
      if ((entry & SPECIAL) != 0) return false
    }
    const offset = <usize>((entry >> 16) + valueOf(buffer, entry))
    buffer >>= entry
    count -= entry
    if (offset > out - DATA) return false
    if (isInteger<T>()) {
      const start = <u64>(out - DATA)
      store<u64>(place, start | ((start + <u64>length) << 32))
      // When the list is full, its last copy is replaced.
      place = min(place + ((<usize>(length >= MIN_COPY)) << 3), lastNote)
    }
    buffer |= load<u64>(from) << count
    from += <usize>((63 - (count & 63)) >> 3)
    count |= 56
    entry = <u64>load<u32>(LITERALS + ((<usize>(buffer & LITERAL_MASK)) << 2))
    if (offset >= 16) {
      const stop = out + length
      let source = out - offset
      // Most matches end within 32 bytes, half of them within 16: a jump that depends on that is often guessed wrongly.
      v128.store(out, v128.load(source))
      v128.store(out, v128.load(source, 16), 16)
      if (length > 32) {
        out += 32
        source += 32
        do {
          v128.store(out, v128.load(source))
          v128.store(out, v128.load(source, 16), 16)
          out += 32
          source += 32
        } while (out < stop)
      }
      out = stop
    } else {
      repeat(out, offset, length)
      out += length
    }
  }
  return false
}

// The extra bits behind a code.
function valueOf(buffer: u64, entry: u64): u64 {
  return (buffer & (((<u64>1) << entry) - 1)) >> (entry >> 8)
}

// A match that reaches into itself: what lies before it comes again and again.
function repeat(to: usize, offset: usize, length: usize): void {
  const last = v128.load(to - offset)
  let lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
  // The remainder of each lane's number by the offset, which it exceeds at most fifteen times.
  const most = i8x16.splat(<i8>offset)
  for (let n: usize = offset; n < 16; n += offset) {
    lanes = v128.bitselect(i8x16.sub(lanes, most), lanes, i8x16.ge_s(lanes, most))
  }
  const pattern = i8x16.swizzle(last, lanes)
  const step: usize = 16 - (<usize>16 % offset)
  const stop = to + length
  for (let at = to; at < stop; at += step) v128.store(at, pattern)
}
