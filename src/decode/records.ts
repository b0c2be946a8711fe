// Inflated bytes → records, for every shape that CloudTrail records come in (domain §3.7), told by content alone.
// This is the only reader of untrusted shape: a broken record is named and never hides its neighbours, and what is no
// log file at all (digests, S3 notifications, other services' logs) is recognised and named as that.

import type { LookupFields, Resource } from '../event/event.ts'
import { isObject, own, ownText, type Json } from '../util/json.ts'
import { resync } from './resync.ts'
import { Scanner, SLOT, type SlotKey } from './scan.ts'

/** One record, valid only while `visit` runs: the object is used again for the next. */
export interface RecordView {
  readonly bytes: Buffer
  readonly start: number
  /** Exclusive. */
  readonly end: number
  /** Where the well-known values of this record lie in `bytes`. */
  readonly scanner: Scanner
  /** What a saved lookup-events response said beside the record. */
  readonly lookup: LookupFields | undefined
}

export interface RecordIssue {
  readonly kind: 'damaged' | 'skipped'
  readonly what: string
}

/**
 * Calls `visit` for every record of the document. `cut` says that the bytes are known to stop early, so that a record
 * without an end is no news. Never throws for bad input; what was wrong comes back as issues.
 */
export function readRecords(
  bytes: Buffer,
  visit: (view: RecordView) => void,
  cut = false,
): readonly RecordIssue[] {
  const reader = new Reader(bytes, visit, cut)
  reader.document()
  return reader.finish()
}

const OPEN = 0x7b
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const COMMA = 0x2c
const QUOTE = 0x22

/** Keys whose array holds the records, or things that hold one record each. */
const WRAPPERS = new Set(['Records', 'Events', 'events', 'logEvents'])
/** A line of a CloudWatch Logs export or of `aws logs tail`: a time, perhaps a stream name, then the record. */
const LOG_LINE_START = /^(?:\d{4}-\d\d-\d\d[T ]|\d{13}\b)[^{\n]{0,512}$/

class Reader {
  private readonly bytes: Buffer
  private readonly visit: (view: RecordView) => void
  private readonly cut: boolean
  private readonly scanner: Scanner
  private readonly issues: RecordIssue[] = []
  private elements = 0
  private notifications = 0
  private digests = 0
  private foreign = 0
  private foreignExample = ''

  constructor(bytes: Buffer, visit: (view: RecordView) => void, cut: boolean) {
    this.bytes = bytes
    this.visit = visit
    this.cut = cut
    this.scanner = new Scanner(bytes)
  }

  finish(): readonly RecordIssue[] {
    if (this.notifications > 0)
      this.issues.push({ kind: 'skipped', what: 'an S3 event notification, not a log file' })
    if (this.digests > 0) this.issues.push({ kind: 'skipped', what: 'a digest document, not a log file' })
    if (this.foreign > 0 && this.foreign === this.elements) {
      this.issues.push({ kind: 'skipped', what: `not a CloudTrail log file (${this.foreignExample})` })
    } else if (this.foreign > 0) {
      this.issues.push({
        kind: 'damaged',
        what: `${this.foreign} of ${this.elements} entries are not CloudTrail records (${this.foreignExample})`,
      })
    }
    return this.issues
  }

  // Any number of values one after the other: a log file is one, NDJSON and concatenated objects are many.
  document(): void {
    const { bytes, scanner } = this
    let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    i = scanner.skipSpace(i)
    if (i >= bytes.length) {
      if (!this.cut) this.issues.push({ kind: 'damaged', what: 'empty: not even {"Records":[]}' })
      return
    }
    while (i >= 0 && i < bytes.length) {
      const c = bytes[i]
      let next: number
      if (c === OPEN) next = this.topObject(i)
      else if (c === OPEN_ARRAY) next = this.array(i)
      else {
        i = this.afterLogTime(i)
        continue
      }
      if (next < 0) next = this.nextLine(i)
      i = next < 0 ? -1 : scanner.skipSpace(next)
    }
  }

  // A record, an envelope with one, or a wrapper around many. Returns the offset behind it, or -1.
  private topObject(start: number): number {
    const key = this.firstKey(start)
    if (!WRAPPERS.has(key)) {
      const end = this.scanner.object(start)
      if (end >= 0 && this.isElement()) {
        this.elements++
        this.element(start, end)
        return end
      }
      if (end >= 0) return this.wrapper(start) ? end : this.notRecord(start, end)
      if (!this.wrapperAhead(start)) return this.broken(start, -1)
    }
    const before = this.issues.length
    const end = this.wrapperWalk(start)
    if (end === -1 && this.issues.length === before) return this.broken(start, -1)
    return end
  }

  private firstKey(start: number): string {
    const quote = this.scanner.skipSpace(start + 1)
    if (this.bytes[quote] !== QUOTE) return ''
    const end = this.bytes.indexOf(QUOTE, quote + 1)
    return end < 0 || end - quote > 40 ? '' : this.bytes.toString('latin1', quote + 1, end)
  }

  // An incomplete object whose wrapper key is not its first one.
  private wrapperAhead(start: number): boolean {
    const head = this.bytes.toString('latin1', start, Math.min(start + 4096, this.bytes.length))
    return /"(?:Events|events|logEvents|Records)"\s*:\s*\[/.test(head)
  }

  private wrapper(start: number): boolean {
    const before = this.elements
    const found = this.wrapperWalk(start)
    return found !== -2 || this.elements > before
  }

  // Walks the keys of an object and reads the arrays of its wrapper keys as they come, so that a file that is cut
  // short still gives what it has. Returns the offset behind the object, -1 after damage, -2 when no wrapper key is there.
  private wrapperWalk(start: number): number {
    const { bytes, scanner } = this
    let seen = false
    let i = scanner.skipSpace(start + 1)
    if (bytes[i] === 0x7d) return -2
    for (;;) {
      if (bytes[i] !== QUOTE) return this.unexpected(i)
      const keyEnd = scanner.string(i)
      if (keyEnd < 0) return this.unexpected(scanner.errorAt)
      const key = bytes.toString('latin1', i + 1, keyEnd - 1)
      i = scanner.skipSpace(keyEnd)
      if (bytes[i] !== 0x3a) return this.unexpected(i)
      i = scanner.skipSpace(i + 1)
      if (WRAPPERS.has(key) && (bytes[i] === OPEN_ARRAY || bytes.toString('latin1', i, i + 4) === 'null')) {
        seen = true
        i = bytes[i] === OPEN_ARRAY ? this.array(i) : i + 4
        if (i < 0) return -1
      } else {
        const end = scanner.value(i)
        if (end < 0) return this.unexpected(scanner.errorAt)
        i = end
      }
      i = scanner.skipSpace(i)
      if (bytes[i] === COMMA) i = scanner.skipSpace(i + 1)
      else if (bytes[i] === 0x7d) return seen ? i + 1 : -2
      else return this.unexpected(i)
    }
  }

  // The elements of an array that starts at `start`. Returns the offset behind it, or -1 when the data ends first.
  private array(start: number): number {
    const { bytes, scanner } = this
    let i = scanner.skipSpace(start + 1)
    if (bytes[i] === CLOSE_ARRAY) return i + 1
    let goodStart = -1
    for (;;) {
      let end: number
      if (bytes[i] === OPEN) {
        end = scanner.object(i)
        if (end >= 0) {
          const after = scanner.skipSpace(end)
          if (bytes[after] !== COMMA && bytes[after] !== CLOSE_ARRAY && after < bytes.length) {
            // Whole in itself, but what follows is wrong: an extra bracket, say. The object ended too early.
            scanner.errorAt = after
            end = -1
          } else {
            this.elements++
            if (this.isElement()) {
              this.element(i, end)
              goodStart = i
            } else this.notRecord(i, end)
            scanner.skipSpace(end)
          }
        }
      } else {
        end = i < bytes.length ? scanner.value(i) : -1
        if (i >= bytes.length) scanner.errorAt = i
        if (end >= 0) {
          this.elements++
          this.issues.push({ kind: 'damaged', what: `entry ${this.elements} at byte ${i} is not an object` })
        }
      }
      if (end < 0) {
        end = this.broken(i, goodStart)
        if (end < 0) return -1
        i = end
        if (bytes[i] === CLOSE_ARRAY) return i + 1
        continue
      }
      i = scanner.skipSpace(end)
      if (bytes[i] === CLOSE_ARRAY) return i + 1
      if (bytes[i] !== COMMA) return this.unexpected(i)
      i = scanner.skipSpace(i + 1)
    }
  }

  // Names a record that does not scan and finds where to go on: the offset of the next record or of the closing
  // bracket, or -1.
  private broken(start: number, goodStart: number): number {
    const { bytes, scanner } = this
    const errorAt = scanner.errorAt
    this.elements++
    if (errorAt >= bytes.length) {
      const left = bytes.length - start
      if (!this.cut && left > 0) {
        this.issues.push({
          kind: 'damaged',
          what: `ends in the middle of record ${this.elements}, which begins at byte ${start}`,
        })
      } else if (!this.cut) {
        this.issues.push({
          kind: 'damaged',
          what: `ends at byte ${start} without closing its list of records`,
        })
      }
      return -1
    }
    const next = resync(bytes, start, errorAt, goodStart)
    this.issues.push({
      kind: 'damaged',
      what: `record ${this.elements} at byte ${start} is broken at byte ${errorAt}${next < 0 ? ', and nothing after it could be read' : ''}`,
    })
    return next
  }

  private unexpected(at: number): -1 {
    if (at < this.bytes.length) {
      this.issues.push({ kind: 'damaged', what: `not JSON from byte ${at} on` })
    } else if (!this.cut) {
      this.issues.push({ kind: 'damaged', what: `ends at byte ${at} before its JSON does` })
    }
    return -1
  }

  // After a value that cannot be read at the top level: the next line that begins like one.
  private nextLine(from: number): number {
    for (let at = this.bytes.indexOf(0x0a, from); at >= 0; at = this.bytes.indexOf(0x0a, at + 1)) {
      const i = this.scanner.skipSpace(at)
      if (this.bytes[i] === OPEN && i > from) return i
    }
    return -1
  }

  // Where no JSON begins: a log line with a time before its record, or a file of another kind.
  private afterLogTime(i: number): number {
    const { bytes } = this
    const lineEnd = bytes.indexOf(0x0a, i)
    const brace = bytes.indexOf(OPEN, i)
    if (
      brace >= 0 &&
      (lineEnd < 0 || brace < lineEnd) &&
      LOG_LINE_START.test(bytes.toString('latin1', i, Math.min(brace, i + 600)))
    ) {
      return brace
    }
    const head = bytes.toString('utf8', i, Math.min(i + 40, lineEnd < 0 ? bytes.length : lineEnd))
    if (this.elements === 0 && i < 4) {
      // Text of some kind is another service's log; bytes that are no text are something else.
      const text = !bytes.subarray(0, 512).includes(0)
      this.issues.push({
        kind: text ? 'skipped' : 'damaged',
        what: text
          ? `not a CloudTrail log file (begins ${JSON.stringify(head)})`
          : 'a binary file, neither JSON nor gzip',
      })
      return -1
    }
    this.issues.push({ kind: 'damaged', what: `not JSON at byte ${i} (${JSON.stringify(head)})` })
    return this.nextLine(i)
  }

  private has(key: SlotKey): boolean {
    return this.scanner.slots[SLOT[key] * 2]! >= 0
  }

  private valueStartsWith(key: SlotKey, byte: number): boolean {
    const at = this.scanner.slots[SLOT[key] * 2]!
    return at >= 0 && this.bytes[at] === byte
  }

  // Does the object just scanned say that it is a record or holds exactly one?
  private isElement(): boolean {
    return (
      this.has('eventVersion') ||
      this.has('eventTime') ||
      this.has('eventName') ||
      this.has('eventID') ||
      this.has('insightDetails') ||
      this.has('timeWindow') ||
      this.valueStartsWith('detail', OPEN) ||
      this.valueStartsWith('CloudTrailEvent', QUOTE) ||
      this.valueStartsWith('message', QUOTE) ||
      this.scanner.escapedKeys
    )
  }

  private element(start: number, end: number): void {
    const { bytes, scanner } = this
    const isRecord = this.has('eventTime') || this.has('eventVersion')
    if (this.valueStartsWith('CloudTrailEvent', QUOTE) && !isRecord)
      return this.inner('CloudTrailEvent', start, end)
    if (this.valueStartsWith('message', QUOTE) && !isRecord) return this.inner('message', start, end)
    if (this.valueStartsWith('detail', OPEN) && !isRecord) {
      const from = scanner.slots[SLOT.detail * 2]!
      const to = scanner.object(from)
      if (!this.has('eventTime') && !this.has('eventVersion') && !this.has('eventName'))
        return void this.notRecord(start, end)
      return this.visit({ bytes, start: from, end: to, scanner, lookup: undefined })
    }
    if (this.isNotification()) {
      this.notifications++
      return
    }
    this.visit({ bytes, start, end, scanner, lookup: undefined })
  }

  private isNotification(): boolean {
    const at = this.scanner.slots[SLOT.eventSource * 2]!
    return at >= 0 && this.bytes[at + 4] === 0x3a && this.bytes.toString('latin1', at, at + 8) === '"aws:s3"'
  }

  // A record inside a string: the text is JSON of its own.
  private inner(key: 'CloudTrailEvent' | 'message', start: number, end: number): void {
    const { bytes, scanner } = this
    const text: string = JSON.parse(
      bytes.toString('utf8', scanner.slots[SLOT[key] * 2]!, scanner.slots[SLOT[key] * 2 + 1]!),
    )
    const lookup =
      key === 'CloudTrailEvent' ? lookupFields(JSON.parse(bytes.toString('utf8', start, end))) : undefined
    const innerBytes = Buffer.from(text.trim())
    const inner = new Scanner(innerBytes)
    const innerEnd = innerBytes[0] === OPEN ? inner.object(0) : -1
    const has = (name: SlotKey): boolean => inner.slots[SLOT[name] * 2]! >= 0
    if (
      innerEnd === innerBytes.length &&
      (has('eventTime') || has('eventVersion') || has('eventName') || inner.escapedKeys)
    ) {
      this.visit({ bytes: innerBytes, start: 0, end: innerEnd, scanner: inner, lookup })
    } else if (innerEnd === innerBytes.length || innerBytes[0] !== OPEN) {
      this.notRecord(start, end)
    } else {
      this.issues.push({
        kind: 'damaged',
        what: `the record in ${key} of entry ${this.elements} at byte ${start} is broken`,
      })
    }
  }

  private notRecord(start: number, end: number): number {
    if (this.elements === 0) this.elements++
    if (this.has('digestS3Object') || this.has('digestEndTime')) {
      this.digests++
      this.elements--
      return end
    }
    if (this.foreign++ === 0) {
      const parsed: unknown = JSON.parse(this.bytes.toString('utf8', start, end))
      const keys = Object.keys(parsed as object).slice(0, 3)
      this.foreignExample =
        keys.length > 0
          ? `its keys are ${keys.map((k) => JSON.stringify(k.slice(0, 40))).join(', ')}, …`
          : 'an empty object'
    }
    return end
  }
}

function lookupFields(element: unknown): LookupFields {
  const listed = own(element, 'Resources')
  const resources = Array.isArray(listed)
    ? (listed as readonly Json[]).filter(isObject).map(resourceOf)
    : undefined
  return { username: ownText(element, 'Username'), resources: resources?.filter((r) => r.name !== '') }
}

function resourceOf(value: Json): Resource {
  return { type: ownText(value, 'ResourceType'), name: ownText(value, 'ResourceName') ?? '' }
}
