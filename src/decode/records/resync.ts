// After a broken record: where does the next one begin? There is no certain answer in damaged text, so the careful one
// is tried first, and a place is believed only when a whole record can be read there.

import { type Scanner, SLOT, type SlotKey } from '../json/scan.ts'

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const QUOTE = 0x22
const COLON = 0x3a
const COMMA = 0x2c

/** How far behind the damage the brackets of a record may close. */
const RECORD_TAIL = 64 * 1024
/** The damage may lie a little before the byte that proved it: `"abc{"eventVersion"` is noticed two bytes late. */
const LATE = 32

export class Resync {
  private readonly bytes: Buffer
  private readonly scanner: Scanner
  // Bytes that may still be looked at: text made of nothing but damage must not take time without end.
  private budget: number

  /** Of the text that the scanner holds. */
  constructor(scanner: Scanner) {
    this.bytes = scanner.bytes
    this.scanner = scanner
    this.budget = 8 * scanner.bytes.length + (256 << 20)
  }

  /**
   * The offset of the next record, or of the bracket that closes the list, after the broken record at `start` whose
   * first impossible byte is at `errorAt`. -1 when nothing more can be found.
   */
  next(start: number, errorAt: number): number {
    return this.afterBalanced(start, errorAt) ?? this.nextWhole(start, errorAt)
  }

  // Where only the inside of the record is damaged, its own closing bracket is where the count of brackets says.
  private afterBalanced(start: number, errorAt: number): number | undefined {
    const { bytes, scanner } = this
    if (bytes[start] !== OPEN) return undefined
    const limit = Math.min(errorAt + RECORD_TAIL, bytes.length)
    const end = balancedEnd(bytes, start, limit)
    this.budget -= (end < 0 ? limit : end) - start
    if (end <= errorAt) return undefined
    const after = scanner.skipSpace(end)
    if (bytes[after] === CLOSE_ARRAY) return after
    const next = bytes[after] === COMMA ? scanner.skipSpace(after + 1) : after
    // Brackets inside strings may have been counted when a quote is missing.
    return bytes[next] === OPEN && this.isRecord(next) ? next : undefined
  }

  private nextWhole(start: number, errorAt: number): number {
    const { bytes } = this
    const from = Math.max(start + 1, errorAt - LATE)
    for (let at = bytes.indexOf(OPEN, from); at >= 0 && this.budget > 0; at = bytes.indexOf(OPEN, at + 1)) {
      // What stands behind a key is a part of the broken record, however much it looks like one.
      if (this.before(at) !== COLON && this.isRecord(at)) return at
    }
    return -1
  }

  // A whole record, or the last one, cut short: then the caller says so.
  private isRecord(start: number): boolean {
    const { bytes, scanner } = this
    if (bytes[scanner.skipSpace(start + 1)] !== QUOTE) return false
    const end = scanner.object(start)
    this.budget -= (end < 0 ? scanner.errorAt : end) - start
    if (end < 0) return scanner.errorAt >= bytes.length && this.looksLikeRecord()
    const after = bytes[scanner.skipSpace(end)]
    return (
      (after === COMMA || after === CLOSE_ARRAY || after === OPEN || after === undefined) &&
      this.looksLikeRecord()
    )
  }

  private looksLikeRecord(): boolean {
    const { bytes } = this
    const at = (key: SlotKey): number => this.scanner.slots[SLOT[key] * 2]!
    return (
      at('eventTime') >= 0 ||
      at('eventVersion') >= 0 ||
      at('timeWindow') >= 0 ||
      at('CloudTrailEvent') >= 0 ||
      (at('detail') >= 0 && at('detail-type') >= 0) ||
      (at('message') >= 0 && bytes[at('message') + 1] === OPEN)
    )
  }

  private before(at: number): number | undefined {
    let i = at - 1
    while (
      this.bytes[i] === 0x20 ||
      this.bytes[i] === 0x0a ||
      this.bytes[i] === 0x0d ||
      this.bytes[i] === 0x09
    )
      i--
    return this.bytes[i]
  }
}

// The end of the bracket that opens at `start` when every bracket inside has its partner; grammar does not matter.
function balancedEnd(bytes: Buffer, start: number, limit: number): number {
  const stack: number[] = []
  for (let i = start; i < limit; i++) {
    const c = bytes[i]!
    if (c === QUOTE) {
      for (i++; i < limit && bytes[i] !== QUOTE; i++) if (bytes[i] === 0x5c) i++
    } else if (c === OPEN || c === OPEN_ARRAY) stack.push(c)
    else if (c === CLOSE || c === CLOSE_ARRAY) {
      if (stack.pop() !== (c === CLOSE ? OPEN : OPEN_ARRAY)) return -1
      if (stack.length === 0) return i + 1
    }
  }
  return -1
}
