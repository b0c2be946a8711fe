// What tells one event from another: its ID and its account, as bytes and as a hash. It is made for every survivor, so
// it is made of the record's own bytes wherever these are the text.

import { accountOf } from '../event/identity.ts'
import { eventId } from '../event/names.ts'
import type { LazyEvent } from './lazy-event.ts'

/** Longer texts than these are no event ID and no account, but they are kept whole. */
const ROOM = 256

/** One key at a time: `of` and `ofTexts` write over the one before. */
export class EventKey {
  /** Event ID, a zero byte, account; the first `length` bytes. */
  bytes: Uint8Array = new Uint8Array(ROOM)
  length = 0
  hasId = false
  /** 64 bits over the bytes. Not for secrets. */
  a = 0
  b = 0

  of(event: LazyEvent): void {
    const id = event.copyText('eventID', this.bytes, 0)
    const end = id < 0 ? id : event.copyText('recipientAccountId', this.bytes, id + 1)
    if (end < 0) return this.ofTexts(eventId(event) ?? '', accountOf(event) ?? '')
    this.bytes[id] = 0
    this.length = end
    this.hasId = true
    this.hash()
  }

  ofTexts(id: string, account: string): void {
    const bytes = Buffer.from(`${id}\0${account}`)
    if (bytes.length > this.bytes.length) this.bytes = new Uint8Array(bytes.length * 2)
    this.bytes.set(bytes)
    this.length = bytes.length
    this.hasId = id !== ''
    this.hash()
  }

  // Four bytes a step into two words that are mixed in different ways, and at the end with each other.
  private hash(): void {
    const { bytes, length } = this
    let a = length
    let b = 0x01000193
    for (let i = 0; i < length; i += 4) {
      // What lies behind the end must not count.
      const left = length - i
      const word =
        bytes[i]! |
        (left > 1 ? bytes[i + 1]! << 8 : 0) |
        (left > 2 ? bytes[i + 2]! << 16 : 0) |
        (left > 3 ? bytes[i + 3]! << 24 : 0)
      a = Math.imul(a ^ word, 0xcc9e2d51)
      a ^= a >>> 15
      b = Math.imul((b << 13) | (b >>> 19), 5) ^ Math.imul(word, 0x1b873593)
    }
    a = mixed(a ^ b)
    this.a = a >>> 0
    this.b = mixed(b + a) >>> 0
  }
}

// The end of MurmurHash3: every bit of the word changes half of the bits.
function mixed(word: number): number {
  let w = word ^ (word >>> 16)
  w = Math.imul(w, 0x85ebca6b)
  w = Math.imul(w ^ (w >>> 13), 0xc2b2ae35)
  return w ^ (w >>> 16)
}
