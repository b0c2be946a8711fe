// What tells one event from another, its ID and its account, and what tells two copies of it from two contents under one
// ID. Both are hashed under a random key: an attacker who writes log files must not be able to make an event that hides
// another, from a count either. The ID is kept as bytes too. It is made for every survivor, so
// the scanner makes it of the record's own bytes wherever these are the text.

import { accountOf } from '../../event/identity.ts'
import { eventId } from '../../event/names.ts'
import type { LazyEvent } from './lazy-event.ts'
import { Scanner } from '../json/scan.ts'

/** One key at a time: `of` and `ofTexts` write over the one before. */
export class EventKey {
  /** Event ID, a zero byte, account; the first `length` bytes. */
  bytes: Uint8Array = new Uint8Array(0)
  length = 0
  /**
   * A keyed hash of the bytes, 64 bits in two words with a sign, which V8 keeps apart from other numbers; both 0 without an
   * event ID.
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
    this.a = hasId ? scanner.hashWord(0) : 0
    this.b = hasId ? scanner.hashWord(1) : 0
  }
}

/**
 * What tells copies of a record from other records with its ID, in words with a sign. Copies have one value: `a` and `b`, a
 * keyed hash that does not depend on how it is written. Those that are copies to the byte have the same `c` and `d`: where
 * records are put in order, a hash under a fixed key, which makes it the same order in every run.
 */
export class RecordContent {
  a = 0
  b = 0
  c = 0
  d = 0
  private texts: Scanner | undefined

  /** Of what lies in the scanner's text. */
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

  /** The same for counting, which needs no order: at a third of the cost, and without values at a tenth of that. */
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
