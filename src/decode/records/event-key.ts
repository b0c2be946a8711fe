// What tells one event from another: its ID and its account, as bytes and as a hash. It is made for every survivor, so
// the scanner makes it of the record's own bytes wherever these are the text.

import { accountOf } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import type { LazyEvent } from './lazy-event.ts'
import type { Scanner } from '../json/scan.ts'

/** One key at a time: `of` and `ofTexts` write over the one before. */
export class EventKey {
  /** Event ID, a zero byte, account; the first `length` bytes. */
  bytes: Uint8Array = new Uint8Array(0)
  length = 0
  /**
   * 64 bits over the bytes in two words with a sign, which V8 keeps apart from other numbers; both 0 without an event ID.
   * Not for secrets.
   */
  a = 0
  b = 0

  of(event: LazyEvent): void {
    const { scanner } = event
    const length = scanner.eventKey()
    if (length < 0) this.ofTexts(scanner, eventId(event) ?? '', accountOf(event) ?? '')
    else this.take(scanner, length, true)
  }

  /** The scanner only lends its memory. */
  ofTexts(scanner: Scanner, id: string, account: string): void {
    this.take(scanner, scanner.eventKeyOf(id, account), id !== '')
  }

  private take(scanner: Scanner, length: number, hasId: boolean): void {
    this.bytes = scanner.key
    this.length = length
    this.a = hasId ? scanner.eventKeyHash(0) : 0
    this.b = hasId ? scanner.eventKeyHash(1) : 0
  }
}
