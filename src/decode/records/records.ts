// Inflated bytes → records, for every shape in which CloudTrail records occur, recognized by content alone. A broken record is
// reported and never hides its neighbours. elements.ts classifies objects; this module finds them.

import { looksWhole } from './envelope.ts'
import { eventTable, isEventTable } from './csv.ts'
import { Elements, type RecordIssue } from './elements.ts'
import type { RecordView } from './record-view.ts'
import { Resync } from './resync.ts'
import { type Scanner, unquote } from '../json/scan.ts'

export type { RecordIssue } from './elements.ts'

/**
 * Calls `visit` for every record of the scanner's document, in ascending order of offsets. `cut`: the bytes are known to be
 * truncated, so an incomplete last record is not reported again. `passesOver`: skip records that cannot match by the
 * scanner's needles; they must still be complete, but are not examined further. Never throws for bad input; problems are
 * returned as issues.
 */
export function readRecords(
  scanner: Scanner,
  visit: (view: RecordView) => void,
  cut = false,
  passesOver = false,
): readonly RecordIssue[] {
  const reader = new Reader(scanner, visit, cut, passesOver)
  reader.document()
  return reader.elements.finish()
}

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COLON = 0x3a
const COMMA = 0x2c
const QUOTE = 0x22
const NEWLINE = 0x0a

/** Keys whose array contains records, or elements that contain one record each. */
const WRAPPERS = new Set(['Records', 'Events', 'events', 'logEvents'])
const WRAPPER_AHEAD = /"(?:Records|Events|events|logEvents)"\s*:\s*\[/
/** A line of a CloudWatch Logs export or of `aws logs tail`: a time, optionally a stream name, then the record. */
const LOG_LINE_START = /^(?:\d{4}-\d\d-\d\d[T ]|\d{13}\b)[^{\n"]{0,512}$/

/** First bytes of the `._` files that macOS creates on foreign file systems and in archives. */
const APPLE_DOUBLE = Buffer.from([0, 5, 0x16, 7])

/** Returned instead of an offset: the value cannot be read to its end. */
const LOST = -1
/** Returned instead of an offset: the object has no wrapper key. */
const NO_WRAPPER = -2

class Reader {
  readonly elements: Elements
  private readonly bytes: Buffer
  private readonly cut: boolean
  private readonly passesOver: boolean
  private readonly scanner: Scanner
  private readonly resync: Resync
  /** Where reading stopped because of a broken value, and the message about it. */
  private lostAt = 0
  private lostWhat: string | undefined
  /** Records were found in damaged text, so closing brackets of the lists around them are not reported. */
  private isResumed = false

  constructor(scanner: Scanner, visit: (view: RecordView) => void, cut: boolean, passesOver: boolean) {
    this.bytes = scanner.bytes
    this.cut = cut
    this.passesOver = passesOver
    this.scanner = scanner
    this.elements = new Elements(scanner, visit)
    this.resync = new Resync(scanner, this.elements)
  }

  // Any number of consecutive values: a log file is one, NDJSON and concatenated objects are many.
  document(): void {
    const { bytes, scanner, elements } = this
    if (isEventTable(bytes)) {
      for (const row of eventTable(bytes)) elements.row(row)
      return
    }
    let i = scanner.skipSpace(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
    if (i >= bytes.length && !this.cut) elements.damaged('is empty')
    while (i >= 0 && i < bytes.length) {
      const c = bytes[i]
      let next: number
      if (c === OPEN) next = this.topObject(i)
      else if (c === OPEN_ARRAY) next = this.list(i)
      else if (c === QUOTE && scanner.string(i) >= 0 && elements.search(i)) next = scanner.string(i)
      else if (this.isResumed && (c === COMMA || c === CLOSE_ARRAY || c === CLOSE)) next = i + 1
      else next = this.betweenValues(i)
      if (next === LOST) next = this.resume()
      i = next < 0 ? -1 : scanner.skipSpace(next)
    }
  }

  // After a broken value: offset of the next complete record, or -1.
  private resume(): number {
    if (this.lostAt >= this.bytes.length) {
      if (this.lostWhat !== undefined && !this.cut) this.elements.damaged(this.lostWhat)
      return -1
    }
    const { next, passedOver } = this.resync.from(this.lostAt)
    if (this.lostWhat !== undefined) this.elements.damaged(this.lostWhat, passedOver)
    this.isResumed = true
    return next
  }

  // A record, an envelope with one, or a wrapper around many. Returns the offset after it, or LOST.
  private topObject(start: number): number {
    const { scanner, elements } = this
    if (!WRAPPERS.has(this.firstKey(start))) {
      const end = scanner.object(start)
      if (end >= 0 && (!elements.isWrapper() || looksWhole(scanner, start, end))) {
        if (elements.isElement()) elements.take(start, end)
        else elements.refuse(start, end)
        return end
      }
      if (end < 0 && !this.hasWrapperAhead(start)) return this.broken(start, scanner.errorAt)
    }
    const end = this.wrapper(start)
    if (end !== NO_WRAPPER) return end
    const whole = scanner.object(start)
    elements.refuse(start, whole)
    return whole
  }

  // The short string after the byte at `start`.
  private firstKey(start: number): string {
    const quote = this.scanner.skipSpace(start + 1)
    if (this.bytes[quote] !== QUOTE) return ''
    const end = this.bytes.indexOf(QUOTE, quote + 1)
    return end < 0 || end - quote > 40 ? '' : this.bytes.toString('latin1', quote + 1, end)
  }

  // An incomplete object whose wrapper key is not its first key.
  private hasWrapperAhead(start: number): boolean {
    return WRAPPER_AHEAD.test(this.bytes.toString('latin1', start, Math.min(start + 4096, this.bytes.length)))
  }

  // Walks the keys of an object and reads the arrays of its wrapper keys in order, so that a truncated file still yields its
  // records. Returns the offset after the object, LOST, or NO_WRAPPER.
  private wrapper(start: number): number {
    const { bytes, scanner } = this
    let isWrapper = false
    let i = scanner.skipSpace(start + 1)
    if (bytes[i] === CLOSE) return NO_WRAPPER
    for (;;) {
      if (bytes[i] !== QUOTE) return this.lost(i)
      const keyEnd = scanner.string(i)
      if (keyEnd < 0) return this.lost(scanner.errorAt)
      const isList = WRAPPERS.has(unquote(bytes, i, keyEnd))
      i = scanner.skipSpace(keyEnd)
      if (bytes[i] !== COLON) return this.lost(i)
      i = scanner.skipSpace(i + 1)
      if (isList && bytes[i] === OPEN_ARRAY) {
        isWrapper = true
        i = this.list(i)
        if (i < 0) return LOST
      } else {
        // {"Records":null} is an empty log file.
        if (isList && bytes[i] === 0x6e) isWrapper = true
        const end = scanner.value(i)
        if (end < 0) return this.broken(i, scanner.errorAt)
        // Records under other keys are accepted too.
        if (this.elements.search(i)) {
          isWrapper = true
          this.elements.reached = end
        }
        i = end
      }
      i = scanner.skipSpace(i)
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
      else if (bytes[i] === CLOSE) return isWrapper ? i + 1 : NO_WRAPPER
      else return this.lost(i)
    }
  }

  // The array at `start`. Returns the offset after it, or LOST.
  private list(start: number): number {
    const { bytes, scanner } = this
    let i = scanner.skipSpace(start + 1)
    if (bytes[i] === CLOSE_ARRAY) return this.listEnd(i)
    for (;;) {
      i = bytes[i] === OPEN ? this.object(i) : (this.packed(i) ?? this.debris(i))
      if (i < 0) return LOST
      if (bytes[i] === COMMA) i = this.afterComma(i)
      if (bytes[i] === CLOSE_ARRAY) {
        i = this.listEnd(i)
        if (bytes[i] !== OPEN) return i
      }
    }
  }

  // One object of a list. Returns the offset after it, or LOST.
  private object(from: number): number {
    const { bytes, scanner, elements } = this
    let start = from
    if (this.passesOver) {
      const before = scanner.passedOver
      start = scanner.passOver(from)
      elements.count += scanner.passedOver - before
      if (bytes[start] !== OPEN) return start
    }
    const end = scanner.object(start)
    if (end < 0) return this.broken(start, scanner.errorAt)
    const after = scanner.skipSpace(end)
    const c = bytes[after]
    // The object looked complete but ended too early.
    if (c === COMMA && this.goesOnBehind(start, end, after)) return this.broken(start, after)
    if (c === undefined && !elements.hasId()) {
      if (this.resync.absorbed(start)) {
        elements.damaged(`record ${++elements.count} at byte ${start} is broken, and others begin in it`)
        return this.lost(after)
      }
      // The search inside has overwritten the scanner's slots.
      scanner.object(start)
    }
    if (elements.isElement()) elements.take(start, end)
    else elements.refuse(start, end)
    if (c === undefined) return this.lost(after)
    if (c === OPEN) elements.damaged(`a comma is missing between records at byte ${after}`)
    else if (c !== COMMA && c !== CLOSE_ARRAY) return this.junk(after)
    return after
  }

  // A record whose bracket has closed is complete, whatever follows it. Returns the offset of what comes next.
  private junk(at: number): number {
    const { next, passedOver } = this.resync.from(at)
    this.elements.damaged(`not JSON at byte ${at}, behind record ${this.elements.count}`, passedOver)
    return this.gone(next)
  }

  private gone(next: number): number {
    this.isResumed = true
    this.lostAt = this.bytes.length
    this.lostWhat = undefined
    return next
  }

  // A text or an array that contains records. Returns the offset after it; undefined for anything else.
  private packed(start: number): number | undefined {
    const { bytes, scanner } = this
    const end = scanner.value(start)
    const after = end < 0 ? end : scanner.skipSpace(end)
    if (end < 0 || (bytes[after] !== COMMA && bytes[after] !== CLOSE_ARRAY)) return undefined
    if (!this.elements.search(start)) return undefined
    this.elements.reached = end
    return after
  }

  // Entries that are not objects, or the rest of a record whose beginning is missing: continues at the next object.
  private debris(start: number): number {
    const { bytes, scanner, elements } = this
    let entries = 0
    for (let i = start; ; i = scanner.skipSpace(i + 1)) {
      const end = scanner.value(i)
      if (end < 0) return this.broken(start, scanner.errorAt)
      i = scanner.skipSpace(end)
      if (bytes[i] !== COMMA && bytes[i] !== CLOSE_ARRAY) return this.broken(start, i)
      entries++
      if (bytes[i] === COMMA && bytes[scanner.skipSpace(i + 1)] !== OPEN) continue
      const first = elements.count + 1
      elements.count += entries
      const which = entries === 1 ? `entry ${first}` : `entries ${first} to ${elements.count}`
      elements.damaged(`${which} at byte ${start} ${entries === 1 ? 'is not an object' : 'are not objects'}`)
      return i
    }
  }

  // `{…},"key":`: a bracket too many has closed the record, if what follows is the rest of it. It is that of another one,
  // whose beginning is lost, if a key comes again, or if the record has an ID, which CloudTrail writes behind all that has
  // brackets.
  private goesOnBehind(start: number, end: number, comma: number): boolean {
    const { bytes, scanner } = this
    let i = scanner.skipSpace(comma + 1)
    if (bytes[i] !== QUOTE || this.elements.hasId()) return false
    const known = new Set(keysOf(bytes, start, end))
    for (let pairs = 0; bytes[i] === QUOTE; pairs++) {
      const keyEnd = scanner.string(i)
      const colon = keyEnd < 0 ? -1 : scanner.skipSpace(keyEnd)
      if (colon < 0 || bytes[colon] !== COLON) return pairs > 0
      if (known.has(unquote(bytes, i, keyEnd))) return false
      const valueEnd = scanner.value(scanner.skipSpace(colon + 1))
      if (valueEnd < 0) return true
      i = scanner.skipSpace(valueEnd)
      if (bytes[i] !== COMMA) return true
      i = scanner.skipSpace(i + 1)
    }
    return true
  }

  private afterComma(comma: number): number {
    const { bytes, scanner } = this
    let i = scanner.skipSpace(comma + 1)
    if (bytes[i] === COMMA || bytes[i] === CLOSE_ARRAY)
      this.elements.damaged(`a comma too many at byte ${comma}`)
    while (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
    return i
  }

  // Returns the offset after the closing bracket, or that of the next record: in `],{` there is a bracket too many.
  private listEnd(bracket: number): number {
    const { bytes, scanner } = this
    const comma = scanner.skipSpace(bracket + 1)
    if (bytes[comma] !== COMMA) return bracket + 1
    const next = scanner.skipSpace(comma + 1)
    if (bytes[next] !== OPEN) return bracket + 1
    this.elements.damaged(`the list of records ends at byte ${bracket} and goes on behind it`)
    return next
  }

  // Reports an unreadable record. Returns the offset of the next complete record, or LOST.
  private broken(start: number, errorAt: number): number {
    const { bytes, elements } = this
    if (start >= bytes.length) return this.lost(start)
    const number = ++elements.count
    const { next, passedOver } = this.resync.after(start, errorAt)
    if (errorAt < bytes.length)
      elements.damaged(`record ${number} at byte ${start} is broken at byte ${errorAt}`, passedOver)
    else if (!this.cut)
      elements.damaged(`ends in the middle of record ${number}, which begins at byte ${start}`)
    return this.gone(next)
  }

  private lost(at: number): number {
    this.lostAt = at
    this.lostWhat =
      at < this.bytes.length ? `not JSON from byte ${at} on` : `ends at byte ${at} before its JSON does`
    return LOST
  }

  // No value begins here: the time before the record in a log line, or a file of another kind.
  private betweenValues(i: number): number {
    const { bytes, elements } = this
    const brace = this.afterLogTime(i)
    if (brace >= 0) return brace
    const lineEnd = bytes.indexOf(NEWLINE, i)
    const head = JSON.stringify(
      bytes.toString('utf8', i, Math.min(i + 40, lineEnd < 0 ? bytes.length : lineEnd)),
    )
    const wasUntouched = elements.isUntouched
    const { next, passedOver } = this.resync.from(i)
    if (!wasUntouched || next >= 0 || !elements.isUntouched)
      elements.damaged(`not JSON at byte ${i} (${head})`, passedOver)
    // Text is another service's log; bytes that are not text are something else.
    else if (bytes.subarray(0, APPLE_DOUBLE.length).equals(APPLE_DOUBLE))
      elements.skipped('a side file that macOS keeps beside a copy, not a log file')
    else if (bytes.subarray(0, 512).includes(0)) elements.damaged('a binary file, neither JSON nor gzip')
    else elements.skipped(`not a CloudTrail log file (begins ${head})`)
    return this.gone(next)
  }

  // Offset of the brace that follows a time in the line at `start`; -1 for other lines.
  private afterLogTime(start: number): number {
    const { bytes } = this
    const c = bytes[start]!
    if (!(c >= 0x30 && c <= 0x39)) return -1
    const head = bytes.subarray(start, start + 600)
    const brace = head.indexOf(OPEN)
    return brace >= 0 && LOG_LINE_START.test(head.toString('latin1', 0, brace)) ? start + brace : -1
  }
}

function keysOf(bytes: Buffer, start: number, end: number): readonly string[] {
  return Object.keys(JSON.parse(bytes.toString('utf8', start, end)) as object)
}
