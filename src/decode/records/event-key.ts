// The identity of an event (its ID and account), and the hash that distinguishes copies of an event from different contents
// with one ID. Both are hashed with a random key, so that an attacker who writes log files cannot create an event that hides
// another, not even in a count. The ID is also kept as bytes. It is needed for every match, so the scanner builds it from the
// record's bytes if they are plain text.

import { accountOf } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import type { LazyEvent } from './lazy-event.ts'
import { Scanner } from '../json/scan.ts'

/** Holds one key at a time: `of` and `ofTexts` overwrite the previous one. */
export class EventKey {
  /** Event ID, a zero byte and account, in the first `length` bytes. */
  bytes: Uint8Array = new Uint8Array(0)
  length = 0
  /**
   * A keyed hash of the bytes, 64 bits in two signed words, which V8 stores as integers; both 0 without an event ID.
   */
  a = 0
  b = 0

  of(event: LazyEvent): void {
    const { scanner } = event
    const length = scanner.eventKey()
    if (length < 0) this.ofTexts(scanner, eventId(event) ?? '', accountOf(event) ?? '')
    else this.take(scanner, length, true)
  }

  /** Uses only the memory and the hash function of the scanner. */
  ofTexts(scanner: Scanner, id: string, account: string): void {
    this.take(scanner, scanner.eventKeyOf(id, account), id !== '')
  }

  private take(scanner: Scanner, length: number, hasId: boolean): void {
    this.bytes = scanner.key
    this.length = length
    this.a = hasId ? scanner.hashWord(0) : 0
    this.b = hasId ? scanner.hashWord(1) : 0
  }
}

/**
 * Distinguishes copies of a record from other records with its ID, in signed words. Copies have the same value: `a` and `b`
 * are a keyed hash that does not depend on notation. Identical bytes have the same `c` and `d`: if records are ordered, a
 * hash with a fixed key, so that the order is the same in every run.
 */
export class RecordContent {
  a = 0
  b = 0
  c = 0
  d = 0
  private texts: Scanner | undefined

  /** For a record in the scanner's text. */
  of(scanner: Scanner, start: number, end: number): void {
    scanner.hashValue(start)
    this.a = scanner.hashWord(0)
    this.b = scanner.hashWord(1)
    scanner.hashFixed(start, end)
    this.c = scanner.hashWord(0)
    this.d = scanner.hashWord(1)
  }

  ofText(text: Uint8Array): void {
    const scanner = this.loaded(text)
    this.of(scanner, 0, scanner.bytes.length)
  }

  /** For counting, which needs no order: costs a third, and without values a tenth of that. */
  forCount(scanner: Scanner, start: number, end: number, withValue: boolean): void {
    scanner.quickHash(start, end)
    this.c = this.a = scanner.hashWord(0)
    this.d = this.b = scanner.hashWord(1)
    if (!withValue) return
    scanner.hashValue(start)
    this.a = scanner.hashWord(0)
    this.b = scanner.hashWord(1)
  }

  forCountOfText(text: Uint8Array, withValue: boolean): void {
    const scanner = this.loaded(text)
    this.forCount(scanner, 0, scanner.bytes.length, withValue)
  }

  private loaded(text: Uint8Array): Scanner {
    this.texts ??= new Scanner()
    this.texts.load(text)
    return this.texts
  }
}
