// Recovers complete records from damaged text. After a syntax error, every record whose bracket closes is still found: those
// inside the broken value, and the next one after it. Because such text is ambiguous, a position is accepted only if a
// complete record can be read there, and skipped bytes are counted. Time is linear in the length of the text.

import type { Scanner } from '../json/scan.ts'
import type { Elements } from './elements.ts'

const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const QUOTE = 0x22
const COLON = 0x3a
const COMMA = 0x2c
const SPACE = 0x20
const NEWLINE = 0x0a

/** The damage may begin a little before the byte that proves it: `"abc{"eventVersion"` is detected two bytes late. */
const LATE = 32
/** Maximum distance to search back for the start of the preceding string. */
const MAX_BACK = 4096
/** Maximum number of times a text is searched again because a bracket around complete records never closes. */
const MAX_OPEN = 16

/** Every record, and every envelope of one, has at least one of these keys. Without quotes, which may be escaped. */
const MARKS = ['eventTime', 'eventVersion', 'timeWindow', 'CloudTrailEvent']

/** Which values in a broken one are accepted: all records, those on lines of their own, or complete ones. */
type Within = 'all' | 'lines' | 'complete'

export interface Rescued {
  /** Offset of the next complete object with the marks of a record; -1 if there is none. */
  readonly next: number
  /** Number of bytes skipped on the way. */
  readonly passedOver: number
}

export class Resync {
  private readonly bytes: Buffer
  private readonly scanner: Scanner
  private readonly elements: Elements
  private rescued = 0

  /** Works on the scanner's text. Complete records found on the way are passed to `elements`. */
  constructor(scanner: Scanner, elements: Elements) {
    this.bytes = scanner.bytes
    this.scanner = scanner
    this.elements = elements
  }

  /** Recovers what is complete in the value at `start`, whose byte at `errorAt` is invalid, and finds what comes next. */
  after(start: number, errorAt: number): Rescued {
    this.rescued = 0
    this.inside(start, 0, 'all', true)
    const next = this.nextWhole(Math.max(start + 1, this.before(errorAt)))
    return this.counted(start, next)
  }

  /** Continues after any invalid byte. */
  from(at: number): Rescued {
    this.rescued = 0
    return this.counted(at, this.nextWhole(this.before(at)))
  }

  /** Searches an object that is complete only because the text ends with it; true if it contains records. */
  absorbed(start: number): boolean {
    const { bytes, scanner, elements } = this
    const before = elements.count
    for (let i = scanner.skipSpace(start + 1); bytes[i] === QUOTE;) {
      const value = scanner.skipSpace(scanner.skipSpace(scanner.string(i)) + 1)
      const end = scanner.value(value)
      this.whole(value)
      i = scanner.skipSpace(end)
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
    }
    return elements.count > before
  }

  private nextWhole(from: number): number {
    const { bytes, scanner } = this
    let at = bytes.indexOf(OPEN, from)
    while (at >= 0) {
      let behind = at + 1
      if (this.mayBegin(at)) {
        const end = scanner.object(at)
        if (end >= 0) {
          if (this.elements.looksLikeRecord() || this.hasMark(at, end)) return at
          behind = end
        } else if (scanner.errorAt >= bytes.length && this.elements.looksLikeRecord()) {
          return at // the last one is truncated, which the caller reports
        } else {
          const { errorAt } = scanner
          this.inside(at, 0, 'all')
          if (errorAt - at > LATE) behind = Math.max(behind, this.before(errorAt))
        }
      }
      at = bytes.indexOf(OPEN, behind)
    }
    return -1
  }

  // Takes the records in a value that breaks somewhere. What is broken and a record itself is not looked into: whatever it
  // holds is a part of it, however much it looks like a record. Only a line of its own is another record: what comes
  // before it ends behind a key. And where the text ends before the record, a list in it that was left open may have taken
  // in the records that follow: those that say all that a record says. An object behind a key is never one of them.
  private inside(start: number, open: number, within: Within, isInList = false): void {
    const { bytes, scanner } = this
    const isObject = bytes[start] === OPEN
    if (!isObject && bytes[start] !== OPEN_ARRAY) return
    if (isObject ? scanner.object(start) >= 0 : scanner.value(start) >= 0) {
      // An object that is whole has been closed by a bracket too many, and is but the beginning of a record.
      return isObject ? undefined : this.whole(start)
    }
    if (open === MAX_OPEN || !this.hasMark(start, scanner.errorAt)) return
    const isCut = scanner.errorAt >= bytes.length
    const isRecord = isObject && within === 'all' && (this.elements.isElement() || (isCut && isInList))
    const taken = isRecord ? (isCut ? 'complete' : 'lines') : within
    const close = isObject ? CLOSE : CLOSE_ARRAY
    for (let i = scanner.skipSpace(start + 1); bytes[i] !== close;) {
      if (isObject) {
        const key = bytes[i] === QUOTE ? scanner.string(i) : -1
        i = key < 0 ? bytes.length : scanner.skipSpace(key)
        if (bytes[i] !== COLON) return
        i = scanner.skipSpace(i + 1)
      }
      const end = scanner.value(i)
      if (end < 0) return this.inside(i, open + 1, taken, !isObject)
      if (taken === 'all' || bytes[i - 1] === NEWLINE) this.whole(i)
      else if (taken === 'complete') this.absorbedIn(i, !isObject, open)
      i = scanner.skipSpace(end)
      if (bytes[i] !== COMMA) return
      i = scanner.skipSpace(i + 1)
    }
  }

  // In a whole value of a record that is cut short: the list that was left open ends with the brackets of what follows, so
  // that the records in it are its last elements, at any depth.
  private absorbedIn(start: number, isInList: boolean, open: number): void {
    const { bytes, scanner, elements } = this
    const isObject = bytes[start] === OPEN
    if ((!isObject && bytes[start] !== OPEN_ARRAY) || open === MAX_OPEN) return
    const end = isObject ? scanner.object(start) : scanner.value(start)
    if (isObject && isInList && elements.isComplete() && elements.isElement()) return this.whole(start)
    if (!this.hasMark(start, end)) return
    for (let i = scanner.skipSpace(start + 1); i < end - 1;) {
      if (isObject) i = scanner.skipSpace(scanner.skipSpace(scanner.string(i)) + 1)
      const behind = scanner.value(i)
      this.absorbedIn(i, !isObject, open + 1)
      i = scanner.skipSpace(behind)
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
    }
  }

  private whole(start: number): void {
    const { bytes, scanner, elements } = this
    if (bytes[start] !== OPEN && bytes[start] !== OPEN_ARRAY) return
    const end = bytes[start] === OPEN ? scanner.object(start) : scanner.value(start)
    if (bytes[start] === OPEN && elements.looksLikeRecord() && elements.isElement()) elements.take(start, end)
    else if (!this.hasMark(start, end) || !elements.search(start)) return
    elements.reached = end
    this.rescued += end - start
  }

  // A value after a key is a part of a broken record.
  private mayBegin(at: number): boolean {
    const { bytes, scanner } = this
    if (bytes[scanner.skipSpace(at + 1)] !== QUOTE) return false
    const before = this.lastBefore(at)
    return bytes[at - 1] === NEWLINE || bytes[before] !== COLON || bytes[this.lastBefore(before)] !== QUOTE
  }

  private hasMark(start: number, end: number): boolean {
    const text = this.bytes.subarray(start, end)
    return MARKS.some((mark) => text.includes(mark))
  }

  private before(errorAt: number): number {
    const from = Math.max(0, errorAt - MAX_BACK)
    const text = this.bytes.subarray(from, errorAt)
    const quote = text.lastIndexOf(QUOTE)
    const opening = quote <= 0 ? -1 : text.lastIndexOf(QUOTE, quote - 1)
    const start = Math.min(errorAt - LATE, opening < 0 ? errorAt : from + opening)
    return Math.max(start, this.elements.reached)
  }

  // Excludes separators between records, and at the end of the text the closing brackets of lists.
  private counted(start: number, next: number): Rescued {
    const { bytes } = this
    let end = next < 0 ? bytes.length : next
    for (; end > start; end--) {
      const c = bytes[end - 1]!
      if (c !== COMMA && c > SPACE && (next >= 0 || (c !== CLOSE && c !== CLOSE_ARRAY))) break
    }
    return { next, passedOver: Math.max(0, end - start - this.rescued) }
  }

  private lastBefore(at: number): number {
    const { bytes } = this
    let i = at - 1
    while (i >= 0 && (bytes[i] === SPACE || bytes[i] === 0x0a || bytes[i] === 0x0d || bytes[i] === 0x09)) i--
    return i
  }
}
