// After a broken record: where does the next one begin? There is no certain answer in damaged text, so the careful one
// is tried first, and a place is believed only when a whole record can be read there.

import { Scanner, SLOT } from './scan.ts'

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const QUOTE = 0x22
const COMMA = 0x2c

/**
 * The offset of the next record, or of the bracket that closes the list, after the broken record at `start` whose
 * first impossible byte is at `errorAt`. -1 when nothing more can be found. `good` is the start of an intact record of
 * the same list, or -1: its first key shows how records begin there.
 */
export function resync(bytes: Buffer, start: number, errorAt: number, good: number): number {
  const scanner = new Scanner(bytes)
  const end = balancedEnd(bytes, start)
  if (end >= 0) {
    const after = scanner.skipSpace(end)
    if (bytes[after] === CLOSE_ARRAY) return after
    const next = scanner.skipSpace(after + 1)
    if (bytes[after] === COMMA && bytes[next] === OPEN) return next
  }
  const signature = firstKey(bytes, good)
  // The damage may lie a little before the byte that proved it: `"abc{"eventVersion"` is noticed two bytes late.
  let at = bytes.indexOf(signature, Math.max(start + 2, errorAt - signature.length - 8))
  for (; at >= 0; at = bytes.indexOf(signature, at + 1)) {
    let brace = at - 1
    while (bytes[brace] === 0x20 || bytes[brace] === 0x0a || bytes[brace] === 0x0d || bytes[brace] === 0x09)
      brace--
    if (bytes[brace] !== OPEN || brace <= start) continue
    const recordEnd = scanner.object(brace)
    if (recordEnd < 0) {
      if (scanner.errorAt >= bytes.length) return brace // the last record, cut short: let the caller say so
      continue
    }
    const after = bytes[scanner.skipSpace(recordEnd)]
    const follows = after === COMMA || after === CLOSE_ARRAY || after === undefined
    if (follows && scanner.slots[SLOT.eventTime * 2]! >= 0) return brace
  }
  return -1
}

function firstKey(bytes: Buffer, good: number): string {
  if (good >= 0) {
    const quote = bytes.indexOf(QUOTE, good)
    const end = bytes.indexOf(QUOTE, quote + 1)
    if (quote > 0 && end - quote < 40) return bytes.toString('latin1', quote, end + 1)
  }
  return '"eventVersion"'
}

// The end of the bracket that opens at `start` when every bracket inside has its partner; grammar does not matter.
function balancedEnd(bytes: Buffer, start: number): number {
  const stack: number[] = []
  for (let i = start; i < bytes.length; i++) {
    const c = bytes[i]!
    if (c === QUOTE) {
      for (i++; i < bytes.length && bytes[i] !== QUOTE; i++) if (bytes[i] === 0x5c) i++
    } else if (c === OPEN || c === OPEN_ARRAY) stack.push(c)
    else if (c === CLOSE || c === CLOSE_ARRAY) {
      if (stack.pop() !== (c === CLOSE ? OPEN : OPEN_ARRAY)) return -1
      if (stack.length === 0) return i + 1
    }
  }
  return -1
}
